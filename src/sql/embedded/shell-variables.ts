import { isSql } from './said-sql.ts'
import type { ShellCall } from './shell-call.ts'
import { partOf, type ShellWord } from './shell-word.ts'
import { textMadeOf } from './shown-text.ts'
import { clientNamed, clientOfVariable, namesClient, type SqlClient } from './sql-clients.ts'

/** What a program is: a client with the words that a variable gives it, none, or one or the other. */
export type ResolvedProgram =
  | {
      readonly client: SqlClient | undefined
      /** The program, where a variable says which that is. */
      readonly name: string | undefined
      readonly words: readonly ShellWord[]
    }
  | 'one of several'

const none: ResolvedProgram = { client: undefined, name: undefined, words: [] }

/** `${name}`, and `${name:-value}` with what it is where nothing is set. */
const variable = /^\$\{(?<name>[A-Za-z_]\w*)(?::?[-=](?<value>[^}]*))?\}$/
const variableName = /^[A-Za-z_]\w*$/
/** All words of a list. */
const list = /^\$\{(?<name>[A-Za-z_]\w*)\[[@*]\]\}$/
const search = /^\$\{\s*(?:which|command -v|type -[pP])\s+(?<name>[^\s}]+)\s*\}$/
const declaring: ReadonlySet<string> = new Set(['declare', 'export', 'local', 'readonly', 'typeset'])

/** How many words of a variable are known. */
const mostWords = 20

/** How often the text of a variable is read. */
const mostTaken = 20

/** The words of a value, which the shell parts at blanks. */
function wordsOf(value: ShellWord): readonly ShellWord[] {
  const words = value.text.matchAll(/(?:\$\{[^}]{0,100}\}|\S)+/g)
  return [...words].map((found) => partOf(value, found.index, found.index + found[0].length))
}

/** A text that a variable holds, or that it holds one of several, of which one is SQL at least. */
export type HeldText = ShellWord | 'one of several'

/** Programs that set the variables that they are told of. */
const setting: ReadonlySet<string> = new Set(['for', 'getopts', 'mapfile', 'read', 'readarray', 'select', 'unset'])

/** Options of `read` without a value, which leave a text as it is. Source: the Bash manual. */
const plainOption = /^-[ers]+$/

/**
 * The variable that `read` gives all it reads: a text of one line, or up to a sign that no text has, as `read -r -d ''`.
 * Undefined where it has several, or other options.
 */
function onlyRead(given: readonly ShellWord[], { text }: ShellWord): string | undefined {
  const words = given.map((word) => word.text)
  const name = words.pop() ?? ''
  const isToEnd = words.at(-1) === '' && /^-[ers]*d$/.test(words.at(-2) ?? '')
  const options = isToEnd ? words.slice(0, -2) : words
  const isWhole = isToEnd || !text.trimEnd().includes('\n')
  return isWhole && options.every((word) => plainOption.test(word)) && variableName.test(name) ? name : undefined
}

/** How often texts were taken. */
const taking = /* @__PURE__ */ new WeakMap<ShellWord, number>()

/** The variables of shell code that hold a client, or SQL. */
export class ShellVariables {
  readonly #known = new Map<string, ResolvedProgram>()
  /** Lists in which a client is named. */
  readonly #lists = new Set<string>()
  /** What variables were set to: undefined for what is no SQL of the code. */
  readonly #texts = new Map<string, HeldText | undefined>()
  readonly #around: ShellVariables | undefined

  /** @param around - what a shell around this one knows: it is seen here, and never changed */
  constructor(around?: ShellVariables) {
    this.#around = around
  }

  /**
   * Remembers what a command sets; what is set before a program is known to that alone.
   *
   * @param read - what the command itself is given to read
   */
  set({ assigned, program, given }: ShellCall, read: ShellWord | undefined): void {
    const words = program === undefined ? assigned : declaring.has(program.text) ? given : []
    for (const word of words) {
      const [, name, from = ''] = /^([A-Za-z_]\w*)(\+?=)/.exec(word.text) ?? []
      if (name === undefined) continue
      const value = partOf(word, name.length + from.length)
      this.#hold(name, value)
      if (from === '=') this.#setOne(name, value)
    }
    if (program !== undefined && setting.has(program.text)) this.#setBy(program, given, read)
  }

