/** How a shell takes the text at a place: what is put in there has to be written so that it comes out the same. */
export type ShellPlace = 'plain' | 'single' | 'escaped' | 'escaped in quotes'

/** What text stands in, from the outside in: double quotes, `$(…)` and backticks. */
type Enclosure = 'double' | 'paren' | 'tick'

/** Walks over code of a shell once, from place to place. */
export class ShellQuotes {
  readonly #code: string
  readonly #stack: Enclosure[] = []
  #isSingle = false
  #at = 0

  constructor(code: string) {
    this.#code = code
  }

  /**
   * How text at a place is taken.
   *
   * @param index - behind the places that were asked for before
   * @param end - where what stands there ends, for it is not looked at
   */
  placeAt(index: number, end: number): ShellPlace {
    let isEscaped = false
    while (this.#at < index) {
      const letter = this.#code.charAt(this.#at)
      if (letter === '\\' && !this.#isSingle) {
        isEscaped = this.#at + 1 === index
        this.#at += 2
      } else {
        this.#step(letter)
        this.#at += 1
      }
    }
    this.#at = Math.max(end, this.#at)
    if (this.#isSingle) return 'single'
    if (!isEscaped) return 'plain'
    return this.#stack.at(-1) === 'double' ? 'escaped in quotes' : 'escaped'
  }

  #step(letter: string): void {
    if (letter === '`' && this.#endTick()) this.#isSingle = false
    else if (this.#isSingle) this.#isSingle = letter !== "'"
    else if (letter === '`') this.#stack.push('tick')
    else if (letter === '"') this.#toggleDouble()
    else if (letter === '(') this.#open()
    else if (this.#stack.at(-1) !== 'double') this.#stepInCode(letter)
  }

  /** A backtick ends what one began, whatever quotes are open in it. */
  #endTick(): boolean {
    const begin = this.#stack.lastIndexOf('tick')
    if (begin >= 0) this.#stack.length = begin
    return begin >= 0
  }

  #toggleDouble(): void {
    if (this.#stack.at(-1) === 'double') this.#stack.pop()
    else this.#stack.push('double')
  }

  #open(): void {
    const isCode = this.#stack.at(-1) !== 'double'
    if (isCode || this.#code.charAt(this.#at - 1) === '$') this.#stack.push('paren')
  }

  #stepInCode(letter: string): void {
    if (letter === "'") this.#isSingle = true
    else if (letter === ')' && this.#stack.at(-1) === 'paren') this.#stack.pop()
    else if (letter === '#' && /^$|[\s;&|(`]/.test(this.#code.charAt(this.#at - 1))) {
      const end = this.#code.indexOf('\n', this.#at)
      this.#at = (end === -1 ? this.#code.length : end) - 1
    }
  }
}
