import { endOfDocument, type HereDocument, hereDocumentAt, plainDocument } from './here-documents.ts'
import type { ShellCommand, ShellWord } from './shell-word.ts'
import { ShellWordReader, type WordFrame } from './shell-word-reader.ts'

interface OpenCommand extends ShellCommand {
  readonly words: ShellWord[]
  input: ShellCommand['input']
  source: ShellCommand['source']
  unclosed: ShellCommand['unclosed']
}

/** What the next word is: that of the command, the file or text behind `<` or `<<<`, or the file behind another sign. */
type WordPlace = 'command' | 'input' | 'text' | 'elsewhere'

interface Frame extends WordFrame {
  command: OpenCommand
  next: WordPlace
}

/** The commands of shell code, and why the shell takes no more of it. */
export interface ShellCommands {
  readonly commands: readonly ShellCommand[]
  /** Where something opens that does not end, and from where on the shell for this reason runs nothing. */
  readonly refused: { readonly at: number; readonly from: number } | undefined
}

const opening: ReadonlySet<string> = new Set(['if', 'while', 'until', 'for', 'case', '{'])
const closing: ReadonlySet<string> = new Set(['fi', 'done', 'esac', '}'])
const between: ReadonlySet<string> = new Set(['!', 'do', 'elif', 'else', 'then', 'time'])
/** Words that a list of words, and not a command, follows. */
const withWords: ReadonlySet<string> = new Set(['for', 'case'])

/** How many more `if … fi` and the like are open behind a command than before it. */
function openedBy(words: readonly ShellWord[]): number {
  if (words[0]?.text === 'function' && words[2]?.text === '{') return 1
  let depth = 0
  for (const { text } of words) {
    if (opening.has(text)) depth += 1
    else if (closing.has(text)) return depth - 1
    else if (!between.has(text)) return depth
    if (withWords.has(text)) return depth
  }
  return depth
}

/** Divides the code of a shell into commands and words, in one pass. */
class ShellReader extends ShellWordReader<Frame> {
  readonly commands: ShellCommand[] = []
  #awaited: (readonly [HereDocument, OpenCommand | undefined])[] = []
  readonly #isInDocument: boolean
  /** How many `if … fi` and the like are open. */
  #depth = 0
  /** Whether the command goes on in the next line. */
  #goesOn = false
  /** How many commands the shell has run, and where it goes on. */
  #done = { commands: 0, at: 0 }

  constructor(code: string, at = 0, isInDocument = false) {
    super(code, at, frame('', at, false))
    this.#isInDocument = isInDocument
  }

  run(): ShellCommands {
    while (this.at < this.code.length) {
      if (this.top.quotes === undefined) this.#bare()
      else this.quoted()
    }
    const at = this.#refusedAt()
    if (at !== undefined) {
      this.commands.length = this.#done.commands
      return { commands: this.commands, refused: { at, from: this.#done.at } }
    }
    this.endCommand()
    return { commands: this.commands, refused: undefined }
  }

  /** A here-document in which variables and commands are put in. */
  document(isIndented: boolean): { readonly text: ShellWord; readonly unclosed: number | undefined } {
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
    return { text: base?.word ?? { text: '', places: [] }, unclosed: this.#refusedAt() }
  }

  #refusedAt(): number | undefined {
    const [base, next] = this.frames
    return base?.quotes ?? (next === undefined ? this.unclosed : next.start - 1)
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
    const { words } = top.command
    if (words.length === 0) return
    this.commands.push(top.command)
    if (this.frames.length === 1) this.#depth = Math.max(0, this.#depth + openedBy(words))
    this.#goesOn = false
    top.command = command(undefined)
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
    const { command: before } = top
    this.endCommand()
    this.#goesOn = character === '|' || (character === '&' && isDouble)
    this.at += isDouble || (character === '|' && this.char(1) === '&') ? 2 : 1
    top.command = command(character === '|' && !isDouble && before.words.length > 0 ? before : undefined)
  }

  #bracket(character: '(' | ')'): void {
    if (character === ')' && this.top.close === ')') this.close()
    else if (character === ')') {
      this.endCommand()
      this.at += 1
    } else if (this.char(1) === '(' && this.top.word === undefined) this.taken('))')
    else this.open(')', 1, false)
  }

  protected open(close: ')' | '`', length: number, isInWord: boolean): void {
    if (isInWord) this.word()
    else this.endCommand()
    this.at += length
    this.frames.push(frame(close, this.at, isInWord))
  }

  #redirection(): void {
    const { top } = this
    if (this.char() !== '&' && this.char(1) === '(' && top.word === undefined) {
      this.open(')', 2, true)
      return
    }
    const isInput = this.#isOfInput() && this.char() === '<'
    this.#endWord()
    const document = hereDocumentAt(this.code, this.at)
    if (document === undefined) top.next = this.#direction(isInput)
    else {
      this.#awaited.push([document[0], isInput ? top.command : undefined])
      this.at = document[1]
    }
  }

  /** Takes the digits before the sign, which say which file of the command it is: it reads that with number 0. */
  #isOfInput(): boolean {
    const { text = '' } = this.top.word ?? {}
    if (!/^\d+$/.test(text)) return true
    this.top.word = undefined
    return Number(text) === 0
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
    if (this.frames.length === 1 && this.#depth === 0 && !this.#goesOn)
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
    } else if (isPlain) taker.input = plainDocument(this.code, from, to, isIndented)
    else {
      const inside = new ShellReader(this.code.slice(0, to), from, true)
      const { text, unclosed } = inside.document(isIndented)
      for (const one of inside.commands) if (unclosed === undefined) this.commands.push(one)
      taker.input = unclosed === undefined ? text : 'unknown'
      taker.unclosed = unclosed
    }
  }
}

function command(source: ShellCommand | undefined): OpenCommand {
  return { words: [], input: undefined, source, unclosed: undefined }
}

function frame(close: Frame['close'], start: number, isInWord: boolean): Frame {
  const inside = { command: command(undefined), next: 'command' as const }
  return { close, start, isInWord, word: undefined, quotes: undefined, ...inside }
}

/** The commands of shell code, also those whose output others take; linear in the code. */
export function shellCommands(code: string): ShellCommands {
  return new ShellReader(code).run()
}
