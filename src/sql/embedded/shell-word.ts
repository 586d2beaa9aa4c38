/** A word of a command: what the shell makes of its quotation marks and backslashes. */
export interface ShellWord {
  /** What is put in when it runs is `${…}`: a variable by its name, the output of a command as it is written. */
  readonly text: string
  /** Where each of its characters stands in the code. */
  readonly places: readonly number[]
}

/** A word that is being read. */
export interface OpenWord extends ShellWord {
  text: string
  readonly places: number[]
}

/** A command with what it is given to read. */
export interface ShellCommand {
  readonly words: readonly ShellWord[]
  /** What it reads: a here-document, the text behind `<<<`, or what is not known; undefined where it was given nothing. */
  readonly input: ShellWord | 'unknown' | undefined
  /** The command whose output it reads, where nothing else is given. */
  readonly source: ShellCommand | undefined
  /** Where something opens in its here-document that does not end. */
  readonly unclosed: number | undefined
}

export function emptyWord(): OpenWord {
  return { text: '', places: [] }
}

/** Appends text that stands at one place of the code. */
export function append(word: OpenWord, text: string, place: number): void {
  for (let left = text.length; left > 0; left -= 1) word.places.push(place)
  word.text += text
}

/** Appends another word. */
export function appendWord(word: OpenWord, other: ShellWord): void {
  for (const place of other.places) word.places.push(place)
  word.text += other.text
}

export function partOf({ text, places }: ShellWord, from: number, to: number = text.length): ShellWord {
  return { text: text.slice(from, to), places: places.slice(from, to) }
}
