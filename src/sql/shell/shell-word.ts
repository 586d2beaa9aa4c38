/** A word of a command: what the shell makes of its quotation marks and backslashes. */
export interface ShellWord {
  /** What is put in when it runs is `${…}`: a variable by its name, the output of a command as it is written. */
  readonly text: string
  /** Where each of its characters stands in the code. */
  readonly places: readonly number[]
  /** The last of its parts that is what commands show. */
  readonly made?: MadePart | undefined
  /** Whether something is put in outside of quotation marks, so that the shell parts it at blanks. */
  readonly isBare?: boolean | undefined
  /** The values of a list that it sets. */
  readonly list?: readonly ShellWord[] | undefined
}

/** A part of a word that is what commands show, as that of `$(cat file)`, or a file with that, as `<(cat file)`. */
export interface MadePart {
  readonly from: number
  readonly to: number
  /** The last of the commands. */
  readonly last: ShellCommand
  readonly isAlone: boolean
  readonly isFile: boolean
}

/** A word that is being read. */
export interface OpenWord extends ShellWord {
  text: string
  readonly places: number[]
  made?: MadePart | undefined
  isBare?: boolean | undefined
  list?: readonly ShellWord[] | undefined
}

/** A file that a command writes. */
export interface WrittenFile {
  readonly name: ShellWord
  /** Whether it keeps what it had before. */
  readonly isAdded: boolean
}

/** What stands before a command: nothing of these, `&&`, `||`, or `|`. */
export type Joint = '' | '&&' | '||' | '|'

/** A command with what it is given to read. */
export interface ShellCommand {
  readonly words: readonly ShellWord[]
  /** What it reads: a here-document, the text behind `<<<`, or what is not known; undefined where it was given nothing. */
  readonly input: ShellWord | 'unknown' | undefined
  /** The file behind `<`, where that counts. */
  readonly file: ShellWord | undefined
  /** The file behind `>` or `>>`, where that counts. */
  readonly output: WrittenFile | undefined
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
  readonly joint: Joint
  /** Words of the shell that it begins with, such as `then` and `if`. */
  readonly steps: readonly string[]
  /** Whether the shell goes on while it runs. */
  readonly isBackground: boolean
  /** Whether it is no command, but the pattern of a `case`. */
  readonly isPattern: boolean
  /** Whether what it shows becomes a part of a word. */
  readonly isInside: boolean
}

/** What a group is: by the word that opens it, brackets, what runs in a word or a here-document, or the code as a whole. */
export type GroupKind = 'if' | 'while' | 'until' | 'for' | 'select' | 'case' | '{' | '(' | 'word' | 'document' | 'code'

/** Commands in brackets or braces, in a loop or behind a condition; what runs in a word; or the code as a whole. */
export interface ShellGroup {
  readonly kind: GroupKind
  /** What stands before its brackets. */
  readonly joint: Joint
  /** The function whose body it is. */
  readonly definition: string | undefined
  /** The innermost function that it stands in, or is. */
  readonly inFunction: ShellGroup | undefined
  /** Whether it reads what its owner shows, as `>(…)` does. */
  readonly isTaking: boolean
  /** Of a `case`: whether a branch of it goes on in the next one. */
  readonly fallsThrough: boolean
  /** The innermost word, or here-document, that it stands in, or is. */
  readonly inWord: ShellGroup | undefined
  /** The command in whose words, or here-document, it stands. */
  readonly owner: ShellCommand | undefined
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

export function partOf(
  { text, places, made, isBare, list }: ShellWord,
  from: number,
  to: number = text.length,
): ShellWord {
  const part = {
    text: text.slice(from, to),
    places: places.slice(from, to),
    ...(isBare && { isBare }),
    ...(list && { list }),
  }
  if (made === undefined || made.from < from || made.to > to) return part
  return { ...part, made: { ...made, from: made.from - from, to: made.to - from } }
}

/** The commands whose output a word is as a whole. */
export function makersOf({ text, made }: ShellWord): MadePart | undefined {
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
