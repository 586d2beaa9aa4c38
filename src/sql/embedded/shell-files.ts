import { fileSign, type Held, type ShellState } from '../shell/shell-state.ts'
import type { ShellWord } from '../shell/shell-word.ts'
import { heldOf, type ShellValues, unknownHeld } from './shell-values.ts'

const folderKey = '.'
/** SQL in any file, in files of which the name is not known, and in those of a name in some folder. */
const anyKey = `${fileSign}?*`
const unnamedKey = `${fileSign}?${fileSign}`
const baseKey = (base: string): string => `${fileSign}?${base}`

const variable = /\$\{(?<name>[A-Za-z_]\w*|\d+)\}/g

/** Files that are what a program has open already, or none. */
const devices = /^\/dev\/(?:null|std(?:in|out|err)|fd\/\d+|tty)$/

/** Numbers for what is only the same where it is the same object. */
const numbers = /* @__PURE__ */ new WeakMap<object, number>()
let last = 0

function numberOf(one: object): number {
  const known = numbers.get(one)
  if (known !== undefined) return known
  last += 1
  numbers.set(one, last)
  return last
}

/** A path without `.`, `..` and signs that say nothing. */
function plainPath(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}`
}

/** The name of a file without its folder, where that is known. */
function baseOf(path: string): string | undefined {
  const base = path.slice(path.lastIndexOf('/') + 1)
  return /\$\{|[<*?]/.test(base) ? undefined : base
}

/** What a file is that is there no more. */
const noFile: Held = { words: [], hasMore: false, isOfSql: false }

/** How long the name of a file is that is followed. */
const longestName = 1000

/** The files that code writes, and reads again. */
export class ShellFiles {
  readonly #state: ShellState
  readonly #values: ShellValues

  constructor(state: ShellState, values: ShellValues) {
    this.#state = state
    this.#values = values
  }

  /** The path of a file; undefined where it is none, or not known at all. */
  #pathOf(name: ShellWord): string | undefined {
    if (name.text === '' || name.text.length > longestName || devices.test(name.text)) return undefined
    const folder = this.#folder()
    const text = name.text
      .replaceAll('${PWD}', folder === '' ? '.' : folder)
      .replaceAll(variable, (written: string, variableName: string) => this.#put(written, variableName))
    return plainPath(text.startsWith('/') || text.startsWith('$') || text.startsWith('<') ? text : `${folder}/${text}`)
  }

  /** What stands for a variable in a path: its text, or else what tells it from others. */
  #put(written: string, name: string): string {
    const one = this.#values.one(name)
    if (one === undefined) return written
    return one.text.includes('${') ? `<${numberOf(one)}>` : one.text
  }

  #folder(): string {
    const held = this.#state.get(folderKey)
    if (held === undefined) return ''
    const [one] = held.words
    return one !== undefined && held.words.length === 1 && !held.hasMore ? one.text : `<${numberOf(held)}>`
  }

  /** Goes to another folder. */
  goTo(name: ShellWord | undefined): void {
    const path = name === undefined || /^[-~]/.test(name.text) ? undefined : this.#pathOf(name)
    const held =
      path === undefined || path.length > longestName ? { ...unknownHeld } : heldOf({ text: path, places: [] })
    this.#state.set(folderKey, held)
  }

  write(name: ShellWord, held: Held, isAdded: boolean): void {
    const path = this.#pathOf(name)
    if (path === undefined) return
    if (!isAdded) this.#set(path, held)
    else this.#set(path, this.#added(path, held))
  }

  #added(path: string, held: Held): Held {
    const before = this.#state.get(fileSign + path)
    return before === undefined ? held : this.#values.joined(before, held)
  }

  #set(path: string, held: Held): void {
    this.#state.set(fileSign + path, held)
    if (!held.isOfSql) return
    const base = baseOf(path)
    for (const key of [anyKey, base === undefined ? unnamedKey : baseKey(base)])
      this.#state.set(key, { ...unknownHeld, isOfSql: true })
  }

  /** What a file holds that the code has written; undefined for another one. */
  read(name: ShellWord): Held | undefined {
    const path = this.#pathOf(name)
    if (path === undefined) return undefined
    const held = this.#state.get(fileSign + path)
    if (held !== undefined) return held
    // Another name may be that of the same file.
    const base = baseOf(path)
    return this.#state.get(base === undefined ? anyKey : baseKey(base)) ?? this.#state.get(unnamedKey)
  }

  /** Files that a program copies, moves, takes away or changes. */
  change(program: string, given: readonly ShellWord[]): void {
    const names = given.filter(({ text }) => !text.startsWith('-'))
    const [from, to] = names
    if (program === 'rm') for (const name of names) this.#remove(name)
    if (program === 'chmod') for (const name of names) this.#setRunnable(name)
    if (!['cp', 'ln', 'mv', 'install'].includes(program) || from === undefined || to === undefined) return
    const held = this.read(from)
    if (held !== undefined) this.write(to, held, false)
    if (held !== undefined && program === 'mv') this.#remove(from)
  }

  #remove(name: ShellWord): void {
    const path = this.#pathOf(name)
    const key = path === undefined ? undefined : fileSign + path
    if (key !== undefined && this.#state.get(key) !== undefined) this.#state.set(key, noFile)
  }

  #setRunnable(name: ShellWord): void {
    const path = this.#pathOf(name)
    if (path !== undefined) this.#state.set(`${fileSign}!${path}`, unknownHeld)
  }

  /** Whether the code lets a file run as a program. */
  isRunnable(name: ShellWord): boolean {
    const path = this.#pathOf(name)
    return path !== undefined && this.#state.get(`${fileSign}!${path}`) !== undefined
  }
}
