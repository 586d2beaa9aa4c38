import type { ShellCall } from '../shell/shell-call.ts'
import type { Held, ShellState } from '../shell/shell-state.ts'
import { append, appendWord, emptyWord, joinedWords, partOf, type ShellWord } from '../shell/shell-word.ts'
import { holdsSql } from './said-sql.ts'

/** `${name}` and what stands for arguments. */
const wholeVariable = /^\$\{(?<name>[A-Za-z_]\w*|\d+|[@*])\}$/
const wholeList = /^\$\{(?<name>[A-Za-z_]\w*)\[[@*]\]\}$/
const laterArguments = /^\$\{[@*]:(?<from>\d+)\}$/
const putIn = /\$\{(?<name>[A-Za-z_]\w*|\d+|[@*]|#(?=\}))(?<other>[^}]*)\}/g

/** What a value is in the place of one that is not there. */
const instead = /^:?[-=]/

/** What is put in that may be a part of SQL: a name of a table is known only when the shell runs. */
const isMoreThanName = (text: string): boolean => /[\s(;]/.test(text)

/** Whether a variable that is set is put in as it is. */
const isWhole = (other: string): boolean => other === '' || instead.test(other)

/** How long a text is that others are put into, and how long all of these. */
const longestText = 100_000
const mostPutIn = 2_000_000

/** How many words of a variable are known, and how many arguments and values of a list. */
const mostWords = 20
const mostArguments = 1000

/** A text in whose place a variable holds one that is not known. */
export type FilledWord = ShellWord | 'untold'

export const unknownHeld: Held = { words: [], hasMore: true, isOfSql: false }

export const heldOf = (word: ShellWord): Held => ({ words: [word], hasMore: false, isOfSql: holdsSql(word.text) })

const argumentsKey = '@'
const keyOf = (name: string): string => `$${name}`

/** Parts a text at blanks, as the shell does with what is put in outside of quotation marks. */
export function partedWords(value: ShellWord, most: number = Number.POSITIVE_INFINITY): readonly ShellWord[] {
  const words: ShellWord[] = []
  for (const found of value.text.matchAll(/(?:\$\{[^}]{0,100}\}|\S)+/g)) {
    if (words.length >= most) break
    words.push(partOf(value, found.index, found.index + found[0].length))
  }
  return words
}

/** What variables and arguments hold, and texts with that in them. */
export class ShellValues {
  readonly #state: ShellState
  #putIn = 0
  /** Whether something was not put in, since the text would be too long. */
  #isLeft = false
  #instead: readonly ShellWord[] | undefined

  constructor(state: ShellState) {
    this.#state = state
  }

  held(name: string): Held | undefined {
    return this.#state.get(keyOf(name))
  }

  hold(name: string, held: Held | undefined): void {
    this.#state.set(keyOf(name), held)
  }

  /** The arguments of the function, or the shell, that is followed; undefined where they are not known. */
  get given(): readonly ShellWord[] | undefined {
    return this.#instead ?? this.#state.get(argumentsKey)?.list
  }

  /** Does something where other arguments are given. */
  where<Result>(given: readonly ShellWord[], act: () => Result): Result {
    const before = this.#instead
    this.#instead = given
    const result = act()
    this.#instead = before
    return result
  }

  give(list: readonly ShellWord[] | undefined): void {
    const isKnown = list !== undefined && list.length <= mostArguments
    const isOfSql = list?.slice(0, mostArguments).some(({ text }) => holdsSql(text)) === true
    this.#state.set(argumentsKey, { words: [], hasMore: !isKnown, isOfSql, list: isKnown ? list : undefined })
  }

  /** Whether SQL is put in for an argument of which it is not known which it is. */
  #isUnknownArgument(name: string): boolean {
    return /^[\d@*]/.test(name) && this.given === undefined && this.#state.get(argumentsKey)?.isOfSql === true
  }

  /** The one text that a variable or an argument holds. */
  one(name: string): ShellWord | undefined {
    if (/^\d+$/.test(name)) return this.#argument(Number(name))
    if (name === '@' || name === '*') return this.given === undefined ? undefined : joinedWords(this.given)
    const held = this.held(name)
    return held !== undefined && !held.hasMore && held.words.length === 1 ? held.words[0] : undefined
  }

  #argument(at: number): ShellWord | undefined {
    const { given } = this
    return at === 0 || given === undefined ? undefined : (given[at - 1] ?? emptyWord())
  }

  /** Words of a command, with those in the place of `"$@"`, of lists, and of variables that the shell parts at blanks. */
  words(words: readonly ShellWord[]): readonly ShellWord[] {
    if (!words.some(({ text }) => text.includes('${'))) return words
    return words.flatMap((word) => this.#wordsOf(word))
  }

  #wordsOf(word: ShellWord): readonly ShellWord[] {
    const { text, isBare } = word
    if (!text.includes('${')) return [word]
    const list = this.#listOf(text)
    if (list !== undefined) return isBare === true ? list.flatMap((one) => partedWords(one)) : list
    const name = wholeVariable.exec(text)?.groups?.['name']
    const one = name === undefined ? undefined : this.one(name)
    if (isBare === true && one !== undefined && (!one.text.includes('${') || /^\d/.test(name ?? ''))) {
      const parted = partedWords(one, mostWords + 1)
      if (parted.length > 0 && parted.length <= mostWords && this.#counts(one)) return parted
    }
    return [this.withArguments(word)]
  }

  #listOf(text: string): readonly ShellWord[] | undefined {
    if (text === '${@}') return this.given
    const from = laterArguments.exec(text)?.groups?.['from']
    if (from !== undefined) return this.given?.slice(Math.max(0, Number(from) - 1))
    const list = this.held(wholeList.exec(text)?.groups?.['name'] ?? '')?.list
    return list === undefined || list.length > mostWords ? undefined : list
  }

  #counts({ text }: ShellWord): boolean {
    this.#putIn += text.length
    return this.#putIn <= mostPutIn
  }

  /** A text with the arguments of the function in it. */
  withArguments(word: ShellWord): ShellWord {
    const { given } = this
    if (given === undefined || !/\$\{[\d@*#]/.test(word.text)) return word
    return this.#filled(word, (name, other) => {
      if (name === '#') return { text: String(given.length), places: [] }
      const one = /^[\d@*]/.test(name) ? this.one(name) : undefined
      if (other === '') return one
      if (one === undefined || !instead.test(other)) return undefined
      return one.text === '' ? { text: other.replace(instead, ''), places: [] } : one
    })
  }

  /** A text with what is known in it that may be SQL, or a part of it. */
  filled(word: ShellWord): FilledWord {
    let isUntold = false
    this.#isLeft = false
    const filled = this.#filled(this.withArguments(word), (name, other) => {
      const held = this.held(name)
      const one = isWhole(other) ? this.one(name) : undefined
      if ((held?.isOfSql === true && one === undefined) || this.#isUnknownArgument(name)) isUntold = true
      return one !== undefined && isMoreThanName(one.text) ? one : undefined
    })
    return isUntold || this.#isLeft ? 'untold' : filled
  }

  /** Code with all in it that is known: it is read as it is when it runs. */
  filledCode(word: ShellWord): FilledWord {
    let isUntold = false
    this.#isLeft = false
    const filled = this.#filled(this.withArguments(word), (name, other) => {
      const one = isWhole(other) ? this.one(name) : undefined
      if (this.held(name)?.isOfSql === true && one === undefined) isUntold = true
      return one
    })
    return isUntold || this.#isLeft ? 'untold' : filled
  }

  #filled(word: ShellWord, put: (name: string, other: string) => ShellWord | undefined): ShellWord {
    const { text } = word
    if (!text.includes('${')) return word
    const filled = emptyWord()
    let from = 0
    for (const found of text.matchAll(putIn)) {
      const value = put(found.groups?.['name'] ?? '', found.groups?.['other'] ?? '')
      if (value === undefined) continue
      if (filled.text.length + value.text.length > longestText || !this.#counts(value)) {
        this.#isLeft = true
        continue
      }
      appendWord(filled, partOf(word, from, found.index))
      // What has no place of its own stands where it is put in.
      if (value.places.length === value.text.length) appendWord(filled, value)
      else append(filled, value.text, word.places[found.index] ?? 0)
      from = found.index + found[0].length
    }
    if (from === 0) return word
    appendWord(filled, partOf(word, from))
    return filled
  }

  /** What a text holds that is a variable as a whole. */
  wholeHeld({ text }: ShellWord): Held | undefined {
    const name = wholeVariable.exec(text)?.groups?.['name']
    return name === undefined || /^[\d@*]/.test(name) ? undefined : this.held(name)
  }

  /** What a variable is set to. */
  setTo(value: ShellWord): Held {
    const { text, places, list } = value
    if (list !== undefined) return { ...unknownHeld, isOfSql: list.some((word) => holdsSql(word.text)), list }
    const name = wholeVariable.exec(text)?.groups?.['name']
    const same = name === undefined ? undefined : this.held(name)
    if (same !== undefined) return same
    const filled = this.filled({ text, places })
    if (filled === 'untold') return { ...unknownHeld, isOfSql: true }
    return heldOf(filled)
  }

  /** What it holds with more behind it. */
  added(name: string, more: Held): Held {
    const before = this.held(name)
    return before === undefined ? more : this.joined(before, more)
  }

  /** One text behind another. */
  joined(before: Held, more: Held): Held {
    const [one, other] = [before.words[0], more.words[0]]
    const isOne = !before.hasMore && !more.hasMore && before.words.length === 1 && more.words.length === 1
    const isOfSql = before.isOfSql || more.isOfSql
    if (before.list !== undefined && more.list !== undefined && before.list.length < mostArguments)
      return { ...before, isOfSql, list: [...before.list, ...more.list] }
    if (!isOne || one === undefined || other === undefined || one.text.length + other.text.length > longestText)
      return { ...unknownHeld, isOfSql }
    const both = emptyWord()
    if (!this.#counts(one)) return { ...unknownHeld, isOfSql }
    appendWord(both, one)
    appendWord(both, other)
    return heldOf(both)
  }

  /** What `shift` and `set --` do with the arguments. */
  changeArguments({ program, given }: ShellCall): void {
    const before = this.given
    if (program?.text === 'shift') this.give(before?.slice(Number(given[0]?.text ?? 1) || 1))
    const from = given.findIndex(({ text }) => text === '--')
    if (program?.text === 'set' && from >= 0) this.give(given.slice(from + 1))
  }
}
