import type { SourcePlace } from '../../diagnostics/diagnostic.ts'
import type { SourceProblems } from '../reading/source-problems.ts'

/** A field of a table, and where it begins. */
export interface Cell {
  readonly text: string
  readonly place: SourcePlace
}

const separators = /[,;\t]/

/**
 * Reads comma-separated values as RFC 4180 has them: fields in quotes may hold separators, line breaks and quotes, these
 * doubled. Semicolons and tabs separate too, where they come first in the first line. Read here and by no library, because
 * every fault is told with its line and column, and all of them at once. One walk over the text.
 */
class CsvReader {
  readonly #text: string
  readonly #separator: string
  readonly #problems: SourceProblems
  #at = 0
  #line = 1
  #lineStart = 0

  constructor(text: string, problems: SourceProblems) {
    this.#text = text
    this.#separator = separators.exec(firstLine(text))?.[0] ?? ','
    this.#problems = problems
  }

  rows(): readonly (readonly Cell[])[] {
    const rows: Cell[][] = []
    let row: Cell[] = []
    while (this.#at < this.#text.length) {
      row.push(this.#cell())
      if (this.#text.charAt(this.#at) === this.#separator) {
        this.#at += 1
        // A separator at the very end has an empty field behind it.
        if (this.#at === this.#text.length) row.push({ text: '', place: this.#place() })
        continue
      }
      this.#endLine()
      rows.push(row)
      row = []
    }
    if (row.length > 0) rows.push(row)
    return rows.filter((cells) => cells.some(({ text }) => text.trim() !== ''))
  }

  #place(): SourcePlace {
    return { line: this.#line, column: this.#at - this.#lineStart + 1 }
  }

  #cell(): Cell {
    return this.#text.charAt(this.#at) === '"' ? this.#quoted() : this.#plain()
  }

  #plain(): Cell {
    const place = this.#place()
    const start = this.#at
    while (!this.#isAtEnd(this.#text.charAt(this.#at))) this.#at += 1
    return { text: this.#text.slice(start, this.#at), place }
  }

  #isAtEnd(letter: string): boolean {
    return letter === '' || letter === this.#separator || letter === '\n' || letter === '\r'
  }

  #quoted(): Cell {
    const place = this.#place()
    let text = ''
    for (;;) {
      const start = this.#at + 1
      const end = this.#text.indexOf('"', start)
      const part = this.#text.slice(start, end === -1 ? undefined : end)
      text += part
      this.#countLines(part, start)
      this.#at = end === -1 ? this.#text.length : end + 1
      if (end === -1) {
        this.#problems.addAt(
          place,
          'A field in quotes has no end.',
          'Write a quote behind it; one in the text is doubled.',
        )
        return { text, place }
      }
      if (this.#text.charAt(this.#at) !== '"') break
      text += '"'
    }
    const rest = this.#plain()
    if (rest.text.trim() !== '') {
      const hint = 'Write a quote in the text doubled: "say ""yes""".'
      this.#problems.addAt(rest.place, 'There is text behind the quote that ends a field.', hint)
    }
    return { text, place }
  }

  #countLines(part: string, start: number): void {
    for (let at = part.indexOf('\n'); at !== -1; at = part.indexOf('\n', at + 1)) {
      this.#line += 1
      this.#lineStart = start + at + 1
    }
  }

  #endLine(): void {
    if (this.#text.charAt(this.#at) === '\r') this.#at += 1
    if (this.#text.charAt(this.#at) === '\n') this.#at += 1
    this.#line += 1
    this.#lineStart = this.#at
  }
}

function firstLine(text: string): string {
  const end = text.search(/[\r\n]/)
  return end === -1 ? text : text.slice(0, end)
}

/** The rows of a table, without empty ones. */
export function readCsv(text: string, problems: SourceProblems): readonly (readonly Cell[])[] {
  return new CsvReader(text.startsWith('\uFEFF') ? text.slice(1) : text, problems).rows()
}
