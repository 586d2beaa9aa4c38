import { clientWords } from '../programs/client-words.ts'
import type { SqlClient } from '../programs/sql-clients.ts'
import { nameOfProgram, type ShellCall } from '../shell/shell-call.ts'
import type { Held } from '../shell/shell-state.ts'
import type { ShellCommand, ShellWord } from '../shell/shell-word.ts'
import type { EmbeddedSql } from './embedded-code.ts'
import { mayRun, saysSql } from './said-sql.ts'
import type { ShellFiles } from './shell-files.ts'
import type { ShellFindings } from './shell-findings.ts'
import type { GivenInput, Reader } from './shell-input.ts'
import type { ShellValues } from './shell-values.ts'
import type { ShownTexts } from './shown-text.ts'

type Engine = Pick<EmbeddedSql, 'language' | 'database'>

/** A text that the shell puts in as a whole when it runs. */
export const isPutIn = (text: string): boolean => /^[\s;]*(?:\$(?:\w+|[@*]|\{[^}]*\})[\s;]*)*$/.test(text)

const wholeVariable = /^[\s;]*\$\{(?<name>\w+)(?:\[[*@]\])?\}[\s;]*$/

/** A program that is called: what it is, and what it is given. */
export interface CalledProgram extends ShellCall {
  readonly program: ShellWord
  readonly command: ShellCommand
  readonly read: (reader: Reader) => GivenInput
}

/** Clients that are called, and other programs that SQL is given to. */
export class ClientCalls {
  readonly #findings: ShellFindings
  readonly #values: ShellValues
  readonly #files: ShellFiles
  readonly #shows: ShownTexts

  constructor(findings: ShellFindings, values: ShellValues, files: ShellFiles, shows: ShownTexts) {
    this.#findings = findings
    this.#values = values
    this.#files = files
    this.#shows = shows
  }

  client(client: SqlClient, { assigned, program, given, command, read }: CalledProgram): void {
    const findings = this.#findings
    const name = nameOfProgram(program.text)
    const { language, database, texts, left, reads, files, isAsked } = clientWords(client, given, assigned)
    if (language === undefined) {
      if (!isAsked || command.input !== undefined)
        findings.fault(`'${name}' is called for an engine that is not known, or whose SQL is not read`, program)
      return
    }
    const engine = { language, database }
    if (command.unclosed !== undefined)
      findings.faultAt(`${command.unclosed.what} of the shell does not end`, command.unclosed.at)
    for (const text of left) findings.fault(`'${name}' does not run SQL that it is given in this way`, text)
    const input = reads ? read('client') : 'nothing'
    if (input === 'untold') findings.fault(`what '${name}' reads is put together when the shell runs`, program)
    for (const text of texts) this.#text(text, engine)
    if (typeof input === 'object') this.#text(input, engine)
    for (const file of files) this.#file(file, name, engine)
  }

  /** A file with SQL that the code has written. */
  #file(file: ShellWord, client: string, engine: Engine): void {
    const made = file.made?.isFile === true ? this.#shows.madeOf(file) : undefined
    if (typeof made === 'object') this.#text(made, engine)
    const held = this.#files.read(file)
    if (made === 'untold' || (held?.isOfSql === true && (held.hasMore || held.words.length === 0)))
      this.#findings.fault(`'${client}' runs a file with SQL that is put together when the shell runs`, file)
    else for (const word of held?.words ?? []) this.#text(word, engine)
  }

  /** A text that a client runs; of one that is put in as a whole, what the code sets it to. */
  #text(given: ShellWord, engine: Engine): void {
    const made = this.#shows.madeIn(given)
    const word = typeof made === 'object' ? made : given
    const held = this.#values.held(wholeVariable.exec(word.text)?.groups?.['name'] ?? '')
    if (held !== undefined) this.#held(held, word, engine)
    else this.#filled(made === 'untold' ? 'untold' : this.#values.filled(word), word, engine)
  }

  #filled(filled: ShellWord | 'untold', word: ShellWord, engine: Engine): void {
    if (filled === 'untold') this.#findings.fault('SQL is put in that is known only when the shell runs', word)
    else if (!isPutIn(filled.text)) this.#findings.text(filled, engine)
  }

  /** What a variable holds that stands for a text as a whole. */
  #held({ words, hasMore, isOfSql, list }: Held, word: ShellWord, engine: Engine): void {
    if (isOfSql && (hasMore || list !== undefined)) this.#filled('untold', word, engine)
    else for (const one of words) this.#filled(one, word, engine)
  }

  /** A program that is no client, as far as is known: told of where SQL is given to it. */
  other({ program, given, read }: CalledProgram, reader: Reader): void {
    const input = read(reader)
    if (!mayRun(program.text)) return
    const isGiven = given.some((word) => this.#isGiven(word))
    if (!isGiven && input !== 'untold' && !(typeof input === 'object' && saysSql(input.text))) return
    const name = nameOfProgram(program.text)
    this.#findings.fault(`SQL is given to '${name}', of which it is not known what it does with it`, program)
  }

  /** Whether a word has SQL in it, or is a file with some. */
  #isGiven(word: ShellWord): boolean {
    if (saysSql(word.text)) return true
    const filled = this.#values.filled(word)
    if (filled === 'untold' || saysSql(filled.text) || this.#shows.madeOf(word) === 'untold') return true
    return this.#files.read(word)?.isOfSql === true
  }
}
