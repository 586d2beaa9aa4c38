import { clientNamed, clientOfVariable } from '../programs/sql-clients.ts'
import { echoed, formatted } from '../shell/printed-text.ts'
import { callOf, nameOfProgram, type ShellCall } from '../shell/shell-call.ts'
import {
  appendWord,
  emptyWord,
  type MadePart,
  makersOf,
  partOf,
  type ShellCommand,
  type ShellGroup,
  type ShellWord,
} from '../shell/shell-word.ts'
import { holdsSql, readingOf } from './said-sql.ts'

/** How much a command may show: more is no SQL that anyone wrote. */
const longest = 500_000

/** What a command shows: a text, what it is given to read, nothing, or what is not known, which may have SQL of the code in it. */
export type Shown = ShellWord | 'its input' | 'nothing' | 'unknown' | 'untold'

/** What is known where commands are asked for what they show. */
export interface ShownBy {
  /** The words of a command, with what is put in. */
  readonly words: (command: ShellCommand) => readonly ShellWord[]
  /** A text with what is put in. */
  readonly text: (word: ShellWord) => ShellWord | 'untold'
  /** What a file holds that the code has written. */
  readonly file: (name: ShellWord) => ShellWord | 'untold' | undefined
  /** Counts commands that are gone through; false where these are too many. */
  readonly counts: (commands: number) => boolean
  /** The body of a function, and what is known in it. */
  readonly body: (name: string, given: readonly ShellWord[]) => (ShownBy & { readonly group: ShellGroup }) | undefined
}

/** Programs that show what they read. */
const copying = /^(?:cat|tee)$/

/** Programs that show something of their own. */
const showing: ReadonlySet<string> = new Set(
  'basename command date declare dirname expr hash ls mktemp popd pushd pwd seq set shopt source . type ulimit umask which alias export'.split(
    ' ',
  ),
)

/** How many commands of a group are put together, and how many are looked through for SQL. */
const mostCommands = 1000
const mostLooked = 100

/** Programs that show the words that they are given. */
const shows: ReadonlySet<string> = new Set(['echo', 'printf'])

const leaving: ReadonlySet<string> = new Set(['exit', 'return'])

/** How many functions that call one another are followed. */
const deepest = 8

/** Whether a command reads files in the place of what it is given. */
function readsFiles(program: string | undefined, given: readonly ShellWord[]): boolean {
  return nameOfProgram(program ?? '') === 'cat' && given.some(({ text }) => text !== '-')
}

/** Whether a command may show what it is given, or reads. */
function mayShow({ program }: ShellCall, { input, file }: ShellCommand): boolean {
  if (program === undefined) return input !== undefined || file !== undefined
  return readingOf(program.text) !== 'nothing' || shows.has(program.text)
}

const variable = /^\$\{(?<name>\w+)\}$/

/** Whether a word is a client, or code that begins with one. */
function isClient({ text }: ShellWord): boolean {
  const name = variable.exec(text)?.groups?.['name']
  const [first = ''] = text.trimStart().split(/\s/, 1)
  return name === undefined ? clientNamed(first) !== undefined : clientOfVariable(name) !== undefined
}

/** Whether a word sets a variable to SQL. */
const setsSql = ({ text }: ShellWord): boolean => text.includes('=') && holdsSql(text.replace(/^\w+\+?=/, ''))

/** What commands show to those that read it. */
export class ShownTexts {
  readonly #by: ShownBy
  readonly #depth: number

  constructor(by: ShownBy, depth = 0) {
    this.#by = by
    this.#depth = depth
  }

  /** What a command, or the group that it ends, shows to those that read it. */
  of(command: ShellCommand): Shown {
    return command.isDiverted ? 'nothing' : this.before(command)
  }

  /** What it shows, wherever that goes. */
  before(command: ShellCommand): Shown {
    const shown = command.closes === undefined ? this.#single(command) : this.#group(command.closes)
    return shown === 'unknown' && this.#hasSql(command) ? 'untold' : shown
  }

