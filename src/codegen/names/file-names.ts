/** Names of files that nothing can escape from: letters, digits, `_` and `-`, each name once whatever the case. */
export class FileNames {
  readonly #taken: Set<string> = new Set()
  /** The number from which on a name that is taken is tried with numbers, by the name. */
  readonly #counts: Map<string, number> = new Map()

  /** A path as it is; undefined when another file has it. */
  exactly(path: string): string | undefined {
    if (this.#taken.has(path.toLowerCase())) return undefined
    this.#taken.add(path.toLowerCase())
    return path
  }

  /** The name of a folder that no other has. */
  folderOf(title: string): string {
    return this.pathOf('', title, '', 'document')
  }

  /**
   * A path that no other file has.
   *
   * @param folder - as the program names it
   * @param title - what the file is called after, any text
   * @param usual - what it is called where the title has no letters
   */
  pathOf(folder: string, title: string, extension: string, usual: string): string {
    const clean = title
      .slice(0, 200)
      .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60)
    // What some systems take for a device is no name.
    const base = clean === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(clean) ? usual : clean
    const start = folder === '' ? base : `${folder}/${base}`
    const end = extension === '' ? '' : `.${extension}`
    const asked = (start + end).toLowerCase()
    for (let count = this.#counts.get(asked) ?? 1; ; count++) {
      const path = this.exactly(`${start}${count === 1 ? '' : `-${count}`}${end}`)
      if (path === undefined) continue
      this.#counts.set(asked, count + 1)
      return path
    }
  }
}
