import { EventEmitter } from 'node:events'
import { type Dirent, type FSWatcher, readdirSync, realpathSync, watch } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import process from 'node:process'

/** Folders that programs write to, and that nobody edits. */
function isIgnored(path: string): boolean {
  return path.split(sep).some((part) => part === 'node_modules' || (part.startsWith('.') && part !== '.'))
}

/** What went away meanwhile, or may not be read, is read by no command either. */
function isUnreadable(error: unknown): boolean {
  const codes: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP']
  return error instanceof Error && 'code' in error && codes.includes(error.code)
}

/**
 * Tells of changes in folders and in all below them: of files that are written, that are replaced by others, that come and that
 * go. On Linux a watch belongs to a file and not to its name, and ends with the file that another one replaces: so folders are
 * watched there, which tell of the names in them, and those that come are watched, too.
 */
export class FolderWatcher extends EventEmitter<{ change: []; error: [unknown] }> {
  readonly #watchers = new Map<string, FSWatcher>()

  /** @throws Error of the system when a folder cannot be watched */
  constructor(folders: Iterable<string>) {
    super()
    for (const folder of folders) {
      if (process.platform === 'linux') this.#addTree(folder, true)
      else this.#addWhole(folder)
    }
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close()
    this.#watchers.clear()
  }

  #keep(path: string, watcher: FSWatcher): void {
    watcher.on('error', (error) => this.emit('error', error))
    this.#watchers.set(path, watcher)
  }

  /** Other systems watch all below a folder by its names. */
  #addWhole(folder: string): void {
    const changed = (_: string, path: string | null): void => {
      if (path === null || !isIgnored(path)) this.emit('change')
    }
    this.#keep(folder, watch(folder, { recursive: true }, changed))
  }

  #addTree(top: string, isNeeded: boolean): void {
    const folders = [top]
    for (const folder of folders) {
      if (this.#watchers.has(folder)) continue
      try {
        folders.push(...this.#addFolder(folder))
      } catch (error) {
        if ((isNeeded && folder === top) || !isUnreadable(error)) throw error
      }
    }
  }

  /** @returns the folders in it */
  #addFolder(folder: string): readonly string[] {
    // Watched first: what comes while the folder is read is told then.
    const told = (kind: string, name: string | null): void => this.#changedIn(folder, kind, name)
    this.#keep(folder, watch(folder, told))
    const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !isIgnored(name))
    for (const entry of entries) this.#addLink(folder, entry)
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
  }

  /** A file that stands elsewhere is written there. */
  #addLink(folder: string, entry: Dirent): void {
    if (!entry.isSymbolicLink()) return
    const link = join(folder, entry.name)
    try {
      const target = realpathSync(link)
      const told = (_: string, name: string | null): void => {
        if (name === basename(target)) this.emit('change')
      }
      this.#keep(link, watch(dirname(target), told))
    } catch (error) {
      if (!isUnreadable(error)) throw error
    }
  }

  #changedIn(folder: string, kind: string, name: string | null): void {
    if (name !== null && isIgnored(name)) return
    // Of a name that comes or goes, another file or folder may stand there now.
    if (kind === 'rename' && name !== null) this.#renew(folder, name)
    this.emit('change')
  }

  #renew(folder: string, name: string): void {
    const path = join(folder, name)
    for (const [watched, watcher] of this.#watchers) {
      if (watched !== path && !watched.startsWith(`${path}${sep}`)) continue
      watcher.close()
      this.#watchers.delete(watched)
    }
    try {
      const entry = readdirSync(folder, { withFileTypes: true }).find((one) => one.name === name)
      if (entry?.isDirectory()) this.#addTree(path, false)
      else if (entry !== undefined) this.#addLink(folder, entry)
    } catch (error) {
      if (!isUnreadable(error)) this.emit('error', error)
    }
  }
}
