import { clientWords } from './client-words.ts'
import type { EmbeddedCode, EmbeddedSql, UnreadCode } from './embedded-sql.ts'
import { isSql, mayRun, readingOf, saysSql } from './said-sql.ts'
import { callOf, nameOfProgram, type ShellCall } from './shell-call.ts'
import { type ShellCode, shellCommands } from './shell-commands.ts'
import { type GivenInput, type Reader, ShellInputs } from './shell-input.ts'
import { codeOf, runBy, type WhatRuns } from './shell-runners.ts'
import { ShellVariables } from './shell-variables.ts'
import type { ShellCommand, ShellWord } from './shell-word.ts'
import { textMadeOf } from './shown-text.ts'
import { namesClient, type SqlClient } from './sql-clients.ts'

/** A text that the shell puts in as a whole when it runs. */
const isPutIn = (text: string): boolean => /^[\s;]*(?:\$(?:\w+|[@*]|\{[^}]*\})[\s;]*)*$/.test(text)

/** How deep shell code in shell code is followed, and programs that run others. */
const deepest = 8

/** A program that is called: what it is, and what it is given. */
interface CalledProgram extends ShellCall {
  readonly program: ShellWord
  /** Whether it is a function of the code. */
  readonly isFunction: boolean
  readonly client: SqlClient | undefined
  readonly run: WhatRuns | undefined
  readonly command: ShellCommand
  /** What it is given to read, where that is not what the command is given. */
  readonly input: GivenInput | undefined
}

/** Shell code that is read: what it is given to read, and where it stands. */
interface GivenCode {
  readonly code: ShellCode
  readonly input: GivenInput
  readonly variables: ShellVariables
  readonly depth: number
}

/** Finds the SQL of one command after the other, in their order. */
class ClientCalls {
  readonly #texts: EmbeddedSql[]
  readonly #faults: UnreadCode[]
  readonly #given: GivenCode
  readonly #inputs: ShellInputs
  readonly #variables: ShellVariables
  #functions: ReadonlySet<string> = new Set()

  constructor(given: GivenCode, { texts, faults }: { readonly texts: EmbeddedSql[]; readonly faults: UnreadCode[] }) {
    this.#given = given
    this.#texts = texts
    this.#faults = faults
    this.#inputs = new ShellInputs(given.input)
    this.#variables = given.variables
  }

  read(): void {
    const { code } = this.#given
    const { commands, functions, refused } = shellCommands(code)
    this.#functions = functions
    for (const command of commands) this.#command(command)
    for (const [text, reader] of this.#inputs.readTexts())
      if (reader === 'keeps' && isSql(text.text))
        this.#fault('SQL is put into variables, which are known only when the shell runs', text)
    if (refused !== undefined && namesClient(code.text.slice(refused.from))) this.#unclosed(refused)
  }

  #fault(message: string, { places }: ShellWord): void {
    this.#faults.push({ message, at: places[0] ?? 0 })
  }

