import { groupWords, type OpenGroup, openGroup } from './shell-groups.ts'
import type { OpenWord, ShellCommand, ShellWord } from './shell-word.ts'
import type { WordFrame } from './shell-word-reader.ts'

/** A command that is being read. A class, for objects of one shape are made fastest: code may have some hundred thousand. */
export class OpenCommand implements ShellCommand {
  readonly words: ShellWord[] = []
  input: ShellCommand['input']
  source: ShellCommand | undefined
  unclosed: ShellCommand['unclosed']
  group: OpenGroup
  closes: OpenGroup | undefined
  isDiverted = false
  isPiped = false
  readonly isAlternative: boolean
  readonly isInside: boolean

  constructor(group: OpenGroup, isInside: boolean, source?: ShellCommand, isAlternative = false) {
    this.group = group
    this.isInside = isInside
    this.input = undefined
    this.source = source
    this.unclosed = undefined
    this.closes = undefined
    this.isAlternative = isAlternative
  }
}

/** What the next word is: that of the command, the file or text behind `<` or `<<<`, or the file behind another sign. */
export type WordPlace = 'command' | 'input' | 'text' | 'elsewhere'

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
  /** Whether the name of a function stands before what comes. */
  isDefining = false

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
  }

  /** Opens a group whose first command comes next. */
  openGroup(commands: readonly ShellCommand[], source: ShellCommand | undefined, isPlain: boolean): void {
    this.group = openGroup(this.group, commands, source, isPlain)
  }

  /** Puts a command that is read into its group: opens those that begin with it, and closes the one that it ends. */
  place(command: OpenCommand, commands: readonly ShellCommand[]): void {
    const { source, words } = command
    const isFunction = words[0]?.text === 'function'
    const { opens, closes } = groupWords(isFunction ? words.slice(2) : words)
    for (const [at, isPlain] of opens.entries()) {
      this.openGroup(commands, at === 0 ? source : undefined, isPlain && !isFunction && !this.isDefining)
      this.depth += 1
    }
    this.isDefining = false
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
