import type { ShellCommand, ShellGroup, ShellWord } from '../shell/shell-word.ts'
import { isSql } from './said-sql.ts'
import type { Shown, ShownTexts } from './shown-text.ts'

/** What a command is given to read: a text, nothing, what other programs make, or SQL of which it is not known what it is then. */
export type GivenInput = ShellWord | 'nothing' | 'unknown' | 'untold'

/** What a program does that may read what its group is given. */
export type Reader = 'client' | 'shows' | 'keeps' | 'unknown'

/** How many lines are looked at. */
const mostLines = 100

/** What is left of something that another program may have read. */
function leftOf(given: GivenInput, reader: Reader): GivenInput {
  if (typeof given !== 'object') return given
  // What is read line by line is not read to its end; who else is given SQL is told of.
  return reader === 'keeps' && given.text.split('\n', mostLines).some(isSql) ? 'untold' : 'unknown'
}

/** What commands are given to read, one after the other. */
export class ShellInputs {
  /** The code as a whole, or the function, whose commands these are, and what that is given. */
  readonly #whole: ShellGroup
  #around: (reader: Reader) => GivenInput
  readonly #shows: ShownTexts
  /** For each group, which one gives it something to read. */
  readonly #feeders = new Map<ShellGroup, ShellGroup | undefined>()
  /** What read first what a group is given. */
  readonly #readers = new Map<ShellGroup | undefined, { readonly command: ShellCommand; readonly reader: Reader }>()

  /** What commands show, and where what they read comes from: each is asked for by all that stand behind it in a pipe. */
  readonly #shown = new Map<ShellCommand, Shown>()
  readonly #firsts = new Map<ShellCommand, ShellCommand>()
  readonly #holding = new Map<ShellCommand, boolean>()

  constructor(whole: ShellGroup, around: (reader: Reader) => GivenInput, shows: ShownTexts) {
    this.#whole = whole
    this.#around = around
    this.#shows = shows
  }

  /** Forgets what was shown: in the loop, or behind it, variables hold something else. */
  forget(): void {
    this.#shown.clear()
  }

  /** From here on the shell itself reads what a command is given, as that of `exec <file` is. */
  redirect({ input, file }: ShellCommand): void {
    if (input === undefined) return
    const given = this.#shows.given(input, file)
    this.#around = () => given
    this.#readers.delete(undefined)
  }

  /** What a command is given to read that reads all of it. */
  inputOf(command: ShellCommand, reader: Reader): GivenInput {
    const at = this.#firstOf(command)
    if (at.input !== undefined) return this.#shows.given(at.input, at.file)
    const { source } = at
    return source === undefined ? this.#ofGroup(at, reader) : this.#shownTo(source)
  }

  #shownTo(source: ShellCommand): GivenInput {
    const shown = this.#shownBy(source)
    if (shown === 'its input') return this.#shows.given(source.input, source.file)
    return shown === 'unknown' && this.#holdsSql(source) ? 'untold' : shown
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
    const shown = this.#shown.get(source) ?? this.#shows.of(source)
    this.#shown.set(source, shown)
    return shown
  }

  /** Whether SQL is seen in one of the commands of a pipe up to this one. */
  #holdsSql(last: ShellCommand): boolean {
    const path: ShellCommand[] = []
    let isHeld = false
    for (let at: ShellCommand | undefined = last; at !== undefined && !isHeld; at = at.source ?? at.closes?.source) {
      const known = this.#holding.get(at)
      isHeld = known ?? this.#shows.holdsSql(at)
      if (known !== undefined) break
      path.push(at)
    }
    for (const one of path) this.#holding.set(one, isHeld)
    return isHeld
  }

  #ofGroup(command: ShellCommand, reader: Reader): GivenInput {
    const feeder = this.#feederOf(command.group)
    const before = this.#readers.get(feeder)
    // What `cat` reads is asked for again by what reads what it shows.
    if (before === undefined || before.command === command) this.#readers.set(feeder, { command, reader })
    else if (before.reader === 'client') return 'nothing'
    else return leftOf(this.#given(feeder, reader), before.reader)
    return this.#given(feeder, reader)
  }

  #given(feeder: ShellGroup | undefined, reader: Reader): GivenInput {
    if (feeder === undefined) return this.#around(reader)
    const { end, source, isTaking, owner } = feeder
    if (isTaking && owner !== undefined) return this.#shownByOwner(owner)
    if (end?.input !== undefined) return this.#shows.given(end.input, end.file)
    return source === undefined ? 'nothing' : this.#shownTo(source)
  }

  /** What a command gives to another one that stands in the place of a file. */
  #shownByOwner(owner: ShellCommand): GivenInput {
    const shown = this.#shows.before(owner)
    return shown === 'its input' ? this.inputOf(owner, 'shows') : shown
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
      if (at.source !== undefined || at.end?.input !== undefined || at.isTaking) feeder = at
      if (feeder !== undefined || at === this.#whole) break
    }
    for (const one of path) this.#feeders.set(one, feeder)
    return feeder
  }
}
