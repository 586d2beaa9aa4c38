import type { ShellCall } from './shell-call.ts'
import { partOf, type ShellWord } from './shell-word.ts'
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
/** All words of a list. */
const list = /^\$\{(?<name>[A-Za-z_]\w*)\[[@*]\]\}$/
const search = /^\$\{\s*(?:which|command -v|type -[pP])\s+(?<name>[^\s}]+)\s*\}$/
const declaring: ReadonlySet<string> = new Set(['declare', 'export', 'local', 'readonly', 'typeset'])

/** How many words of a variable are known. */
const mostWords = 20

/** The words of a value, which the shell parts at blanks. */
function wordsOf(value: ShellWord): readonly ShellWord[] {
  const words = value.text.matchAll(/(?:\$\{[^}]{0,100}\}|\S)+/g)
  return [...words].map((found) => partOf(value, found.index, found.index + found[0].length))
}

/** The variables of shell code that hold a client. */
export class ClientVariables {
  readonly #known = new Map<string, ResolvedProgram>()
  /** Lists in which a client is named. */
  readonly #lists = new Set<string>()
  readonly #around: ClientVariables | undefined

  /** @param around - what a shell around this one knows: it is seen here, and never changed */
  constructor(around?: ClientVariables) {
    this.#around = around
  }

  /** Remembers what a command sets; what is set before a program is known to that alone. */
  set({ assigned, program, given }: ShellCall): void {
    const words = program === undefined ? assigned : declaring.has(program.text) ? given : []
    for (const word of words) {
      const [, name, from = ''] = /^([A-Za-z_]\w*)(=)/.exec(word.text) ?? []
      if (name !== undefined) this.#setOne(name, partOf(word, name.length + from.length))
    }
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
    for (let at: ClientVariables | undefined = this; at !== undefined; at = at.#around) {
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
