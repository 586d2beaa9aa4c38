import { groupWords, type OpenGroup, type Opening, openGroup } from './shell-groups.ts'
import type { Joint, OpenWord, ShellCommand, ShellWord, WrittenFile } from './shell-word.ts'
import type { WordFrame } from './shell-word-reader.ts'

const noSteps: readonly string[] = []

/** A command that is being read. A class, for objects of one shape are made fastest: code may have some hundred thousand. */
export class OpenCommand implements ShellCommand {
  readonly words: ShellWord[] = []
  input: ShellCommand['input']
  file: ShellWord | undefined
  output: WrittenFile | undefined
  source: ShellCommand | undefined
  unclosed: ShellCommand['unclosed']
  group: OpenGroup
  closes: OpenGroup | undefined
  isDiverted = false
  isPiped = false
  readonly joint: Joint
  steps: readonly string[]
  isBackground = false
  isPattern = false
  readonly isInside: boolean

  constructor(group: OpenGroup, isInside: boolean, source?: ShellCommand, joint: Joint = '') {
    this.group = group
    this.isInside = isInside
    this.input = undefined
    this.file = undefined
    this.output = undefined
    this.source = source
    this.unclosed = undefined
    this.closes = undefined
    this.joint = joint
    this.steps = noSteps
  }

  /** Whether nothing stands there. */
  get isEmpty(): boolean {
    const { words, closes, output, file } = this
    return words.length === 0 && closes === undefined && output === undefined && file === undefined
  }

  /** It is given a text to read, or something that is not known. */
  given(input: ShellWord | 'unknown'): void {
    this.input = input
    this.file = undefined
  }

  /** It is given a file to read; one that others show may be known. */
  givenFile(file: ShellWord): void {
    this.input = 'unknown'
    this.file = file
  }
}

/** What the next word is: that of the command, the file or text behind `<` or `<<<`, the file behind `>` or `>>`, or another. */
export type WordPlace = 'command' | 'input' | 'text' | 'output' | 'added' | 'elsewhere'

/** What kind of place commands stand in. */
export interface FrameKind {
  readonly isInWord: boolean
  /** Whether what its commands show becomes a part of a word. */
  readonly isInside: boolean
  /** Whether its words are values of a list, and no command. */
  readonly isList: boolean
}

/** A place where commands stand. */
export class CommandFrame implements WordFrame {
  readonly close: WordFrame['close']
  readonly start: number
  readonly isInWord: boolean
  readonly isInside: boolean
  readonly isList: boolean
  word: OpenWord | undefined
  quotes: number | undefined
  command: OpenCommand
  next: WordPlace = 'command'
  /** The innermost group. */
  group: OpenGroup
  /** How many `if … fi` and the like are open in it. */
  depth = 0
  /** How many commands it has had, those in brackets and in words left aside, and the last of them. */
  count = 0
  last: ShellCommand | undefined
  /** Whether it stands for a file, as `<(…)` does. */
  isFile = false
  /** The name of a function that stands before what comes. */
  defining: string | undefined

  constructor(close: WordFrame['close'], start: number, group: OpenGroup, { isInWord, isInside, isList }: FrameKind) {
    this.close = close
    this.start = start
    this.isInWord = isInWord
    this.isInside = isInside
    this.isList = isList
    this.word = undefined
    this.quotes = undefined
    this.group = group
    this.command = new OpenCommand(group, isInside)
    this.last = undefined
    this.defining = undefined
  }

  /** Opens a group whose first command comes next. */
  openGroup(commands: readonly ShellCommand[], opening: Opening): void {
    this.group = openGroup(this.group, commands, opening)
  }

  /** Puts a command that is read into its group: opens those that begin with it, and closes the one that it ends. */
  place(command: OpenCommand, commands: readonly ShellCommand[]): void {
    const { source, words, joint } = command
    const isFunction = words[0]?.text === 'function'
    const { opens, closes, steps } = groupWords(isFunction ? words.slice(2) : words)
    command.steps = steps
    let definition = isFunction ? words[1]?.text : this.defining
    for (const [at, kind] of opens.entries()) {
      this.openGroup(commands, { kind, definition, ...(at === 0 && { source, joint }) })
      definition = undefined
      this.depth += 1
    }
    this.defining = isFunction && opens.length === 0 ? words[1]?.text : undefined
    // What a group is given is read by the commands in it.
    if (opens.length > 0) command.source = undefined
    if (closes && this.depth > 0) {
      this.depth -= 1
      const closed = this.group
      closed.to = commands.length
      closed.end = command
      command.closes = closed
      this.group = closed.parent ?? closed
    }
    command.group = this.group
    this.count += 1
    this.last = command
  }
}
