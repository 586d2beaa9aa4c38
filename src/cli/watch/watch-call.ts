import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { printable, showError } from '../../diagnostics/show-value.ts'
import type { CommandCall } from '../command.ts'
import { CommandError } from '../command-error.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { configPath } from '../project/find-config.ts'
import { FolderWatcher } from './folder-watcher.ts'
import { nextChange } from './next-change.ts'

/** The system may not watch a folder, or not as many as are in it. */
function cannotWatch(folder: string, cause: unknown): CommandError {
  const next = 'Run the command again without --watch, or where there are fewer files.'
  return new CommandError(`${printable(folder)} cannot be watched: ${showError(cause)}`, { next, cause })
}

/** The folders that a call reads of: the one that it is made in, that of the configuration, and those of its paths. */
function foldersOf({ console, words, options }: CommandCall): ReadonlySet<string> {
  const config = configPath(options.text('config'), console)
  const paths = [...(config === undefined ? [] : [config]), ...words.map((word) => resolve(console.cwd, word))]
  const folders = paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined) return []
    return found.isDirectory() ? path : dirname(path)
  })
  return new Set([console.cwd, ...folders])
}

function watcherOf(call: CommandCall): FolderWatcher {
  try {
    return new FolderWatcher(foldersOf(call))
  } catch (error) {
    throw cannotWatch(call.console.cwd, error)
  }
}

/**
 * Runs a call again whenever a file changes in what it reads of, each time in a new process: modules that were loaded once would
 * stay as they were.
 *
 * @param done - called after each run
 * @throws CommandError when a folder cannot be watched, or not any more
 */
export async function watchCall(call: CommandCall, done?: () => void): Promise<ExitCode> {
  const { console, given } = call
  const words = given.filter((word) => word !== '--watch')
  const watcher = watcherOf(call)
  const failing = new AbortController()
  watcher.on('error', (error) => failing.abort(error))
  const signal = AbortSignal.any([console.signal, failing.signal])
  try {
    while (!signal.aborted) {
      // Before the run: a change that comes while it goes on is followed by another.
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
