import type { ShellCommand, ShellGroup, ShellWord } from './shell-word.ts'
import { hasText, type Shown, shownBy } from './shown-text.ts'

/** What a command is given to read: a text, nothing, what other programs make, or a text of which that is not known. */
export type GivenInput = ShellWord | 'nothing' | 'unknown' | 'untold'

/** What a program does that may read what its group is given. */
export type Reader = 'client' | 'shows' | 'keeps' | 'unknown'

/** What commands are given to read, one after the other. */
export class ShellInputs {
  /** What the code as a whole is given. */
  readonly #around: GivenInput
  /** For each group, which one gives it something to read. */
  readonly #feeders = new Map<ShellGroup, ShellGroup | undefined>()
  /** What read first what a group is given. */
  readonly #readers = new Map<ShellGroup | undefined, { readonly command: ShellCommand; readonly reader: Reader }>()

  /** What commands show, and where what they read comes from: each is asked for by all that stand behind it in a pipe. */
  readonly #shown = new Map<ShellCommand, Shown>()
  readonly #firsts = new Map<ShellCommand, ShellCommand>()

  constructor(around: GivenInput) {
    this.#around = around
  }

  /** What a command is given to read that reads all of it. */
  inputOf(command: ShellCommand, reader: Reader): GivenInput {
    const at = this.#firstOf(command)
    if (at.input !== undefined) return at.input
    const { source } = at
    if (source === undefined) return this.#ofGroup(at, reader)
    const shown = this.#shownBy(source)
    if (shown !== 'unknown') return shown === 'its input' ? 'unknown' : shown
    return source.closes !== undefined && hasText(source.closes) ? 'untold' : 'unknown'
  }

  /** The first of the commands that hand on what they read to a command, or that itself. */
  #firstOf(command: ShellCommand): ShellCommand {
    const path: ShellCommand[] = []
    let at = command
    while (at.input === undefined && at.source !== undefined && this.#shownBy(at.source) === 'its input') {
      path.push(at)
      at = this.#firsts.get(at) ?? at.source
    }
    for (const one of path) this.#firsts.set(one, at)
    return at
  }

  #shownBy(source: ShellCommand): Shown {
    const shown = this.#shown.get(source) ?? shownBy(source)
    this.#shown.set(source, shown)
    return shown
  }

  /** Texts that groups are given, and what read them. */
  *readTexts(): Generator<readonly [text: ShellWord, reader: Reader]> {
    for (const [group, { reader }] of this.#readers) {
      const text = group?.end?.input
      if (typeof text === 'object') yield [text, reader]
    }
  }

  #ofGroup(command: ShellCommand, reader: Reader): GivenInput {
    const feeder = this.#feederOf(command.group)
    const before = this.#readers.get(feeder)
    // What `cat` reads is asked for again by what reads what it shows.
    if (before === undefined || before.command === command) this.#readers.set(feeder, { command, reader })
    else if (before.reader === 'client') return 'nothing'
    else return feeder === undefined && this.#around === 'nothing' ? 'nothing' : 'unknown'
    if (feeder === undefined) return this.#around
    const { end, source } = feeder
    if (end?.input !== undefined) return end.input
    return source === undefined ? 'nothing' : this.#shownTo(source)
  }

  #shownTo(source: ShellCommand): GivenInput {
    const shown = this.#shownBy(source)
    if (shown === 'its input') return source.input ?? 'unknown'
    return shown
  }

  #feederOf(group: ShellGroup): ShellGroup | undefined {
    const path: ShellGroup[] = []
    let feeder: ShellGroup | undefined
    for (let at: ShellGroup | undefined = group; at !== undefined; at = at.parent) {
      if (this.#feeders.has(at)) {
        feeder = this.#feeders.get(at)
        break
      }
      path.push(at)
      if (at.source !== undefined || at.end?.input !== undefined) {
        feeder = at
        break
      }
    }
    for (const one of path) this.#feeders.set(one, feeder)
    return feeder
  }
}
