import { endOfDocument, type HereDocument, hereDocumentAt, plainDocument } from './here-documents.ts'
import { CommandFrame, type FrameKind, OpenCommand, type WordPlace } from './shell-frames.ts'
import { type OpenGroup, openGroup } from './shell-groups.ts'
import type { ShellCommand, ShellWord, UnclosedShell } from './shell-word.ts'
import { ShellWordReader } from './shell-word-reader.ts'

/** The commands of shell code, and why the shell takes no more of it. */
export interface ShellCommands {
  readonly commands: readonly ShellCommand[]
  /** The names of the functions that it has. */
  readonly functions: ReadonlySet<string>
  /** What opens and does not end, and from where on the shell for this reason runs nothing. */
  readonly refused: (UnclosedShell & { readonly from: number }) | undefined
}

/** What stands behind the name of a function. */
const emptyBrackets = /\(\s*\)/y

/** Where shell code stands that is read: alone, in code around it, or in a here-document. */
interface CodePlace {
  readonly places: readonly number[] | undefined
  readonly at: number
  /** The group that a here-document is read in. */
  readonly around: OpenGroup | undefined
}

const insideOfWord: FrameKind = { isInWord: true, isInside: true, isList: false }
const insideOfList: FrameKind = { isInWord: true, isInside: true, isList: true }
const groupInWord: FrameKind = { isInWord: false, isInside: true, isList: false }
const groupAlone: FrameKind = { isInWord: false, isInside: false, isList: false }

/** Divides the code of a shell into commands and words, in one pass. */
class ShellReader extends ShellWordReader<CommandFrame> {
  readonly commands: ShellCommand[]
  readonly #functions = new Set<string>()
  #awaited: (readonly [HereDocument, OpenCommand | undefined])[] = []
  readonly #isInDocument: boolean
  /** Whether the command goes on in the next line. */
  #goesOn = false
  /** How many commands the shell has run, and where it goes on. */
  #done = { commands: 0, at: 0 }

  constructor(code: string, { places, at, around }: CodePlace) {
    const commands: ShellCommand[] = []
    const base = openGroup(around, commands, undefined, true)
    super(code, places, at, new CommandFrame('', at, base, around === undefined ? groupAlone : groupInWord))
    this.commands = commands
    this.#isInDocument = around !== undefined
  }

  run(): ShellCommands {
    while (this.at < this.code.length) {
      if (this.top.quotes === undefined) this.#bare()
      else this.quoted()
    }
    const unclosed = this.#refused()
    if (unclosed === undefined) this.endCommand()
    else this.commands.length = this.#done.commands
    const refused = unclosed === undefined ? undefined : { ...unclosed, from: this.#done.at }
    return { commands: this.commands, functions: this.#functions, refused }
  }

  /** A here-document in which variables and commands are put in. */
  document(isIndented: boolean): { readonly text: ShellWord; readonly unclosed: UnclosedShell | undefined } {
    const [base] = this.frames
    const passTabs = (): void => {
      while (isIndented && this.frames.length === 1 && this.char() === '\t') this.at += 1
    }
    passTabs()
    while (this.at < this.code.length) {
      const isText = this.frames.length === 1
      const character = this.char()
      if (isText && character === '"') this.take(character, 1)
      else if (isText && character === '\\' && this.char(1) === '"') this.take('\\', 1)
      else if (isText || this.top.quotes !== undefined) this.quoted()
      else this.#bare()
      if (isText && character === '\n') passTabs()
    }
    return { text: base?.word ?? { text: '', places: [] }, unclosed: this.#refused() }
  }

  #refused(): UnclosedShell | undefined {
    const [base, next] = this.frames
    const at = base?.quotes ?? (next === undefined ? this.unclosed : next.start - 1)
    if (at === undefined) return undefined
    const what = /^\$?['"`]/.test(this.code.slice(at, at + 2)) ? 'a quotation mark' : 'a bracket'
    return { what, at: this.placeOf(at) }
  }

  #endWord(): void {
    const { top } = this
    const { word, command, next } = top
    if (word === undefined) return
    if (next === 'command') command.words.push(word)
    else if (next === 'text') command.input = word
    else if (next === 'input') command.input = 'unknown'
    top.next = 'command'
    top.word = undefined
  }

  protected endCommand(): void {
    this.#endWord()
    const { top } = this
    top.next = 'command'
    const { command } = top
    if (command.words.length === 0 && command.closes === undefined) return
    if (!top.isList) this.#command(command)
    top.command = new OpenCommand(top.group, top.isInside)
  }

  #command(command: OpenCommand): void {
    const [first, name] = command.words
    if (first?.text === 'function' && name !== undefined) this.#functions.add(name.text)
    this.top.place(command, this.commands)
    this.commands.push(command)
    this.#goesOn = false
  }

  #bare(): void {
    const character = this.char()
    if (character === '\n') this.#newLine()
    else if (/\s/.test(character)) {
      this.at += 1
      this.#endWord()
    } else if (character === '&' && this.char(1) === '>') this.#redirection()
    else if (/[;&|]/.test(character)) this.#separator(character)
    else if (character === '(' || character === ')') this.#bracket(character)
    else if (character === '#' && this.top.word === undefined) this.#comment()
    else if (character === '<' || character === '>') this.#redirection()
    else this.inWord(character)
  }