  #single(command: ShellCommand): Shown {
    const words = this.#by.words(command)
    const { program, given, isWrapped } = callOf(words)
    if (program === undefined) return command.file === undefined ? 'nothing' : this.#files([command.file])
    const body = isWrapped === true || this.#depth > deepest ? undefined : this.#by.body(program.text, given)
    if (body !== undefined) return this.#function(body, command)
    const name = nameOfProgram(program.text)
    if (name === 'echo' || name === 'printf') return this.#printed(name === 'echo' ? echoed : formatted, given)
    // Files that `tee` is given are written, those of `cat` are read.
    if (readsFiles(name, given)) return this.#files(given)
    if (copying.test(name)) return 'its input'
    return readingOf(name) === 'nothing' && !showing.has(name) ? 'nothing' : 'unknown'
  }

  #printed(print: (given: readonly ShellWord[]) => ShellWord | undefined, given: readonly ShellWord[]): Shown {
    const made = given.map((word) => this.madeIn(word) ?? word)
    const known = made.filter((word) => word !== 'untold')
    const printed = known.length < made.length ? 'untold' : print(known)
    return typeof printed === 'object' ? this.#by.text(printed) : (printed ?? 'unknown')
  }

  #files(names: readonly ShellWord[]): Shown {
    const all = emptyWord()
    for (const name of names) {
      const text = this.#by.file(name)
      if (typeof text !== 'object') return text ?? 'unknown'
      if (all.text.length + text.text.length > longest) return 'untold'
      appendWord(all, text)
    }
    return all
  }

  #function({ group, ...by }: ShownBy & { readonly group: ShellGroup }, { input, file }: ShellCommand): Shown {
    if (!by.counts(group.to - group.from)) return 'untold'
    const shown = new ShownTexts(by, this.#depth + 1)
    const text = shown.#group(group)
    const hasInput = input !== undefined || file !== undefined
    if (typeof text !== 'object')
      return text === 'unknown' && (hasInput || shown.#groupHoldsSql(group)) ? 'untold' : text
    // What it keeps in variables of its own is known only when it runs.
    return text.text.includes('${') && shown.#groupHoldsSql(group) ? 'untold' : text
  }

  /** What the commands of a group show one after the other. */
  #group(group: ShellGroup): Shown {
    const { commands, from, isPlain, inFunction, inWord } = group
    const end = Math.min(group.to, commands.length)
    if (!isPlain || end - from > mostCommands) return 'unknown'
    const all = emptyWord()
    const own = commands
      .slice(from, end)
      .filter(
        (command) => command.group.inWord === inWord && command.group.inFunction === inFunction && !command.isPiped,
      )
    for (const command of own) {
      if (command.group === group && leaving.has(command.words[0]?.text ?? '')) break
      const shown = this.#inGroup(command)
      if (shown === 'unknown' || shown === 'untold') return shown
      if (shown !== 'nothing') appendWord(all, shown)
      if (all.text.length > longest) return 'untold'
    }
    return all
  }

  /** What one of the commands of a group shows. */
  #inGroup(command: ShellCommand): Exclude<Shown, 'its input'> {
    const { group, closes, input, source, file, joint } = command
    if (!group.isPlain || (joint !== '' && joint !== '|')) return 'unknown'
    if (leaving.has(command.words[0]?.text ?? '')) return 'unknown'
    if (closes !== undefined) return command.isDiverted || input !== undefined ? 'unknown' : 'nothing'
    if (command.isDiverted) return 'nothing'
    const shown = this.#single(command)
    if (shown !== 'its input') return shown
    return source === undefined ? this.given(input, file) : 'unknown'
  }

  /** What a command is given itself. */
  given(input: ShellCommand['input'], file: ShellWord | undefined): ShellWord | 'unknown' | 'untold' {
    if (file !== undefined) return this.#by.file(file) ?? 'unknown'
    return typeof input === 'object' ? this.#by.text(input) : 'unknown'
  }

  /** What a command shows of a text that it is given itself. */
  #alone(command: ShellCommand): Shown {
    const shown = this.of(command)
    return shown === 'its input' && command.source === undefined ? this.given(command.input, command.file) : shown
  }

  /**
   * The text that a word is as a whole where a command in it shows that; undefined where it is another one, and untold where
   * SQL goes through programs of which that is not known.
   */
  madeOf(word: ShellWord): ShellWord | 'untold' | undefined {
    const made = makersOf(word)
    return made === undefined ? undefined : this.shownBy(made)
  }

  /** A text with what commands in it show; of several of them the last. */
  madeIn(word: ShellWord): ShellWord | 'untold' | undefined {
    const { made } = word
    const shown = made === undefined ? undefined : this.shownBy(made)
    if (made === undefined || typeof shown !== 'object') return shown
    const all = emptyWord()
    appendWord(all, partOf(word, 0, made.from))
    appendWord(all, shown)
    appendWord(all, partOf(word, made.to))
    return all
  }

  shownBy({ last, isAlone }: MadePart): ShellWord | 'untold' | undefined {
    const shown = this.#throughPipe(last)
    if (isAlone && typeof shown === 'object') return shown
    return shown === 'untold' || this.#pipeHoldsSql(last) ? 'untold' : undefined
  }

  #throughPipe(last: ShellCommand): Shown {
    let at = last
    let shown = this.#alone(at)
    while (shown === 'its input' && at.source !== undefined) {
      at = at.source
      shown = this.#alone(at)
    }
    return shown
  }

  #pipeHoldsSql(last: ShellCommand): boolean {
    for (let at: ShellCommand | undefined = last; at !== undefined; at = at.source) if (this.holdsSql(at)) return true
    return false
  }

  /** Whether SQL is seen in a command, or the group that it ends, that shows something. */
  holdsSql(command: ShellCommand): boolean {
    return !command.isDiverted && this.#hasSql(command)
  }

  #hasSql(command: ShellCommand): boolean {
    const { closes } = command
    return this.#singleHoldsSql(command) || (closes !== undefined && this.#groupHoldsSql(closes))
  }

  #singleHoldsSql(command: ShellCommand): boolean {
    const words = this.#by.words(command)
    const call = callOf(words)
    // What clients show are rows.
    if (!mayShow(call, command) || words.some(isClient)) return false
    const input = readsFiles(call.program?.text, call.given) ? 'unknown' : this.given(command.input, command.file)
    if (input === 'untold' || (typeof input === 'object' && holdsSql(input.text))) return true
    return call.given.some((word) => this.#wordHoldsSql(word)) || this.#functionHoldsSql(call)
  }

  #functionHoldsSql({ program, given, isWrapped }: ShellCall): boolean {
    const body = isWrapped === true || this.#depth > deepest ? undefined : this.#by.body(program?.text ?? '', given)
    if (body === undefined) return false
    const { group } = body
    return !body.counts(group.to - group.from) || new ShownTexts(body, this.#depth + 1).#groupHoldsSql(group)
  }

  #wordHoldsSql(word: ShellWord): boolean {
    if (holdsSql(word.text)) return true
    const file = this.#by.file(word)
    if (file === 'untold' || (typeof file === 'object' && holdsSql(file.text))) return true
    const text = word.text.includes('${') ? this.#by.text(word) : word
    return text === 'untold' || holdsSql(text.text)
  }

  #groupHoldsSql({ commands, from, to, inFunction }: ShellGroup): boolean {
    const all = commands.slice(from, Math.min(to, commands.length, from + mostLooked))
    return all.some((command) => {
      if (command.isDiverted || command.group.inFunction !== inFunction) return false
      return command.words.some(setsSql) || this.#singleHoldsSql(command)
    })
  }
}
