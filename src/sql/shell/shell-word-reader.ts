import { append, emptyWord, type OpenWord } from './shell-word.ts'

/** A place where words stand: the code itself, or what is between `$(` and `)`, or between backquotes. */
export interface WordFrame {
  readonly close: ')' | '`' | ''
  /** Where the inside begins. */
  readonly start: number
  /** Whether what it gives is a part of the word around it. */
  readonly isInWord: boolean
  word: OpenWord | undefined
  /** Where the quotation mark stands that is open. */
  quotes: number | undefined
}

const ansiEscapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
])

/** How much of a command stands in the name of what it gives: as much as a placeholder in SQL may hold. */
const longestCommand = 90

/** A piece of what stands between `${` and `}`. */
const inParameter = /\$\{|\\.|"(?:[^"\\]|\\.)*"|./sy

/** A variable that is named without brackets; of digits only one counts. */
const variable = /\$(?<name>[A-Za-z_]\w*|[\d@*])/y

/** Puts words together of quotation marks, backslashes and what is put in. */
export abstract class ShellWordReader<Frame extends WordFrame> {
  protected readonly code: string
  /** Where its characters stand in the code around it; undefined for code that stands alone. */
  protected readonly places: readonly number[] | undefined
  protected readonly frames: Frame[]
  protected at: number
  /** Where something opens that does not end before the code does. */
  protected unclosed: number | undefined

  constructor(code: string, places: readonly number[] | undefined, at: number, frame: Frame) {
    this.code = code
    this.places = places
    this.at = at
    this.frames = [frame]
  }

  /** The frame of what opens at this place. */
  protected abstract open(close: ')' | '`', length: number, isInWord: boolean): void
  protected abstract endCommand(): void

  protected get top(): Frame {
    const top = this.frames.at(-1)
    if (top === undefined) throw new RangeError('The reader of shell code has left the code.')
    return top
  }

  protected char(distance = 0): string {
    return this.code.charAt(this.at + distance)
  }

  protected placeOf(at: number): number {
    return this.places === undefined ? at : (this.places[at] ?? this.places.at(-1) ?? 0)
  }

  protected word(): OpenWord {
    const { top } = this
    top.word ??= emptyWord()
    return top.word
  }

  /** Puts characters into the word, whose place is where they stand. */
  protected take(text: string, length: number): void {
    const word = this.word()
    for (let at = 0; at < text.length; at += 1) word.places.push(this.placeOf(this.at + Math.min(at, length - 1)))
    word.text += text
    this.at += length
  }

  /** What means the same in quotation marks and outside of them; false for all else. */
  protected expansion(): boolean {
    const next = this.char(1)
    if (this.char() === '`') {
      if (this.top.close === '`') this.close()
      else this.open('`', 1, true)
      return true
    }
    if (this.char() !== '$') return false
    if (next === '{') this.#parameter()
    else if (next === '(' && this.char(2) === '(') this.taken('))')
    else if (next === '(') this.open(')', 2, true)
    else return this.#variable()
    return true
  }

  /** Takes what is put in as it is written, up to its end. */
  protected taken(end: string): void {
    const found = this.code.indexOf(end, this.at)
    if (found < 0) this.unclosed ??= this.at
    const to = found < 0 ? this.code.length : found + end.length
    this.take(this.code.slice(this.at, to), to - this.at)
  }

  /** `$name` is written as `${name}`, which it is. */
  #variable(): boolean {
    variable.lastIndex = this.at
    const name = variable.exec(this.code)?.groups?.['name']
    if (name === undefined) return false
    this.#putIn()
    this.take(`\${${name}}`, name.length + 1)
    return true
  }

  /** Remembers that something is put in outside of quotation marks. */
  #putIn(): void {
    if (this.top.quotes === undefined) this.word().isBare = true
  }

  /** Takes `${…}` as it is written; what stands in it may be quoted, and hold others. */
  #parameter(): void {
    let depth = 0
    let to = this.at
    do {
      inParameter.lastIndex = to
      const [piece = ''] = inParameter.exec(this.code) ?? []
      if (piece === '${') depth += 1
      else if (piece === '}') depth -= 1
      to += piece.length
    } while (depth > 0 && to < this.code.length)
    if (depth > 0) this.unclosed ??= this.at
    const written = this.code.slice(this.at, to)
    this.#putIn()
    // In SQL a placeholder holds no brackets, and stands in one line.
    const text = depth > 0 ? written : `\${${written.slice(2, -1).replaceAll(/[{}\n]/g, ' ')}}`
    this.take(text, to - this.at)
  }

  /** Ends what is inside: the word around it goes on, with a placeholder for what the inside gives. */
  protected close(): void {
    this.endCommand()
    const inner = this.frames.pop()
    this.at += 1
    if (inner?.isInWord !== true) return
    const command = this.code.slice(inner.start, Math.min(this.at - 1, inner.start + longestCommand))
    // No quotation mark may open in it: it may be a part of code that a shell reads again.
    this.#putIn()
    append(this.word(), `\${${command.replaceAll(/[{}\n"'`\\$]/g, ' ')}}`, this.placeOf(inner.start))
  }

  protected quoted(): void {
    const character = this.char()
    if (this.expansion()) return
    if (character === '"') {
      this.top.quotes = undefined
      this.at += 1
    } else if (character === '\\' && /["$`\\]/.test(this.char(1))) this.take(this.char(1), 2)
    else if (character === '\\' && this.char(1) === '\n') this.at += 2
    else this.take(character, 1)
  }

  /** A part of a word outside of quotation marks. */
  protected inWord(character: string): void {
    if (character === "'") this.#plainText()
    else if (character === '"') this.#openQuotes(1)
    else if (character === '$' && this.char(1) === '"') this.#openQuotes(2)
    else if (character === '$' && this.char(1) === "'") this.#ansiText()
    else if (character === '\\') this.#escape()
    else if (!this.expansion()) this.take(character, 1)
  }

  #escape(): void {
    if (this.char(1) === '\n') this.at += 2
    else this.take(this.char(1), 2)
  }

  #openQuotes(length: number): void {
    this.word()
    this.top.quotes = this.at
    this.at += length
  }

  /** `'…'`, in which all signs stand for themselves. */
  #plainText(): void {
    this.word()
    this.at += 1
    const found = this.code.indexOf("'", this.at)
    if (found < 0) this.unclosed ??= this.at - 1
    const end = found < 0 ? this.code.length : found
    this.take(this.code.slice(this.at, end), end - this.at)
    this.at = end + 1
  }

  /** `$'…'`, in which backslashes escape. */
  #ansiText(): void {
    const from = this.at
    this.word()
    this.at += 2
    while (this.at < this.code.length && this.char() !== "'") {
      const next = this.char(1)
      if (this.char() === '\\') this.take(ansiEscapes.get(next) ?? next, 2)
      else this.take(this.char(), 1)
    }
    if (this.at >= this.code.length) this.unclosed ??= from
    this.at += 1
  }
}
