import { dialectOf, type EngineLanguage } from '../dialect.ts'
import { ClientVariables } from './client-variables.ts'
import type { EmbeddedCode, EmbeddedSql, UnreadCode } from './embedded-sql.ts'
import { callOf, nameOfProgram } from './shell-call.ts'
import { shellCommands } from './shell-commands.ts'
import { partOf, type ShellCommand, type ShellWord } from './shell-word.ts'
import { shownBy } from './shown-text.ts'
import { namesClient, type SqlClient } from './sql-clients.ts'

/** A text that the shell puts in as a whole when it runs. */
const isPutIn = (text: string): boolean => /^[\s;]*(?:\$(?:\w+|[@*]|\{[^}]*\})[\s;]*)*$/.test(text)

/** Files that stand for what a command is given to read. */
const ownInput: ReadonlySet<string> = new Set(['-', '/dev/stdin'])

/** Words that ask a client about itself. */
const asking: ReadonlySet<string> = new Set(['--help', '--version'])

/** The SQL of a word that is an option with it; nothing for another word. */
function joined(word: ShellWord, { joined: pattern }: SqlClient, code: string): readonly ShellWord[] {
  const length = pattern.exec(word.text)?.[0].length ?? 0
  if (length === 0 || length === word.text.length) return []
  const isSplit = word.text.charAt(length - 1) === '=' || /['"]/.test(code.charAt((word.places[length] ?? 0) - 1))
  return isSplit ? [partOf(word, length)] : []
}

/** What a client is given to read, where its words do not say that it takes its SQL elsewhere. */
function inputOf(command: ShellCommand): ShellWord | undefined {
  if (command.input === 'unknown') return undefined
  return command.input ?? (command.source === undefined ? undefined : shownBy(command.source))
}

/** The texts that the words of a client give it, and whether it reads what it is given besides. */
interface SaidSql {
  readonly texts: readonly ShellWord[]
  readonly reads: boolean
}

function saidSql(client: SqlClient, words: readonly ShellWord[], code: string): SaidSql {
  const texts: (ShellWord | undefined)[] = []
  const files: (string | undefined)[] = []
  const left = words.values()
  for (const word of left) {
    // What belongs to an option is none itself.
    if (client.file.test(word.text)) files.push(left.next().value?.text)
    else if (client.option.test(word.text)) texts.push(left.next().value)
    else texts.push(...joined(word, client, code))
  }
  const reads = files.some((file) => ownInput.has(file ?? '')) || texts.length + files.length === 0
  return { texts: texts.filter((text) => text !== undefined), reads }
}

/** The texts that a client takes as SQL. */
function textsFor(client: SqlClient, words: readonly ShellWord[], command: ShellCommand, code: string): ShellWord[] {
  const { texts, reads } = saidSql(client, words, code)
  const input = reads ? inputOf(command) : undefined
  const all = input === undefined ? texts : [...texts, input]
  return all.filter(({ text }) => !isPutIn(text))
}

/** A name as the engine knows it; variables of the shell tell case. */
function foldedName(name: string | undefined, language: EngineLanguage): string | undefined {
  return name?.includes('${') === true || dialectOf(language).folds === 'none' ? name : name?.toLowerCase()
}

/** Where something of the shell opens that does not end. */
function unclosedAt(at: number, code: string): UnreadCode {
  const what = /^\$?['"`]/.test(code.slice(at, at + 2)) ? 'a quotation mark' : 'a bracket'
  return { message: `${what} of the shell does not end`, at }
}

/** Finds the SQL of one command after the other, in their order. */
class ClientCalls {
  readonly texts: EmbeddedSql[] = []
  readonly faults: UnreadCode[] = []
  readonly #code: string
  readonly #variables = new ClientVariables()

  constructor(code: string) {
    this.#code = code
  }

  add(command: ShellCommand): void {
    const call = callOf(command.words)
    this.#variables.set(call)
    const { program, given } = call
    if (program === undefined) return
    const resolved = this.#variables.resolve(program)
    if (resolved === 'one of several')
      this.#fault(`'${program.text}' is a client that is known only when the shell runs`, program)
    else if (resolved.client !== undefined)
      this.#client(resolved.client, program, [...resolved.words, ...given], command)
  }

  #fault(message: string, { places }: ShellWord): void {
    this.faults.push({ message, at: places[0] ?? 0 })
  }

  #client(client: SqlClient, program: ShellWord, given: readonly ShellWord[], command: ShellCommand): void {
    const language = client.engine([...command.words, ...given])
    if (language === undefined) {
      const isAsked = given.some(({ text }) => asking.has(text)) || (given.length === 0 && command.input === undefined)
      if (!isAsked)
        this.#fault(
          `'${nameOfProgram(program.text)}' is called for an engine that is not known, or whose SQL is not read`,
          program,
        )
      return
    }
    if (command.unclosed !== undefined) this.faults.push(unclosedAt(command.unclosed, this.#code))
    const database = foldedName(client.database(given), language)
    for (const { text, places } of textsFor(client, given, command, this.#code))
      this.texts.push({ sql: text, language, database, at: places[0] ?? 0, places })
  }
}

/** The SQL in shell code that clients are given, and what is not read of it; linear in the code. */
export function shellSql(code: string): EmbeddedCode {
  const { commands, refused } = shellCommands(code)
  const calls = new ClientCalls(code)
  for (const command of commands) calls.add(command)
  const { texts, faults } = calls
  const isRefused = refused !== undefined && namesClient(code.slice(refused.from))
  return { texts, faults: isRefused ? [...faults, unclosedAt(refused.at, code)] : faults }
}
