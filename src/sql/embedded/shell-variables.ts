import { clientNamed, clientOfVariable, namesClient, type SqlClient } from '../programs/sql-clients.ts'
import { formatted } from '../shell/printed-text.ts'
import type { ShellCall } from '../shell/shell-call.ts'
import type { Held } from '../shell/shell-state.ts'
import { partOf, type ShellWord } from '../shell/shell-word.ts'
import { isSql } from './said-sql.ts'
import type { GivenInput } from './shell-input.ts'
import { heldOf, partedWords, type ShellValues, unknownHeld } from './shell-values.ts'
import type { ShownTexts } from './shown-text.ts'

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
const local: ReadonlySet<string> = new Set(['declare', 'local', 'typeset'])

/** Programs that set the variables that they are told of. */
const setting: ReadonlySet<string> = new Set(['for', 'getopts', 'mapfile', 'read', 'readarray', 'select', 'unset'])

/** How many words of a variable are known, and how many variables of one command. */
const mostWords = 20

/** How deep variables that stand for programs are followed. */
const deepest = 8

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

/** The variables that commands set, and programs that stand in variables. */
export class ShellVariables {
  readonly #values: ShellValues
  readonly #shows: ShownTexts
  /** Told of variables that are set for a function alone. */
  readonly #isLocal: ((name: string) => void) | undefined

  constructor(values: ShellValues, shows: ShownTexts, isLocal?: (name: string) => void) {
    this.#values = values
    this.#shows = shows
    this.#isLocal = isLocal
  }

  /**
   * Remembers what a command sets; what is set before a program is known to that alone.
   *
   * @param read - what the command is given to read
   */
  set({ assigned, program, given }: ShellCall, read: () => GivenInput): void {
    const text = program?.text ?? ''
    const words = program === undefined ? assigned : declaring.has(text) ? given : []
    for (const word of words) this.#setOne(word, local.has(text))
    if (text === 'for' || text === 'select') this.#setEach(given)
    else if (text === 'printf' && given[0]?.text === '-v') this.#setPrinted(given)
    else if (setting.has(text)) this.#setBy(text, given, read())
  }

  #setOne(word: ShellWord, isLocal: boolean): void {
    const [start, name = '', more] = /^([A-Za-z_]\w*)(?:\[[^\]]*\])?(\+?)=/.exec(word.text) ?? []
    if (isLocal && variableName.test(name || word.text)) this.#isLocal?.(name || word.text)
    if (start === undefined) return
    const held = this.#heldOf(partOf(word, start.length))
    const isPart = start.includes('[')
    if (isPart) this.#values.hold(name, { ...unknownHeld, isOfSql: held.isOfSql || this.#isOfSql(name) })
    else this.#values.hold(name, more === '+' ? this.#values.added(name, held) : held)
  }

  #isOfSql(name: string): boolean {
    return this.#values.held(name)?.isOfSql === true
  }

  #heldOf(value: ShellWord): Held {
    const made = this.#shows.madeIn(value)
    if (made === 'untold') return { ...unknownHeld, isOfSql: true }
    return this.#values.setTo(made ?? value)
  }

  /** The words of `for name in …`: the variable holds one after the other. */
  #setEach([name, , ...words]: readonly ShellWord[]): void {
    if (name === undefined || !variableName.test(name.text)) return
    const isKnown = words.length > 0 && words.length <= mostWords && !words.some(({ isBare }) => isBare === true)
    const all = words.slice(0, mostWords).map((word) => this.#heldOf(word))
    const isOfSql = all.some((held) => held.isOfSql)
    const texts = all.flatMap((held) => held.words)
    const isWhole = isKnown && !all.some(({ hasMore }) => hasMore) && texts.length <= mostWords
    this.#values.hold(name.text, isWhole ? { words: texts, hasMore: false, isOfSql } : { ...unknownHeld, isOfSql })
  }

  /** `printf -v name format …` */
  #setPrinted([, name, ...given]: readonly ShellWord[]): void {
    if (name === undefined) return
    const text = formatted(given)
    const isOfSql = given.some((word) => isSql(word.text))
    this.#values.hold(name.text, text === undefined ? { ...unknownHeld, isOfSql } : this.#values.setTo(text))
  }

  /** Variables that a program sets. */
  #setBy(program: string, given: readonly ShellWord[], read: GivenInput): void {
    const only = program === 'read' && typeof read === 'object' ? onlyRead(given, read) : undefined
    if (only !== undefined && typeof read === 'object') {
      this.#values.hold(only, heldOf(read))
      return
    }
    const isOfSql = read === 'untold' || (typeof read === 'object' && isSql(read.text))
    const held = program === 'unset' ? undefined : { ...unknownHeld, isOfSql }
    for (const { text } of given.slice(0, mostWords)) if (variableName.test(text)) this.#values.hold(text, held)
  }

  /** What the word in the place of the program is. */
  resolve(word: ShellWord, depth = 0): ResolvedProgram {
    const { text } = word
    const { name, value } = variable.exec(text)?.groups ?? {}
    if (name === undefined) {
      const listed = this.#values.held(list.exec(text)?.groups?.['name'] ?? '')?.list
      if (listed?.some((one) => namesClient(one.text)) === true) return 'one of several'
      return { client: clientNamed(search.exec(text)?.groups?.['name'] ?? text), name: undefined, words: [] }
    }
    const held = this.#values.held(name)
    if (held === undefined || held.words.length === 0 || depth > deepest) {
      const byValue = value === undefined ? undefined : clientNamed(value)
      return { client: byValue ?? clientOfVariable(name), name: undefined, words: [] }
    }
    const [first = none, ...others] = held.words.map((one) => this.#resolveValue(name, one, depth))
    return others.reduce(eitherProgram, first)
  }

  #resolveValue(name: string, value: ShellWord, depth: number): ResolvedProgram {
    const [program, ...more] = partedWords(value, mostWords + 1)
    if (program === undefined) return none
    const resolved = this.resolve(program, depth + 1)
    if (resolved === 'one of several') return resolved
    // A value that is made when the shell runs says nothing, so that the name does.
    const isMade = program.text.startsWith('${') && resolved.name === undefined
    const client = resolved.client ?? (isMade ? clientOfVariable(name) : undefined)
    const words = [...resolved.words, ...more]
    if (words.length > mostWords) return client === undefined ? none : 'one of several'
    return { client, name: client === undefined && isMade ? undefined : (resolved.name ?? program.text), words }
  }
}

function eitherProgram(before: ResolvedProgram, now: ResolvedProgram): ResolvedProgram {
  if (before === 'one of several' || now === 'one of several' || before.client !== now.client) return 'one of several'
  return before.name === now.name || now.client !== undefined ? now : none
}
