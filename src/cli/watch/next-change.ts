import type { FolderWatcher } from './folder-watcher.ts'

/** Editors write a file in several steps; what comes within this many milliseconds is one change. */
const settled = 150

/** A file that something writes to all the time, such as a log, keeps nobody waiting for longer. */
const longest = 2000

/** Resolves with the next change of a file, or when the signal ends the wait. */
export async function nextChange(watcher: FolderWatcher, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => {
    let quiet: NodeJS.Timeout | undefined
    let late: NodeJS.Timeout | undefined
    const end = (): void => {
      clearTimeout(quiet)
      clearTimeout(late)
      watcher.off('change', changed)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const changed = (): void => {
      clearTimeout(quiet)
      quiet = setTimeout(end, settled)
      late ??= setTimeout(end, longest)
    }
    watcher.on('change', changed)
    signal.addEventListener('abort', end)
  })
}
