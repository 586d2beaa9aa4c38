import { CommandFrame, type FrameKind, OpenCommand } from './shell-frames.ts'
import { groupWords } from './shell-groups.ts'
import type { ShellCommand } from './shell-word.ts'
import { ShellWordReader } from './shell-word-reader.ts'

/** What stands behind the name of a function. */
const emptyBrackets = /\(\s*\)/y

const insideOfWord: FrameKind = { isInWord: true, isInside: true, isList: false }
const insideOfList: FrameKind = { isInWord: true, isInside: true, isList: true }
export const groupInWord: FrameKind = { isInWord: false, isInside: true, isList: false }
export const groupAlone: FrameKind = { isInWord: false, isInside: false, isList: false }

/** Puts words together to commands, and commands to groups. */
export abstract class CommandReader extends ShellWordReader<CommandFrame> {
  readonly commands: ShellCommand[]
  /** Whether the command goes on in the next line. */
  protected goesOn = false

  constructor(code: string, places: readonly number[] | undefined, base: CommandFrame, commands: ShellCommand[]) {
    super(code, places, base.start, base)
    this.commands = commands
  }

  protected endWord(): void {
    const { top } = this
    const { word, command, next } = top
    if (word === undefined) return
    if (next === 'command') command.words.push(word)
    else if (next === 'text') command.given(word)
    else if (next === 'input') command.givenFile(word)
    else if (next === 'output' || next === 'added') command.output = { name: word, isAdded: next === 'added' }
    top.next = 'command'
    top.word = undefined
  }

  protected override endCommand(): void {
    this.endWord()
    const { top } = this
    top.next = 'command'
    const { command } = top
    if (command.isEmpty || top.isList) return
    this.addCommand(command)
    top.command = new OpenCommand(top.group, top.isInside)
  }

  protected addCommand(command: OpenCommand): void {
    this.top.place(command, this.commands)
    this.commands.push(command)
    this.goesOn = false
  }

  protected bracket(character: '(' | ')'): void {
    const { top } = this
    if (character === ')' && top.close === ')' && !this.#isBehindPattern()) this.close()
    else if (character === ')') {
      top.command.isPattern = true
      this.endCommand()
      this.at += 1
    } else if (this.char(1) === '(' && top.word === undefined) this.taken('))')
    else if (/^[A-Za-z_]\w*\+?=$/.test(top.word?.text ?? '') && top.next === 'command') this.#list()
    else if (!this.#definition()) this.open(')', 1, false)
  }

  /** Whether what stands before a bracket is a pattern of `case`. */
  #isBehindPattern(): boolean {
    this.endWord()
    const { command, group, isList } = this.top
    if (isList || command.words.length === 0) return false
    const { opens, closes } = groupWords(command.words)
    return opens.length === 0 ? group.kind === 'case' && !closes : opens.at(-1) === 'case'
  }

  /** `name=(…)`: the words in it are values. */
  #list(): void {
    this.at += 1
    const { top } = this
    this.frames.push(new CommandFrame(')', this.at, top.group, insideOfList))
  }

  /** Takes the brackets behind the name of a function; false where none are. */
  #definition(): boolean {
    emptyBrackets.lastIndex = this.at
    const { top } = this
    if (!emptyBrackets.test(this.code) || (top.word === undefined && top.command.words.length === 0)) return false
    this.endWord()
    const { command } = top
    const name = command.words.pop()
    if (command.words.at(-1)?.text === 'function') command.words.pop()
    // Words of the shell may stand before it.
    if (!command.isEmpty) this.addCommand(command)
    top.command = new OpenCommand(top.group, top.isInside, undefined, command.isEmpty ? command.joint : '')
    top.defining = name?.text
    this.at = emptyBrackets.lastIndex
    return true
  }

  protected override open(close: ')' | '`', length: number, isInWord: boolean): void {
    if (isInWord) this.word()
    const { source, joint } = this.top.command
    const isFirst = this.top.command.words.length === 0
    if (!isInWord) this.endCommand()
    this.at += length
    const { top } = this
    const kind = isInWord ? insideOfWord : top.isInside ? groupInWord : groupAlone
    const opened = new CommandFrame(close, this.at, top.group, kind)
    this.frames.push(opened)
    if (isInWord) opened.openGroup(this.commands, { kind: 'word', owner: this.#owner() })
    else {
      const definition = top.defining
      opened.openGroup(this.commands, { kind: '(', definition, ...(isFirst && { source, joint }) })
      top.defining = undefined
    }
    opened.command.group = opened.group
  }

  /** The command in whose words something stands; the words of a list are those of the command around it. */
  #owner(): OpenCommand {
    const frames = this.frames.slice(-3, -1)
    return frames.findLast(({ isList }) => !isList)?.command ?? this.top.command
  }

  protected override close(): void {
    const { top: inner } = this
    const from = this.frames.at(-2)?.word?.text.length ?? 0
    super.close()
    const closed = inner.group
    if (!inner.isList) closed.to = this.commands.length
    if (inner.isInWord) {
      const word = this.word()
      if (inner.isList) word.list = inner.command.words
      const { count, last, isFile } = inner
      if (last !== undefined) word.made = { from, to: word.text.length, last, isAlone: count === 1, isFile }
      return
    }
    const { top } = this
    top.command = new OpenCommand(top.group, top.isInside)
    top.command.closes = closed
    closed.end = top.command
  }
}
