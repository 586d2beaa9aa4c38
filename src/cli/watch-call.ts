import { type FSWatcher, watch } from 'node:fs'
import { sep } from 'node:path'
import type { CommandCall } from './command.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'

/** Editors write a file in several steps; what comes within this many milliseconds is one change. */
const settled = 150

/** Folders that programs write to, and that nobody edits. */
function isIgnored(path: string): boolean {
  return path.split(sep).some((part) => part === 'node_modules' || (part.startsWith('.') && part !== '.'))
}

/** Resolves with the next change of a file, or when the signal ends the wait. */
async function nextChange(watcher: FSWatcher, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => {
    let timer: NodeJS.Timeout | undefined
    const end = (): void => {
      clearTimeout(timer)
      watcher.off('change', changed)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const changed = (_: string, path: string | Buffer | null): void => {
      if (path !== null && isIgnored(String(path))) return
      clearTimeout(timer)
      timer = setTimeout(end, settled)
    }
    watcher.on('change', changed)
    signal.addEventListener('abort', end)
  })
}

/**
 * Runs a call again whenever a file of the folder changes, each time in a new process: modules that were loaded once would
 * stay as they were.
 *
 * @param done - called after each run
 */
export async function watchCall({ console, given }: CommandCall, done?: () => void): Promise<ExitCode> {
  const words = given.filter((word) => word !== '--watch')
  const watcher = watch(console.cwd, { recursive: true })
  try {
    while (!console.signal.aborted) {
      const change = nextChange(watcher, console.signal)
      await console.start(words)
      done?.()
      console.tell(`${new Date(console.now()).toTimeString().slice(0, 8)} waiting for changes; Ctrl-C ends it\n`)
      await change
    }
    return exitCodes.clean
  } finally {
    watcher.close()
  }
}
