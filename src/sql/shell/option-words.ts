import { partOf, type ShellWord } from './shell-word.ts'

/** Options of a program, by what stands behind them. */
export interface OptionNames {
  /** Options that a value belongs to, with their dashes. */
  readonly withValue: ReadonlySet<string>
  /** Options without one: letters of these may stand together in one word. */
  readonly without: ReadonlySet<string>
  /** Letters whose value, if they have one, stands in the same word. */
  readonly joinedOnly?: string
  /**
   * How words are parted. `getopt`: letters together, long names cut short. `java`: one dash or two. `first letter`: what follows
   * a letter is its value.
   */
  readonly parting: 'getopt' | 'java' | 'first letter'
  /** Options that all words belong to up to the next option. */
  readonly several?: ReadonlySet<string>
  /** Long options that never take the next word. */
  readonly alone?: (name: string) => boolean
}

/** The words of a program: the values of its options in their order, and what belongs to none. */
export interface OptionWords {
  readonly values: readonly (readonly [option: string, value: ShellWord])[]
  readonly plain: readonly ShellWord[]
}

/** An option as it is written in a word: its name, and its value where that stands in the same word. */
interface WrittenOption {
  readonly name: string
  readonly value: ShellWord | undefined
}

/** The option that a long name is, or begins. */
function longName(written: string, { withValue, without, parting }: OptionNames): string {
  if (parting !== 'getopt' || withValue.has(written) || without.has(written)) return written
  const [found, ...others] = [...withValue, ...without].filter((name) => name.startsWith(written))
  return others.length === 0 ? (found ?? written) : written
}

function longOption(word: ShellWord, names: OptionNames): WrittenOption {
  const sign = word.text.indexOf('=')
  if (sign < 0) return { name: longName(word.text, names), value: undefined }
  return { name: longName(word.text.slice(0, sign), names), value: partOf(word, sign + 1) }
}

/** Letters in one word: the first that has a value takes the rest. */
function letters(word: ShellWord, names: OptionNames): WrittenOption | undefined {
  for (let at = 1; at < word.text.length; at += 1) {
    const name = `-${word.text.charAt(at)}`
    if (names.withValue.has(name)) return { name, value: at + 1 < word.text.length ? partOf(word, at + 1) : undefined }
    if (!names.without.has(name) || names.joinedOnly?.includes(word.text.charAt(at)) === true) return undefined
  }
  return undefined
}

/** As commons-cli parts words: by the whole name, by a sign of equality behind it, or by its first letter. */
function javaOption(word: ShellWord, { withValue, without }: OptionNames): WrittenOption | undefined {
  const bare = word.text.replace(/^--?/, '')
  const named = (name: string): string | undefined =>
    [`-${name}`, `--${name}`].find((one) => withValue.has(one) || without.has(one))
  const whole = named(bare)
  if (whole !== undefined) return { name: whole, value: undefined }
  const sign = bare.indexOf('=')
  const before = sign < 0 ? undefined : named(bare.slice(0, sign))
  if (before !== undefined) return { name: before, value: partOf(word, word.text.indexOf('=') + 1) }
  const letter = word.text.slice(0, 2)
  return withValue.has(letter) ? { name: letter, value: partOf(word, 2) } : undefined
}

function writtenOption(word: ShellWord, names: OptionNames): WrittenOption | undefined {
  const isLong = word.text.startsWith('--')
  if (isLong && names.alone?.(word.text) === true) return undefined
  if (names.parting === 'java') return javaOption(word, names)
  if (isLong) return longOption(word, names)
  if (names.parting === 'getopt') return letters(word, names)
  const name = word.text.slice(0, 2)
  return { name, value: word.text.length > 2 ? partOf(word, word.text.charAt(2) === '=' ? 3 : 2) : undefined }
}

/** Parts the words that a program is given. */
export function optionWords(words: readonly ShellWord[], names: OptionNames): OptionWords {
  const values: (readonly [string, ShellWord])[] = []
  const plain: ShellWord[] = []
  let several: string | undefined
  let isOver = false
  const left = words.values()
  for (const word of left) {
    if (isOver || !word.text.startsWith('-') || word.text === '-') {
      if (several === undefined) plain.push(word)
      else values.push([several, word])
      continue
    }
    several = undefined
    if (word.text === '--') {
      isOver = true
      continue
    }
    const option = writtenOption(word, names)
    if (option === undefined || !names.withValue.has(option.name)) continue
    const value = option.value ?? left.next().value
    if (value !== undefined) values.push([option.name, value])
    if (names.several?.has(option.name) === true) several = option.name
  }
  return { values, plain }
}