  #comment(): void {
    const end = this.code.indexOf('\n', this.at)
    this.at = end < 0 ? this.code.length : end
  }

  #separator(character: string): void {
    const isDouble = character === this.char(1)
    const { top } = this
    this.#endWord()
    const { command: before } = top
    this.endCommand()
    this.#goesOn = character === '|' || (character === '&' && isDouble)
    this.at += isDouble || (character === '|' && this.char(1) === '&') ? 2 : 1
    const isSource = character === '|' && !isDouble && (before.words.length > 0 || before.closes !== undefined)
    before.isPiped ||= isSource
    top.command = new OpenCommand(top.group, top.isInside, isSource ? before : undefined, character === '|' && isDouble)
  }

  #bracket(character: '(' | ')'): void {
    const { top } = this
    if (character === ')' && top.close === ')') this.close()
    else if (character === ')') {
      this.endCommand()
      this.at += 1
    } else if (this.char(1) === '(' && top.word === undefined) this.taken('))')
    else if (/^[A-Za-z_]\w*\+?=$/.test(top.word?.text ?? '') && top.next === 'command') this.#list()
    else if (!this.#definition()) this.open(')', 1, false)
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
    this.#endWord()
    const name = top.command.words.at(-1)
    if (name !== undefined) this.#functions.add(name.text)
    top.command = new OpenCommand(top.group, top.isInside)
    top.isDefining = true
    this.at = emptyBrackets.lastIndex
    return true
  }

  protected open(close: ')' | '`', length: number, isInWord: boolean): void {
    if (isInWord) this.word()
    const { source } = this.top.command
    const isFirst = this.top.command.words.length === 0
    if (!isInWord) this.endCommand()
    this.at += length
    const { top } = this
    const kind = isInWord ? insideOfWord : top.isInside ? groupInWord : groupAlone
    const opened = new CommandFrame(close, this.at, top.group, kind)
    this.frames.push(opened)
    if (isInWord) return
    opened.openGroup(this.commands, isFirst ? source : undefined, !top.isDefining)
    opened.command.group = opened.group
    top.isDefining = false
  }

  protected override close(): void {
    const { top: inner } = this
    const from = this.frames.at(-2)?.word?.text.length ?? 0
    super.close()
    if (inner.isInWord) {
      const word = this.word()
      const { count, last } = inner
      if (last !== undefined) word.made = { from, to: word.text.length, last, isAlone: count === 1 }
      return
    }
    const closed = inner.group
    closed.to = this.commands.length
    const { top } = this
    top.command = new OpenCommand(top.group, top.isInside)
    top.command.closes = closed
    closed.end = top.command
  }

  #redirection(): void {
    const { top } = this
    if (this.char() !== '&' && this.char(1) === '(' && top.word === undefined) {
      this.open(')', 2, true)
      return
    }
    const number = this.#number()
    const isInput = this.char() === '<' && (number ?? 0) === 0
    this.#endWord()
    const document = hereDocumentAt(this.code, this.at)
    if (document === undefined) {
      if (this.char() !== '<' && (number ?? 1) === 1) top.command.isDiverted = true
      top.next = this.#direction(isInput)
    } else {
      this.#awaited.push([document[0], isInput ? top.command : undefined])
      this.at = document[1]
    }
  }

  /** Takes the digits before the sign, which say which file of the command it is. */
  #number(): number | undefined {
    const { text = '' } = this.top.word ?? {}
    if (!/^\d+$/.test(text)) return undefined
    this.top.word = undefined
    return Number(text)
  }

  /** Passes the signs of a redirection: what the next word is. */
  #direction(isInput: boolean): WordPlace {
    const isText = this.code.startsWith('<<<', this.at)
    // Of `&>`, `>&` and `>|` none divides commands.
    if (this.char() === '&') this.at += 1
    while (/[<>]/.test(this.char())) this.at += 1
    if (/[&|]/.test(this.char())) this.at += 1
    if (!isInput) return 'elsewhere'
    return isText ? 'text' : 'input'
  }

  #newLine(): void {
    this.endCommand()
    this.at += 1
    const awaited = this.#awaited
    this.#awaited = []
    for (const [document, taker] of awaited) this.#document(document, taker)
    if (this.frames.length === 1 && this.top.depth === 0 && !this.#goesOn)
      this.#done = { commands: this.commands.length, at: this.at }
  }

  #document(document: HereDocument, taker: OpenCommand | undefined): void {
    const from = this.at
    const [to, next] = endOfDocument(this.code, from, document)
    this.at = next
    const { isIndented, isPlain } = document
    // Here-documents stand in one another only by commands in them, which is not followed any further.
    if (taker === undefined || this.#isInDocument) {
      if (taker !== undefined) taker.input = 'unknown'
    } else if (isPlain) taker.input = plainDocument(this.code, from, to, isIndented, (at) => this.placeOf(at))
    else {
      const { places } = this
      const inside = new ShellReader(this.code.slice(0, to), { places, at: from, around: this.top.group })
      const { text, unclosed } = inside.document(isIndented)
      for (const one of inside.commands) if (unclosed === undefined) this.commands.push(one)
      taker.input = unclosed === undefined ? text : 'unknown'
      taker.unclosed = unclosed
    }
  }
}

/** Shell code that stands alone, or in other code. */
export interface ShellCode {
  readonly text: string
  /** Where its characters stand in the code around it. */
  readonly places: readonly number[] | undefined
}

/** The commands of shell code, also those whose output others take; linear in the code. */
export function shellCommands({ text, places }: ShellCode): ShellCommands {
  return new ShellReader(text, { places, at: 0, around: undefined }).run()
}
