import { type FSWatcher, watch } from 'node:fs'
import { sep } from 'node:path'
import { printable, showError } from '../diagnostics/show-value.ts'
import type { CommandCall } from './command.ts'
import { CommandError } from './command-error.ts'
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

/** The system may not watch a folder, or not as many as are in it. */
function cannotWatch(folder: string, cause: unknown): CommandError {
  const next = 'Run the command again without --watch, or where there are fewer files.'
  return new CommandError(`${printable(folder)} cannot be watched: ${showError(cause)}`, { next, cause })
}

function watcherOf(folder: string): FSWatcher {
  try {
    return watch(folder, { recursive: true })
  } catch (error) {
    throw cannotWatch(folder, error)
  }
}

/**
 * Runs a call again whenever a file of the folder changes, each time in a new process: modules that were loaded once would
 * stay as they were.
 *
 * @param done - called after each run
 * @throws CommandError when the folder cannot be watched, or not any more
 */
export async function watchCall({ console, given }: CommandCall, done?: () => void): Promise<ExitCode> {
  const words = given.filter((word) => word !== '--watch')
  const watcher = watcherOf(console.cwd)
  const failing = new AbortController()
  watcher.on('error', (error) => failing.abort(error))
  const signal = AbortSignal.any([console.signal, failing.signal])
  try {
    while (!signal.aborted) {
      const change = nextChange(watcher, signal)
      await console.start(words)
      done?.()
      console.tell(`${new Date(console.now()).toTimeString().slice(0, 8)} waiting for changes; Ctrl-C ends it\n`)
      await change
    }
  } finally {
    watcher.close()
  }
  if (failing.signal.aborted) throw cannotWatch(console.cwd, failing.signal.reason)
  return exitCodes.clean
}
