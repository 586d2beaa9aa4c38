import { runBy, type WhatRuns } from '../programs/shell-runners.ts'
import type { Outcome } from '../shell/shell-blocks.ts'
import { callOf, nameOfProgram, type ShellCall } from '../shell/shell-call.ts'
import type { ShellFunctions } from '../shell/shell-functions.ts'
import type { Held } from '../shell/shell-state.ts'
import type { ShellCommand, ShellGroup, ShellWord } from '../shell/shell-word.ts'
import { type CalledProgram, ClientCalls } from './client-calls.ts'
import { findPython, type GivenPython, pythonOf } from './python-calls.ts'
import { holdsSql, readingOf } from './said-sql.ts'
import { type CodeRunner, countsSteps, type ProgramPlace, ShellCodes } from './shell-codes.ts'
import type { GivenInput } from './shell-input.ts'
import { unknownHeld } from './shell-values.ts'
import type { FollowedCode, ShellWorld } from './shell-world.ts'

/** How deep programs that run others are followed, and functions that call one another. */
const deepest = 8
const deepestCalls = 24

const nothing = (): GivenInput => 'nothing'

/** What a program is given besides its words. */
interface ProgramGiven {
  readonly command: ShellCommand
  readonly read: CodeRunner['read']
  /** Whether it runs for sure. */
  readonly isSure: boolean
}

/** The programs that commands call: clients, functions, shells, and others. */
export class ShellPrograms {
  readonly #world: ShellWorld
  readonly #code: FollowedCode
  readonly #place: ProgramPlace
  readonly #clients: ClientCalls
  readonly #codes: ShellCodes

  constructor(world: ShellWorld, code: FollowedCode, place: ProgramPlace) {
    this.#world = world
    this.#code = code
    this.#place = place
    this.#clients = new ClientCalls(world.findings, world.values, world.files, place.shows)
    this.#codes = new ShellCodes(world, code, place, (functions) => this.followUncalled(functions))
  }

  /** The program of a command, and those that it runs; gives how that ends where it is code that is followed. */
  run(first: ShellCall, command: ShellCommand, given: CodeRunner['read'], isSure: boolean): Outcome | undefined {
    let call = first
    let read = first.reading === undefined ? given : this.#readWords(first.reading, given)
    for (let passed = 0; passed < deepest; passed += 1) {
      this.#changes(call, read, isSure)
      const next = this.#one(call, { command, read, isSure })
      if (next === undefined || 'status' in next) return next
      call = callOf(next.words)
      if (!next.hasInput) read = nothing
      else if (call.reading !== undefined) read = this.#readWords(call.reading, read)
    }
    if (call.program !== undefined) this.#world.findings.fault('programs that run others go too deep', call.program)
    return undefined
  }

