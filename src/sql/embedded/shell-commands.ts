/** A word of a command: what the shell makes of its quotation marks and backslashes. */
export interface ShellWord {
  /** What is put in when it runs stays as it is written; the output of another command is `${…}`. */
  readonly text: string
  /** Where each of its characters stands in the code. */
  readonly places: readonly number[]
}

interface OpenWord extends ShellWord {
  text: string
  readonly places: number[]
}

/** A place where commands stand: the code itself, or what is between `$(` and `)`, or between backquotes. */
interface Frame {
  readonly close: ')' | '`' | ''
  /** Where the inside begins. */
  readonly start: number
  /** Whether what it gives is a part of the word around it. */
  readonly isInWord: boolean
  words: ShellWord[]
  word: OpenWord | undefined
  isInQuotes: boolean
}

interface HereDocument {
  readonly end: string
  readonly isIndented: boolean
}

const ansiEscapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
])

/** How much of a command stands in the name of what it gives: as much as a placeholder in SQL may hold. */
const longestCommand = 90

const hereDocument = /<<(?<dash>-?)[ \t]*(?:'(?<single>[^'\n]*)'|"(?<double>[^"\n]*)"|(?<bare>[^\s;&|<>()'"]+))/y

/** A piece of what stands between `${` and `}`. One that opens and does not end stands for itself. */
const inParameter = /\$\{|\\.|"(?:[^"\\]|\\.)*"|./sy

/** Divides the code of a shell into commands and words, in one pass. */
class ShellReader {
  readonly commands: (readonly ShellWord[])[] = []
  readonly #code: string
  readonly #frames: Frame[] = [frame('', 0, false)]
  #awaited: HereDocument[] = []
  #at = 0

  constructor(code: string) {
    this.#code = code
  }

  run(): readonly (readonly ShellWord[])[] {
    const { length } = this.#code
    while (this.#at < length) {
      if (this.#top.isInQuotes) this.#quoted()
      else this.#bare()
    }
    while (this.#frames.length > 0) {
      this.#endCommand()
      this.#frames.pop()
    }
    return this.commands
  }

  get #top(): Frame {
    return this.#frames.at(-1) ?? frame('', 0, false)
  }

