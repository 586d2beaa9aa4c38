/** A word of a command: what the shell makes of its quotation marks and backslashes. */
export interface ShellWord {
  /** What is put in when it runs is `${…}`: a variable by its name, the output of a command as it is written. */
  readonly text: string
  /** Where each of its characters stands in the code. */
  readonly places: readonly number[]
  /** The last of its parts that is what commands show. */
  readonly made?: MadePart | undefined
}

/** A part of a word that is what commands show, as that of `$(cat file)`. */
interface MadePart {
  readonly from: number
  readonly to: number
  /** The last of the commands. */
  readonly last: ShellCommand
  readonly isAlone: boolean
}

/** A word that is being read. */
export interface OpenWord extends ShellWord {
  text: string
  readonly places: number[]
  made?: MadePart | undefined
}

/** A command with what it is given to read. */
export interface ShellCommand {
  readonly words: readonly ShellWord[]
  /** What it reads: a here-document, the text behind `<<<`, or what is not known; undefined where it was given nothing. */
  readonly input: ShellWord | 'unknown' | undefined
  /** The command whose output it reads, where nothing else is given. */
  readonly source: ShellCommand | undefined
  /** Where something opens in its here-document that does not end. */
  readonly unclosed: UnclosedShell | undefined
  /** The innermost group that it stands in. */
  readonly group: ShellGroup
  /** The group that it ends, whose input and output are its own. */
  readonly closes: ShellGroup | undefined
  /** Whether what it shows goes to a file, or where faults go. */
  readonly isDiverted: boolean
  /** Whether another command reads what it shows. */
  readonly isPiped: boolean
  /** Whether it runs only where the one before it fails. */
  readonly isAlternative: boolean
  /** Whether what it shows becomes a part of a word. */
  readonly isInside: boolean
}

/** Commands in brackets or braces, in a loop or behind a condition; what runs in a word; or the code as a whole. */
export interface ShellGroup {
  /** Whether its commands run one after the other, each once. */
  readonly isPlain: boolean
  readonly parent: ShellGroup | undefined
  /** The commands that it has are among these, from one up to, but without, another. */
  readonly commands: readonly ShellCommand[]
  readonly from: number
  readonly to: number
  /** The command whose output it reads. */
  readonly source: ShellCommand | undefined
  /** What ends it, and may give it something else to read. */
  readonly end: ShellCommand | undefined
}

/** Something that opens in shell code and does not end. */
export interface UnclosedShell {
  readonly what: 'a quotation mark' | 'a bracket'
  readonly at: number
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

export function partOf({ text, places, made }: ShellWord, from: number, to: number = text.length): ShellWord {
  const part = { text: text.slice(from, to), places: places.slice(from, to) }
  if (made === undefined || made.from < from || made.to > to) return part
  return { ...part, made: { ...made, from: made.from - from, to: made.to - from } }
}

/** The commands whose output a word is as a whole. */
export function makersOf({ text, made }: ShellWord): Pick<MadePart, 'last' | 'isAlone'> | undefined {
  return made !== undefined && made.from === 0 && made.to === text.length ? made : undefined
}

/** Words as one text, with blanks between them. */
export function joinedWords(words: readonly ShellWord[]): ShellWord {
  const [only] = words
  if (only !== undefined && words.length === 1) return only
  const joined = emptyWord()
  for (const [at, word] of words.entries()) {
    if (at > 0) append(joined, ' ', word.places[0] ?? joined.places.at(-1) ?? 0)
    appendWord(joined, word)
  }
  return joined
}

/** A word with another text in the places of one. */
export function replacedIn(word: ShellWord, old: string, by: string): ShellWord {
  if (old === '' || !word.text.includes(old)) return word
  const replaced = emptyWord()
  let from = 0
  for (let found = word.text.indexOf(old); found >= 0; found = word.text.indexOf(old, from)) {
    appendWord(replaced, partOf(word, from, found))
    append(replaced, by, word.places[found] ?? 0)
    from = found + old.length
  }
  appendWord(replaced, partOf(word, from))
  return replaced
}
