import type { ShellCall } from './shell-call.ts'
import { partOf, type ShellWord } from './shell-word.ts'
import { clientNamed, clientOfVariable, type SqlClient } from './sql-clients.ts'

/** What a program is: a client with the words that a variable gives it, none, or one or the other. */
export type ResolvedProgram =
  | { readonly client: SqlClient | undefined; readonly words: readonly ShellWord[] }
  | 'one of several'

const none: ResolvedProgram = { client: undefined, words: [] }

/** `${name}`, and `${name:-value}` with what it is where nothing is set. */
const variable = /^\$\{(?<name>[A-Za-z_]\w*)(?::?[-=](?<value>[^}]*))?\}$/
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

  /** Remembers what a command sets; what is set before a program is known to that alone. */
  set({ assigned, program, given }: ShellCall): void {
    const words = program === undefined ? assigned : declaring.has(program.text) ? given : []
    for (const word of words) {
      const [, name, from = ''] = /^([A-Za-z_]\w*)(=)/.exec(word.text) ?? []
      if (name !== undefined) this.#setOne(name, partOf(word, name.length + from.length))
    }
  }

  #setOne(name: string, value: ShellWord): void {
    const now = this.#valueOf(name, value)
    const before = this.#known.get(name) ?? now
    const isSame = before !== 'one of several' && now !== 'one of several' && before.client === now.client
    this.#known.set(name, isSame ? now : 'one of several')
  }

  #valueOf(name: string, value: ShellWord): ResolvedProgram {
    const [program, ...more] = wordsOf(value)
    if (program === undefined) return none
    const resolved = this.resolve(program)
    if (resolved === 'one of several') return resolved
    // A value that is made when the shell runs says nothing, so that the name does.
    const client = resolved.client ?? (program.text.startsWith('${') ? clientOfVariable(name) : undefined)
    const words = [...resolved.words, ...more]
    return words.length > mostWords ? 'one of several' : { client, words }
  }

  /** What the word in the place of the program is. */
  resolve({ text }: ShellWord): ResolvedProgram {
    const { name, value } = variable.exec(text)?.groups ?? {}
    if (name === undefined) return { client: clientNamed(search.exec(text)?.groups?.['name'] ?? text), words: [] }
    const known = this.#known.get(name)
    if (known !== undefined) return known
    return { client: (value === undefined ? undefined : clientNamed(value)) ?? clientOfVariable(name), words: [] }
  }
}
