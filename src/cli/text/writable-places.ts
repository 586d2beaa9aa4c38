import { accessSync, constants, lstatSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { printable, showError } from '../../diagnostics/show-value.ts'
import { CommandError } from '../command-error.ts'
import { shownPath } from '../sources/source-files.ts'

/** Whether a file is not there, since nothing has its name or a part of its path is no folder. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

function unlessMissing(read: () => Stats): Stats | undefined {
  try {
    return read()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Whether something stands at a path, a link that leads nowhere too: whatever is written there goes where it leads. */
export function isTaken(path: string): boolean {
  return unlessMissing(() => lstatSync(path)) !== undefined
}

/** What is wrong with a thing that is there and is to be written, or written into. */
function faultOf(path: string, wanted: 'file' | 'folder'): string | undefined {
  const found = unlessMissing(() => statSync(path))
  if (found === undefined) return 'is a link that leads nowhere'
  if (found.isDirectory() !== (wanted === 'folder')) return wanted === 'folder' ? 'is no folder' : 'is a folder'
  try {
    accessSync(path, wanted === 'folder' ? constants.W_OK | constants.X_OK : constants.W_OK)
    return undefined
  } catch (error) {
    return `cannot be written: ${printable(showError(error))}`
  }
}

/** The folder that is there of those that a file is to stand in. */
function folderAround(path: string): string {
  let folder = dirname(path)
  while (!isTaken(folder) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

/**
 * Makes sure that files can be written, before the first of them is: a half of them would be of no use.
 *
 * @throws CommandError for what stands in the way of one
 */
export function requireWritable(paths: readonly string[], cwd: string): void {
  const places = new Map<string, 'file' | 'folder'>()
  for (const path of paths) {
    if (isTaken(path)) places.set(path, 'file')
    else places.set(folderAround(path), 'folder')
  }
  for (const [path, wanted] of places) {
    const fault = faultOf(path, wanted)
    if (fault === undefined) continue
    throw new CommandError(`${shownPath(path, cwd)} ${fault}; nothing was written.`, {
      next: 'Move it out of the way, or name another folder.',
    })
  }
}