  /** SQL that a program makes words of another one of, which itself is given nothing to read. */
  #readWords(program: ShellWord, read: CodeRunner['read']): CodeRunner['read'] {
    const input = read('unknown')
    if (input === 'untold' || (typeof input === 'object' && holdsSql(input.text)))
      this.#world.findings.fault(
        `SQL is put into words by '${nameOfProgram(program.text)}' when the shell runs`,
        program,
      )
    return nothing
  }

  /** A program: how it ends, or what it runs. */
  #one(call: ShellCall, { command, read, isSure }: ProgramGiven): Outcome | WhatRuns | undefined {
    const { program } = call
    if (program === undefined) return undefined
    const bodies = call.isWrapped === true ? undefined : this.#code.functions.bodiesOf(program.text)
    if (bodies !== undefined) return this.#functions(bodies, program, call.given, read)
    const resolved = this.#place.variables.resolve(program)
    if (resolved === 'one of several') {
      this.#world.findings.fault(`'${program.text}' is a client that is known only when the shell runs`, program)
      return undefined
    }
    const { client, name, words } = resolved
    const named = name === undefined ? program : { ...program, text: name }
    const given = words.length === 0 ? call.given : [...words, ...call.given]
    const called = { ...call, program: named, given, command, read }
    if (client !== undefined) {
      this.#clients.client(client, called)
      return undefined
    }
    const run = runBy(named.text, given)
    if (run === undefined || this.#isUnknownFile(run)) return this.#other(called)
    if (run.runs === 'words') return run
    return nameOfProgram(named.text) === 'trap'
      ? this.#trap(run, given, isSure)
      : this.#codes.run({ run, program: named, read })
  }

  /** Whether it runs a file that the code has not written, and gives it what that alone knows. */
  #isUnknownFile({ runs, words }: WhatRuns): boolean {
    const [file] = words
    return (
      runs === 'file' && file !== undefined && file.made === undefined && this.#world.files.read(file) === undefined
    )
  }

  /** What commands of the shell itself change. */
  #changes(call: ShellCall, read: CodeRunner['read'], isSure: boolean): void {
    const { values, files } = this.#world
    const { functions } = this.#code
    const { program, given } = call
    this.#place.variables.set(call, () => read('keeps'))
    values.changeArguments(call)
    if (program === undefined) return
    const name = nameOfProgram(program.text)
    if (name === 'cd') files.goTo(given.find(({ text }) => !/^-[LPe@]+$/.test(text)))
    else if (name === 'pushd' || name === 'popd') files.goTo(undefined)
    else if (name === 'unset' && given[0]?.text === '-f' && isSure) functions.remove(given[1]?.text ?? '')
    else if (given.some(({ text }) => /^-[a-z]*f/.test(text)) && ['export', 'declare', 'typeset'].includes(name))
      functions.areExported = true
    else files.change(name, given)
  }

  /** A function of the code: what stands in it runs with what it is given. */
  #functions(
    bodies: readonly ShellGroup[],
    program: ShellWord,
    given: readonly ShellWord[],
    read: CodeRunner['read'],
  ): Outcome {
    const outcomes = bodies.map((body) => this.#call(body, program, given, read))
    const [only] = outcomes
    return only !== undefined && outcomes.length === 1 ? only : { status: 'unknown' }
  }

  #call(body: ShellGroup, program: ShellWord, given: readonly ShellWord[], read: CodeRunner['read']): Outcome {
    const world = this.#world
    const { state, values, active } = world
    this.#code.functions.call(body)
    const call = [String(body.from), program.text, ...given.map(({ text }) => text)].join('\n')
    // It does again what it is doing.
    if (active.includes(call)) return { status: 'unknown' }
    if (active.length >= deepestCalls || !countsSteps(world, body.to - body.from)) {
      world.findings.fault(`so much is called by '${program.text}' that it is not followed any further`, program)
      return { status: 'unknown' }
    }
    const before = values.given
    const locals = new Map<string, Held | undefined>()
    const mark = state.begin()
    values.give(given)
    active.push(call)
    const { functions, depth } = this.#code
    const outcome = this.#place.follow({ whole: body, kind: 'function', functions, read, depth, locals })
    active.pop()
    values.give(before)
    for (const [name, held] of locals) values.hold(name, held)
    if (body.kind === '(') state.leaveOwn(state.undo(mark), true, false)
    state.end()
    return outcome
  }

  /** Code that runs when the shell ends, or is told something: what is said last for a signal counts. */
  #trap(run: WhatRuns, given: readonly ShellWord[], isSure: boolean): undefined {
    const world = this.#world
    const signals = given
      .slice(1)
      .map(({ text }) => text)
      .join(' ')
    if (isSure) world.traps = world.traps.filter((trap) => trap.signals !== signals)
    const code = run.words[0]
    if (run.runs === 'code' && code !== undefined)
      world.traps = [...world.traps, { code, signals, functions: this.#code.functions }]
  }

  /** Follows code that ran into none of the commands before: that of `trap`. */
  trapped(code: ShellWord): void {
    const run: WhatRuns = { runs: 'code', words: [code], hasInput: false, isHere: true }
    this.#codes.run({ run, program: code, read: nothing })
  }

  /** Functions that nothing is seen to call, but something may. */
  followUncalled(functions: ShellFunctions): void {
    if (functions === this.#code.functions && this.#code.depth > 0) return
    for (const { name, body } of functions.uncalled()) {
      const { state, values } = this.#world
      const mark = state.begin()
      functions.call(body)
      values.give(undefined)
      const code = { whole: body, kind: 'function' as const, functions, depth: this.#code.depth }
      this.#place.follow({ ...code, read: nothing, locals: new Map([[name, undefined]]) })
      state.leaveOwn(state.undo(mark), true, true)
      state.end()
    }
  }

  /** A program that is no client, as far as is known. */
  #other(called: CalledProgram): Outcome | undefined {
    const { program, given } = called
    const { files } = this.#world
    const python = pythonOf(nameOfProgram(program.text), given)
    if (python !== undefined) {
      this.#python(python, called)
      return undefined
    }
    const held = program.text.includes('/') ? files.read(program) : undefined
    if (held !== undefined) return this.#runFile(held, called)
    this.#code.functions.hasUnknownCalls ||= program.text.includes('${')
    const reading = readingOf(program.text)
    if (reading !== 'nothing') this.#clients.other(called, reading)
    const isChanged = reading === 'unknown' || given.some(({ text }) => /^(?:-[a-zA-Z]*i|--in-place)/.test(text))
    if (isChanged) for (const word of given) if (files.read(word)?.isOfSql === true) this.#change(word)
    return undefined
  }

  /** A file that a program may change. */
  #change(name: ShellWord): void {
    this.#world.files.write(name, { ...unknownHeld, isOfSql: true }, false)
  }

  /** A file of the code that is called as a program. */
  #runFile(held: Held, { program, given, read }: CalledProgram): Outcome | undefined {
    const run: WhatRuns = { runs: 'file', words: [program], hasInput: true, given }
    if (this.#world.files.isRunnable(program)) return this.#codes.run({ run, program, read })
    if (held.isOfSql)
      this.#world.findings.fault(`'${nameOfProgram(program.text)}' is a file that may not run as a program`, program)
    return undefined
  }

  #python(python: GivenPython, { program, read }: CalledProgram): void {
    const { values, files, findings } = this.#world
    if (python !== 'its input' && 'file' in python) {
      const held = files.read(python.file)
      if (held?.isOfSql === true && (held.hasMore || held.words.length === 0))
        findings.fault(`'${nameOfProgram(program.text)}' runs what is put together when the shell runs`, program)
      for (const word of held?.words ?? []) findPython(program, word, findings)
      return
    }
    const code = python === 'its input' ? read('client') : values.filledCode(python.code)
    if (typeof code === 'object') findPython(program, code, findings)
    else if (code === 'untold')
      findings.fault(`'${nameOfProgram(program.text)}' runs what is put together when the shell runs`, program)
  }
}
