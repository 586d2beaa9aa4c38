import { endOfDocument, type HereDocument, hereDocumentAt, plainDocument } from './here-documents.ts'
import { CommandReader, groupAlone, groupInWord } from './shell-command-reader.ts'
import { CommandFrame, OpenCommand, type WordPlace } from './shell-frames.ts'
import { type OpenGroup, openGroup } from './shell-groups.ts'
import type { Joint, ShellCommand, ShellGroup, ShellWord, UnclosedShell } from './shell-word.ts'

/** The commands of shell code, and why the shell takes no more of it. */
export interface ShellCommands {
  readonly commands: readonly ShellCommand[]
  /** All of them as a group. */
  readonly whole: ShellGroup
  /** What opens and does not end, and from where on the shell for this reason runs nothing. */
  readonly refused: (UnclosedShell & { readonly from: number }) | undefined
}

/** Where shell code stands that is read: alone, in code around it, or in a here-document. */
interface CodePlace {
  readonly places: readonly number[] | undefined
  readonly at: number
  /** What a here-document is read in. */
  readonly around: DocumentPlace | undefined
}

/** Where a here-document stands: its commands are some of those of the code. */
interface DocumentPlace {
  readonly group: OpenGroup
  readonly commands: ShellCommand[]
  readonly owner: ShellCommand
}

function jointOf(sign: string, isDouble: boolean): Joint {
  if (sign === '|') return isDouble ? '||' : '|'
  return sign === '&' && isDouble ? '&&' : ''
}

/** Divides the code of a shell into commands and words, in one pass. */
class ShellReader extends CommandReader {
  readonly #whole: OpenGroup
  #awaited: (readonly [HereDocument, OpenCommand | undefined])[] = []
  readonly #isInDocument: boolean
  /** How many commands the shell has run, and where it goes on. */
  #done = { commands: 0, at: 0 }

  constructor(code: string, { places, at, around }: CodePlace) {
    const commands = around?.commands ?? []
    const kind = around === undefined ? 'code' : 'document'
    const base = openGroup(around?.group, commands, { kind, owner: around?.owner })
    const frame = new CommandFrame('', at, base, around === undefined ? groupAlone : groupInWord)
    super(code, places, frame, commands)
    this.#whole = base
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
    return { commands: this.commands, whole: this.#whole, refused }
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

  #bare(): void {
    const character = this.char()
    if (character === '\n') this.#newLine()
    else if (/\s/.test(character)) {
      this.at += 1
      this.endWord()
    } else if (character === '&' && this.char(1) === '>') this.#redirection()
    else if (/[;&|]/.test(character)) this.#separator(character)
    else if (character === '(' || character === ')') this.bracket(character)
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
    this.endWord()
    const { command: before } = top
    before.isBackground = character === '&' && !isDouble
    if (before.isBackground && before.isEmpty) top.group.fallsThrough = true
    this.endCommand()
    this.goesOn = character === '|' || (character === '&' && isDouble)
    this.at += isDouble || (character === '|' && this.char(1) === '&') ? 2 : 1
    const isSource = character === '|' && !isDouble && (before.words.length > 0 || before.closes !== undefined)
    before.isPiped ||= isSource
    const joint = jointOf(character, isDouble)
    top.command = new OpenCommand(top.group, top.isInside, isSource ? before : undefined, joint)
  }

  #redirection(): void {
    const { top } = this
    if (this.char() !== '&' && this.char(1) === '(' && top.word === undefined) {
      const isTaking = this.char() === '>'
      this.open(')', 2, true)
      this.top.isFile = true
      this.top.group.isTaking = isTaking
      return
    }
    const number = this.#number()
    const isInput = this.char() === '<' && (number ?? 0) === 0
    this.endWord()
    const document = hereDocumentAt(this.code, this.at)
    if (document === undefined) {
      const isOutput = this.char() !== '<' && (number ?? 1) === 1
      if (isOutput) top.command.isDiverted = true
      top.next = this.#direction(isInput, isOutput)
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
  #direction(isInput: boolean, isOutput: boolean): WordPlace {
    const isText = this.code.startsWith('<<<', this.at)
    const isAdded = /^&?>>/.test(this.code.slice(this.at, this.at + 3))
    // Of `&>`, `>&` and `>|` none divides commands.
    if (this.char() === '&') this.at += 1
    while (/[<>]/.test(this.char())) this.at += 1
    if (/[&|]/.test(this.char())) this.at += 1
    // Another file that is open already has a number.
    const isNumber = /^&[\d-]/.test(this.code.slice(this.at - 1, this.at + 1))
    if (isOutput) return isNumber ? 'elsewhere' : isAdded ? 'added' : 'output'
    if (!isInput) return 'elsewhere'
    return isText ? 'text' : 'input'
  }

  #newLine(): void {
    this.endCommand()
    this.at += 1
    const awaited = this.#awaited
    this.#awaited = []
    for (const [document, taker] of awaited) this.#document(document, taker)
    if (this.frames.length === 1 && this.top.depth === 0 && !this.goesOn)
      this.#done = { commands: this.commands.length, at: this.at }
  }

  #document(document: HereDocument, taker: OpenCommand | undefined): void {
    const from = this.at
    const [to, next] = endOfDocument(this.code, from, document)
    this.at = next
    const { isIndented, isPlain } = document
    // Here-documents stand in one another only by commands in them, which is not followed any further.
    if (taker === undefined) return
    if (this.#isInDocument) taker.given('unknown')
    else if (isPlain) taker.given(plainDocument(this.code, from, to, isIndented, (at) => this.placeOf(at)))
    else this.#filledDocument(from, to, isIndented, taker)
  }

  /** A here-document in which commands may stand. */
  #filledDocument(from: number, to: number, isIndented: boolean, taker: OpenCommand): void {
    const { places, commands } = this
    const before = commands.length
    const around = { group: this.top.group, commands, owner: taker }
    const inside = new ShellReader(this.code.slice(0, to), { places, at: from, around })
    const { text, unclosed } = inside.document(isIndented)
    inside.endGroup()
    if (unclosed !== undefined) commands.length = before
    taker.given(unclosed === undefined ? text : 'unknown')
    taker.unclosed = unclosed
  }

  /** Ends the group of a here-document. */
  endGroup(): void {
    const [base] = this.frames
    if (base !== undefined) base.group.to = this.commands.length
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