  /** Variables that a program sets. */
  #setBy({ text: program }: ShellWord, given: readonly ShellWord[], read: ShellWord | undefined): void {
    const only = program === 'read' && read !== undefined ? onlyRead(given, read) : undefined
    if (only !== undefined && read !== undefined) {
      this.#hold(only, read)
      return
    }
    const isOfSql = given.some(({ text }) => isSql(text)) || (read !== undefined && isSql(read.text))
    for (const { text } of given.slice(0, mostWords)) if (variableName.test(text)) this.#holdOther(text, isOfSql)
  }

  /** The SQL that a variable holds; undefined for one that holds none of the code. */
  textOf(name: string): HeldText | undefined {
    for (let at: ShellVariables | undefined = this; at !== undefined; at = at.#around)
      if (at.#texts.has(name)) return at.#texts.get(name)
    return undefined
  }

  /** Counts how often a text is taken: one that many clients run is not read for each of them. */
  isTakenOften(text: ShellWord): boolean {
    const taken = (taking.get(text) ?? 0) + 1
    taking.set(text, taken)
    return taken > mostTaken
  }

  #hold(name: string, given: ShellWord): void {
    const made = textMadeOf(given)
    const value = typeof made === 'object' ? made : given
    if (made === 'untold' || this.#isHeld(name)) this.#holdOther(name, made === 'untold' || isSql(value.text))
    else this.#texts.set(name, isSql(value.text) ? value : undefined)
  }

  /** A variable that is set in another way, or again: which text it holds, is known only when the shell runs. */
  #holdOther(name: string, isOfSql: boolean): void {
    const before = this.textOf(name)
    this.#texts.set(name, before !== undefined || isOfSql ? 'one of several' : undefined)
  }

  #isHeld(name: string): boolean {
    for (let at: ShellVariables | undefined = this; at !== undefined; at = at.#around)
      if (at.#texts.has(name)) return true
    return false
  }

  #setOne(name: string, value: ShellWord): void {
    if (value.text.startsWith('${') && namesClient(value.text)) this.#lists.add(name)
    const now = this.#valueOf(name, value)
    const before = this.#valueNow(name) ?? now
    if (before === 'one of several' || now === 'one of several' || before.client !== now.client)
      this.#known.set(name, 'one of several')
    else this.#known.set(name, before.name === now.name || now.client !== undefined ? now : none)
  }

  #valueNow(name: string): ResolvedProgram | undefined {
    for (let at: ShellVariables | undefined = this; at !== undefined; at = at.#around) {
      const known = at.#known.get(name)
      if (known !== undefined) return known
    }
    return undefined
  }

  #valueOf(name: string, value: ShellWord): ResolvedProgram {
    const [program, ...more] = wordsOf(value)
    if (program === undefined) return none
    const resolved = this.resolve(program)
    if (resolved === 'one of several') return resolved
    // A value that is made when the shell runs says nothing, so that the name does.
    const isMade = program.text.startsWith('${') && resolved.name === undefined
    const client = resolved.client ?? (isMade ? clientOfVariable(name) : undefined)
    const words = [...resolved.words, ...more]
    if (words.length > mostWords) return client === undefined ? none : 'one of several'
    return { client, name: client === undefined && isMade ? undefined : (resolved.name ?? program.text), words }
  }

  /** What the word in the place of the program is. */
  resolve({ text }: ShellWord): ResolvedProgram {
    const { name, value } = variable.exec(text)?.groups ?? {}
    if (this.#lists.has(list.exec(text)?.groups?.['name'] ?? '')) return 'one of several'
    if (name === undefined)
      return { client: clientNamed(search.exec(text)?.groups?.['name'] ?? text), name: undefined, words: [] }
    const known = this.#valueNow(name)
    if (known !== undefined) return known
    const byValue = value === undefined ? undefined : clientNamed(value)
    return { client: byValue ?? clientOfVariable(name), name: undefined, words: [] }
  }
}