  #char(distance = 0): string {
    return this.#code.charAt(this.#at + distance)
  }

  #word(): OpenWord {
    const top = this.#top
    top.word ??= { text: '', places: [] }
    return top.word
  }

  /** Puts characters into the word, whose place is where they stand. */
  #take(text: string, length: number): void {
    const word = this.#word()
    for (let at = 0; at < text.length; at += 1) word.places.push(this.#at + Math.min(at, length - 1))
    word.text += text
    this.#at += length
  }

  #endWord(): void {
    const top = this.#top
    if (top.word !== undefined) top.words.push(top.word)
    top.word = undefined
  }

  #endCommand(): void {
    this.#endWord()
    const top = this.#top
    if (top.words.length > 0) this.commands.push(top.words)
    top.words = []
  }

  /** What means the same in quotation marks and outside of them; false for all else. */
  #expansion(): boolean {
    const next = this.#char(1)
    if (this.#char() === '`') {
      if (this.#top.close === '`') this.#close()
      else this.#open('`', 1, true)
      return true
    }
    if (this.#char() !== '$') return false
    if (next === '{') this.#parameter()
    else if (next === '(' && this.#char(2) === '(') this.#taken('))')
    else if (next === '(') this.#open(')', 2, true)
    else return false
    return true
  }

  /** Takes what is put in as it is written, up to its end. */
  #taken(end: string): void {
    const found = this.#code.indexOf(end, this.#at)
    const to = found < 0 ? this.#code.length : found + end.length
    this.#take(this.#code.slice(this.#at, to), to - this.#at)
  }

  /** Takes `${…}` as it is written; what stands in it may be quoted, and hold others. */
  #parameter(): void {
    let depth = 0
    let to = this.#at
    do {
      inParameter.lastIndex = to
      const [piece = ''] = inParameter.exec(this.#code) ?? []
      if (piece === '${') depth += 1
      else if (piece === '}') depth -= 1
      to += piece.length
    } while (depth > 0 && to < this.#code.length)
    const written = this.#code.slice(this.#at, to)
    // In SQL a placeholder holds no brackets, and stands in one line.
    const text = depth > 0 ? written : `\${${written.slice(2, -1).replaceAll(/[{}\n]/g, ' ')}}`
    this.#take(text, to - this.#at)
  }

  #quoted(): void {
    const character = this.#char()
    if (this.#expansion()) return
    if (character === '"') {
      this.#top.isInQuotes = false
      this.#at += 1
    } else if (character === '\\' && /["$`\\]/.test(this.#char(1))) this.#take(this.#char(1), 2)
    else if (character === '\\' && this.#char(1) === '\n') this.#at += 2
    else this.#take(character, 1)
  }

  #bare(): void {
    const character = this.#char()
    if (character === '\n') this.#newLine()
    else if (/\s/.test(character)) this.#skip(1, 'word')
    else if (/[;&|]/.test(character)) this.#skip(1, 'command')
    else if (character === '(' || character === ')') this.#bracket(character)
    else if (character === '#' && this.#top.word === undefined) this.#comment()
    else if (character === '<' || character === '>') this.#redirection()
    else this.#inWord(character)
  }

  /** A part of a word outside of quotation marks. */
  #inWord(character: string): void {
    if (character === "'") this.#plainText()
    else if (character === '"') this.#openQuotes(1)
    else if (character === '$' && this.#char(1) === '"') this.#openQuotes(2)
    else if (character === '$' && this.#char(1) === "'") this.#ansiText()
    else if (character === '\\') this.#escape()
    else if (!this.#expansion()) this.#take(character, 1)
  }

  #skip(length: number, ends: 'word' | 'command'): void {
    this.#at += length
    if (ends === 'word') this.#endWord()
    else this.#endCommand()
  }

  #escape(): void {
    if (this.#char(1) === '\n') this.#at += 2
    else this.#take(this.#char(1), 2)
  }

  #comment(): void {
    const end = this.#code.indexOf('\n', this.#at)
    this.#at = end < 0 ? this.#code.length : end
  }

  #openQuotes(length: number): void {
    this.#word()
    this.#at += length
    this.#top.isInQuotes = true
  }

  /** `'…'`, in which all signs stand for themselves. */
  #plainText(): void {
    this.#word()
    this.#at += 1
    const found = this.#code.indexOf("'", this.#at)
    const end = found < 0 ? this.#code.length : found
    this.#take(this.#code.slice(this.#at, end), end - this.#at)
    this.#at = end + 1
  }

  /** `$'…'`, in which backslashes escape. */
  #ansiText(): void {
    this.#word()
    this.#at += 2
    while (this.#at < this.#code.length && this.#char() !== "'") {
      const next = this.#char(1)
      if (this.#char() === '\\') this.#take(ansiEscapes.get(next) ?? next, 2)
      else this.#take(this.#char(), 1)
    }
    this.#at += 1
  }

  #bracket(character: '(' | ')'): void {
    if (character === ')') {
      if (this.#top.close === ')') this.#close()
      else this.#skip(1, 'command')
    } else if (this.#char(1) === '(' && this.#top.word === undefined) this.#taken('))')
    else this.#open(')', 1, false)
  }

  #open(close: ')' | '`', length: number, isInWord: boolean): void {
    if (isInWord) this.#word()
    else this.#endCommand()
    this.#at += length
    this.#frames.push(frame(close, this.#at, isInWord))
  }

  /** Ends what is inside: the word around it goes on, with a placeholder for what the inside gives. */
  #close(): void {
    this.#endCommand()
    const inner = this.#frames.pop()
    this.#at += 1
    if (inner?.isInWord !== true) return
    const command = this.#code.slice(inner.start, Math.min(this.#at - 1, inner.start + longestCommand))
    const word = this.#word()
    const text = `\${${command.replaceAll(/[{}\n]/g, ' ')}}`
    for (let left = text.length; left > 0; left -= 1) word.places.push(inner.start)
    word.text += text
  }

  #redirection(): void {
    this.#endWord()
    hereDocument.lastIndex = this.#at
    const found = this.#code.startsWith('<<<', this.#at) ? null : hereDocument.exec(this.#code)
    if (found !== null) {
      const { dash, single, double, bare } = found.groups ?? {}
      this.#awaited.push({ end: single ?? double ?? bare?.replaceAll('\\', '') ?? '', isIndented: dash === '-' })
      this.#at = hereDocument.lastIndex
      return
    }
    while (/[<>]/.test(this.#char())) this.#at += 1
    if (this.#char() === '&') this.#at += 1
  }

  #newLine(): void {
    this.#skip(1, 'command')
    const awaited = this.#awaited
    this.#awaited = []
    for (const { end, isIndented } of awaited) this.#passLines(end, isIndented)
  }

  #passLines(last: string, isIndented: boolean): void {
    while (this.#at < this.#code.length) {
      const found = this.#code.indexOf('\n', this.#at)
      const to = found < 0 ? this.#code.length : found
      const line = this.#code.slice(this.#at, to).replace(/\r$/, '')
      this.#at = to + 1
      if ((isIndented ? line.replace(/^\t+/, '') : line) === last) return
    }
  }
}

function frame(close: Frame['close'], start: number, isInWord: boolean): Frame {
  return { close, start, isInWord, words: [], word: undefined, isInQuotes: false }
}

/** The commands of shell code, also those whose output others take; linear in the code. */
export function shellCommands(code: string): readonly (readonly ShellWord[])[] {
  return new ShellReader(code).run()
}
