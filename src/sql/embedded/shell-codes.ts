import { codeOf, type WhatRuns } from '../programs/shell-runners.ts'
import { namesClient } from '../programs/sql-clients.ts'
import type { Outcome } from '../shell/shell-blocks.ts'
import { nameOfProgram } from '../shell/shell-call.ts'
import { shellCommands } from '../shell/shell-commands.ts'
import { ShellFunctions } from '../shell/shell-functions.ts'
import type { Held } from '../shell/shell-state.ts'
import type { ShellWord } from '../shell/shell-word.ts'
import { isPutIn } from './client-calls.ts'
import { holdsSql } from './said-sql.ts'
import type { GivenInput, Reader } from './shell-input.ts'
import { heldOf, unknownHeld } from './shell-values.ts'
import type { ShellVariables } from './shell-variables.ts'
import type { FollowedCode, ShellWorld } from './shell-world.ts'
import type { ShownTexts } from './shown-text.ts'

/** How deep shell code in shell code is followed. */
const deepest = 8

/** How many commands of functions, and of code that is given in words, are followed. */
const mostSteps = 40_000

/** How many signs of code count as a command. */
const signsOfCommand = 20

const nothing = (): GivenInput => 'nothing'

/** What the code around a program does with it. */
export interface ProgramPlace {
  readonly shows: ShownTexts
  readonly variables: ShellVariables
  readonly follow: (code: FollowedCode) => Outcome
}

/** A program that runs shell code. */
export interface CodeRunner {
  readonly run: WhatRuns
  readonly program: ShellWord
  readonly read: (reader: Reader) => GivenInput
}

/** Whether commands that are followed once more are not too many. */
export function countsSteps(world: ShellWorld, commands: number): boolean {
  world.steps += 1 + commands
  return world.steps <= mostSteps
}

/** Shell code that programs run. */
export class ShellCodes {
  readonly #world: ShellWorld
  readonly #code: FollowedCode
  readonly #place: ProgramPlace
  /** Told of a shell of its own that ends. */
  readonly #ended: (functions: ShellFunctions) => void

  constructor(world: ShellWorld, code: FollowedCode, place: ProgramPlace, ended: (functions: ShellFunctions) => void) {
    this.#world = world
    this.#code = code
    this.#place = place
    this.#ended = ended
  }

  /** Shell code that a program runs, one text or another. */
  run(runner: CodeRunner): Outcome | undefined {
    const { run, program, read } = runner
    if (run.runs === 'nothing') return undefined
    const { words, hasMore, isOfSql } = this.#heldCode(run, read)
    if (isOfSql && (hasMore || words.length === 0))
      this.#world.findings.fault(
        `'${nameOfProgram(program.text)}' runs what is put together when the shell runs`,
        program,
      )
    const outcomes = words.map((word) => this.#follow(word, runner))
    return outcomes.length === 1 && !hasMore ? outcomes[0] : undefined
  }

  /** The code that a program runs. */
  #heldCode(run: WhatRuns, read: CodeRunner['read']): Held {
    const { files, values } = this.#world
    const { shows } = this.#place
    if (run.runs === 'its input') return heldInput(read('client'))
    const [first] = run.words
    if (run.runs === 'file') {
      if (first?.made?.isFile === true) return heldInput(shows.madeOf(first) ?? 'unknown')
      return (first === undefined ? undefined : files.read(first)) ?? unknownHeld
    }
    const code = codeOf(run)
    const held = values.wholeHeld(code)
    if (held !== undefined) return held
    const made = shows.madeIn(code)
    return heldInput(made === 'untold' ? made : values.filledCode(made ?? code))
  }

  #follow(code: ShellWord, { run, program, read }: CodeRunner): Outcome | undefined {
    const world = this.#world
    const { depth, functions: around } = this.#code
    if (isPutIn(code.text)) {
      around.hasUnknownCalls ||= /\S/.test(code.text)
      return undefined
    }
    if (depth >= deepest || !countsSteps(world, code.text.length / signsOfCommand)) {
      world.findings.fault('shell code in shell code goes too deep', program)
      return undefined
    }
    const { commands, whole, refused } = shellCommands(code)
    if (refused !== undefined && namesClient(code.text.slice(refused.from)))
      world.findings.faultAt(`${refused.what} of the shell does not end`, refused.at)
    const isHere = run.isHere === true
    const functions = isHere || around.areExported ? around : new ShellFunctions(code.text, world.state, world.steps)
    const kind = !isHere ? 'shell' : run.runs === 'code' ? 'here' : 'function'
    const given = run.runs !== 'its input' && run.hasInput ? read : nothing
    const act = (): Outcome => this.#place.follow({ whole, kind, functions, read: given, depth: depth + 1 })
    return commands.length === 0 ? undefined : this.#inShell(act, run, functions)
  }

  /** What a shell of its own sets is known to it alone. */
  #inShell(act: () => Outcome, { isHere, given }: WhatRuns, functions: ShellFunctions): Outcome {
    const { state, values } = this.#world
    if (isHere === true) {
      const before = values.given
      if (given !== undefined) values.give(given)
      const outcome = act()
      if (given !== undefined) values.give(before)
      return outcome
    }
    const mark = state.begin()
    values.give(given === undefined || given.length === 0 ? undefined : given)
    act()
    this.#ended(functions)
    state.leaveOwn(state.undo(mark), true, false)
    state.end()
    return { status: 'unknown' }
  }
}

function heldInput(input: GivenInput): Held {
  if (typeof input === 'object') return { ...heldOf(input), isOfSql: holdsSql(input.text) }
  return { ...unknownHeld, isOfSql: input === 'untold' }
}
