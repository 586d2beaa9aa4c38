import { knownOutcome } from '../shell/known-status.ts'
import { type Outcome, unknownOutcome } from '../shell/shell-blocks.ts'
import { callOf, nameOfProgram } from '../shell/shell-call.ts'
import { ShellFlow } from '../shell/shell-flow.ts'
import type { Held, ShellState } from '../shell/shell-state.ts'
import { emptyWord, type ShellCommand, type ShellGroup, type ShellWord } from '../shell/shell-word.ts'
import { type GivenInput, type Reader, ShellInputs } from './shell-input.ts'
import { ShellPrograms } from './shell-programs.ts'
import { heldOf, unknownHeld } from './shell-values.ts'
import { ShellVariables } from './shell-variables.ts'
import type { FollowedCode, ShellWorld } from './shell-world.ts'
import { type Shown, type ShownBy, ShownTexts } from './shown-text.ts'

/** How many commands of functions are gone through for what they show. */
const mostShown = 100_000

/** Follows the commands of code one after the other, as the shell would. */
export class ShellRun {
  readonly #world: ShellWorld
  readonly #code: FollowedCode
  readonly #shows: ShownTexts
  readonly #inputs: ShellInputs
  readonly #programs: ShellPrograms
  readonly #flow: ShellFlow

  constructor(world: ShellWorld, code: FollowedCode) {
    this.#world = world
    this.#code = code
    this.#shows = new ShownTexts(this.#shownBy())
    this.#inputs = new ShellInputs(code.whole, code.read, this.#shows)
    const variables = new ShellVariables(world.values, this.#shows, (name) => this.#keepLocal(name))
    const follow = (other: FollowedCode): Outcome => new ShellRun(world, other).run()
    this.#programs = new ShellPrograms(world, code, { shows: this.#shows, variables, follow })
    this.#flow = new ShellFlow(code.whole, code.kind, world.state, (words) => world.values.words(words))
  }

  #shownBy(): ShownBy {
    const { values, files } = this.#world
    const { functions } = this.#code
    return {
      words: ({ words }) => values.words(words),
      text: (word) => values.filled(word),
      file: (name) => this.#textOfFile(files.read(name), name),
      counts: (commands) => {
        this.#world.shown += 1 + commands
        return this.#world.shown <= mostShown
      },
      body: (name, given) => {
        const [group, ...others] = functions.bodiesOf(name) ?? []
        if (group === undefined || others.length > 0) return undefined
        const by = this.#shownBy()
        return {
          ...by,
          group,
          words: (command) => values.where(given, () => by.words(command)),
          text: (word) => values.where(given, () => by.text(word)),
        }
      },
    }
  }

  #textOfFile(held: Held | undefined, name: ShellWord): ShellWord | 'untold' | undefined {
    if (name.made?.isFile === true) return this.#shows.madeOf(name)
    if (held === undefined) return undefined
    const [one, ...others] = held.words
    if (one !== undefined && others.length === 0 && !held.hasMore) return one
    return held.isOfSql ? 'untold' : undefined
  }

  #keepLocal(name: string): void {
    const { locals } = this.#code
    if (locals !== undefined && !locals.has(name)) locals.set(name, this.#world.values.held(name))
  }

  run(): Outcome {
    const flow = this.#flow
    const { commands, from, to } = this.#code.whole
    const end = Math.min(to, commands.length)
    for (let at = from; at < end; ) {
      const command = commands[at]
      if (command === undefined) break
      const body = flow.begin(command, at)
      if (body === undefined) at = this.#next(command) ?? at + 1
      else at = this.#define(body)
    }
    flow.end()
    return flow.outcome
  }

  /** Follows code that stands alone: with what runs when its shell ends, and functions that something may call. */
  runWhole(): void {
    this.run()
    const { traps } = this.#world
    for (const { code } of traps) this.#programs.trapped(code)
    this.#programs.followUncalled(this.#code.functions)
  }

  /** Follows a command; gives where to go back to, for a loop that is followed once more. */
  #next(command: ShellCommand): number | undefined {
    const flow = this.#flow
    this.#code.functions.passed(command, flow.isLive)
    if (command.closes === undefined)
      return flow.finish(command, flow.isLive && !command.isPattern ? this.#apart(command) : unknownOutcome)
    const back = flow.finish(command, unknownOutcome)
    if (back !== undefined) this.#inputs.forget()
    else if (flow.isLive && command.output !== undefined) this.#apart(command)
    return back
  }

  /** Remembers a function, and gives where the code goes on behind it. */
  #define(body: ShellGroup): number {
    const flow = this.#flow
    const { functions } = this.#code
    if (flow.isLive) functions.define(body.definition ?? '', body)
    flow.pass()
    let at = Math.min(body.to, body.commands.length)
    while (at < body.commands.length && body.commands[at]?.closes !== body) at += 1
    return at + 1
  }

  /** A command that runs in a shell of its own, or may not run, leaves behind what that does. */
  #apart(command: ShellCommand): Outcome {
    const { state } = this.#world
    const { source, isPiped, isBackground } = command
    const isOwn = source !== undefined || isPiped || isBackground
    const { isMaybe } = this.#flow
    if (!isOwn && !isMaybe) return this.#command(command)
    return this.#inRegion(() => this.#command(command), isOwn, isMaybe, state)
  }

  #inRegion<Result>(act: () => Result, isOwn: boolean, isMaybe: boolean, state: ShellState): Result {
    const mark = state.begin()
    const result = act()
    state.leaveOwn(state.undo(mark), isOwn, isMaybe)
    state.end()
    return result
  }

  #command(command: ShellCommand): Outcome {
    if (command.closes !== undefined) {
      this.#write(command)
      return unknownOutcome
    }
    const words = this.#world.values.words(command.words)
    const call = callOf(words)
    const known = knownOutcome(call)
    const read = (reader: Reader): GivenInput => this.#inputs.inputOf(command, reader)
    if (call.program === undefined && words.at(-1)?.text === 'exec') this.#inputs.redirect(command)
    const outcome = this.#programs.run(call, command, read, this.#flow.isSure)
    this.#write(command)
    if (outcome !== undefined) return outcome
    const isReplaced = call.program !== undefined && words[command.steps.length]?.text === 'exec'
    return isReplaced ? { status: 'unknown', leaving: { what: 'exit', levels: 1 } } : known
  }

  /** Remembers what a command writes into files. */
  #write(command: ShellCommand): void {
    const { files, values } = this.#world
    const { output, closes } = command
    if (output !== undefined)
      files.write(output.name, this.#written(this.#shows.before(command), command), output.isAdded)
    if (closes !== undefined) return
    const { program, given } = callOf(values.words(command.words))
    if (nameOfProgram(program?.text ?? '') !== 'tee') return
    const names = given.filter(({ text }) => !text.startsWith('-'))
    const isAdded = given.some(({ text }) => /^-[a-z]*a|^--append$/.test(text))
    const held = this.#written('its input', command)
    for (const name of names) files.write(name, held, isAdded)
  }

  #written(shown: Shown, command: ShellCommand): Held {
    const text = shown === 'its input' ? this.#inputs.inputOf(command, 'shows') : shown
    if (typeof text === 'object') return heldOf(text)
    return text === 'nothing' ? heldOf(emptyWord()) : { ...unknownHeld, isOfSql: text === 'untold' }
  }
}