  #unclosed({ what, at }: { readonly what: string; readonly at: number }): void {
    this.#faults.push({ message: `${what} of the shell does not end`, at })
  }

  #command(command: ShellCommand): void {
    // What ends a group is no program, and its input is that of the group.
    if (command.closes !== undefined) return
    let call = callOf(command.words)
    let input: GivenInput | undefined
    for (let passed = 0; passed < deepest; passed += 1) {
      this.#variables.set(call, typeof command.input === 'object' ? command.input : undefined)
      const called = this.#called(call, command, input)
      if (called === undefined) return
      const run = called.run?.runs === 'words' ? called.run : undefined
      if (run === undefined) {
        this.#runs(called)
        return
      }
      call = callOf(run.words)
      if (!run.hasInput) input = 'nothing'
    }
    if (call.program !== undefined) this.#fault('programs that run others go too deep', call.program)
  }

  /** The program of a call, and what is known of it. */
  #called(call: ShellCall, command: ShellCommand, input: GivenInput | undefined): CalledProgram | undefined {
    const { program, assigned, given } = call
    if (program === undefined) return undefined
    if (this.#functions.has(program.text))
      return { program, assigned, given, command, input, isFunction: true, client: undefined, run: undefined }
    const resolved = this.#variables.resolve(program)
    if (resolved === 'one of several') {
      this.#fault(`'${program.text}' is a client that is known only when the shell runs`, program)
      return undefined
    }
    const { client, name, words } = resolved
    const named = name === undefined ? program : { ...program, text: name }
    const all = words.length === 0 ? given : [...words, ...given]
    const run = client === undefined ? runBy(named.text, all) : undefined
    return { program: named, assigned, given: all, command, input, isFunction: false, client, run }
  }

  #runs(called: CalledProgram): void {
    const { client, run } = called
    if (client !== undefined) this.#client(client, called)
    else if (run === undefined) this.#other(called)
    else if (run.runs !== 'nothing') this.#code(run, called)
  }

  #inputOf({ command, input }: CalledProgram, reader: Reader): GivenInput {
    return input ?? this.#inputs.inputOf(command, reader)
  }

  /** Shell code that a program runs. */
  #code(run: WhatRuns, called: CalledProgram): void {
    const { program } = called
    const code = run.runs === 'code' ? codeOf(run) : this.#inputOf(called, 'client')
    if (code === 'untold')
      this.#fault(`'${nameOfProgram(program.text)}' runs what is put together when the shell runs`, program)
    if (typeof code !== 'object' || isPutIn(code.text)) return
    const { depth } = this.#given
    if (depth >= deepest) {
      this.#fault('shell code in shell code goes too deep', program)
      return
    }
    const input = run.runs === 'code' && run.hasInput ? this.#inputOf(called, 'client') : 'nothing'
    const variables = run.isHere === true ? this.#variables : new ShellVariables(this.#variables)
    const found = { texts: this.#texts, faults: this.#faults }
    new ClientCalls({ code, input, variables, depth: depth + 1 }, found).read()
  }

  /** A program that is no client, as far as is known: told of where SQL is given to it. */
  #other(called: CalledProgram): void {
    const { program, given, isFunction } = called
    const reading = isFunction ? 'unknown' : readingOf(program.text)
    const read = reading === 'nothing' ? 'nothing' : this.#inputOf(called, reading)
    if (!isFunction && !mayRun(program.text)) return
    const isGiven = given.some(({ text }) => saysSql(text)) || (typeof read === 'object' && saysSql(read.text))
    if (!isGiven) return
    const name = nameOfProgram(program.text)
    this.#fault(`SQL is given to '${name}', of which it is not known what it does with it`, program)
  }

  #client(client: SqlClient, called: CalledProgram): void {
    const { assigned, program, given, command } = called
    const name = nameOfProgram(program.text)
    const { language, database, texts, left, reads, isAsked } = clientWords(client, given, assigned)
    if (language === undefined) {
      if (!isAsked || command.input !== undefined)
        this.#fault(`'${name}' is called for an engine that is not known, or whose SQL is not read`, program)
      return
    }
    if (command.unclosed !== undefined) this.#unclosed(command.unclosed)
    for (const text of left) this.#fault(`'${name}' does not run SQL that it is given in this way`, text)
    const input = reads ? this.#inputOf(called, 'client') : 'nothing'
    if (input === 'untold') this.#fault(`what '${name}' reads is put together when the shell runs`, program)
    for (const text of typeof input === 'object' ? [...texts, input] : texts) this.#text(text, { language, database })
  }

  /** A text that a client runs; of one that is put in as a whole, what the code sets it to. */
  #text(given: ShellWord, engine: Pick<EmbeddedSql, 'language' | 'database'>): void {
    const made = textMadeOf(given)
    const word = typeof made === 'object' ? made : given
    const { text, places } = word
    if (!isPutIn(text)) {
      this.#texts.push({ sql: text, ...engine, at: places[0] ?? 0, places })
      return
    }
    const held = this.#variables.textOf(
      /^[\s;]*\$\{(?<name>\w+)(?:\[[*@]\])?\}[\s;]*$/.exec(text)?.groups?.['name'] ?? '',
    )
    const isOften = typeof held === 'object' && this.#variables.isTakenOften(held)
    if (held === 'one of several' || isOften || made === 'untold')
      this.#fault('SQL is put in that is known only when the shell runs', word)
    else if (held !== undefined)
      this.#texts.push({ sql: held.text, ...engine, at: held.places[0] ?? 0, places: held.places })
  }
}

/** The SQL in shell code that clients are given, and what is not read of it; linear in the code. */
export function shellSql(code: string): EmbeddedCode {
  const found: { texts: EmbeddedSql[]; faults: UnreadCode[] } = { texts: [], faults: [] }
  new ClientCalls(
    { code: { text: code, places: undefined }, input: 'nothing', variables: new ShellVariables(), depth: 0 },
    found,
  ).read()
  return found
}
