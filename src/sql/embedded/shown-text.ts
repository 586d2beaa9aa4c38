import { isSql, readingOf } from './said-sql.ts'
import { callOf, nameOfProgram } from './shell-call.ts'
import {
  append,
  appendWord,
  emptyWord,
  makersOf,
  partOf,
  type ShellCommand,
  type ShellGroup,
  type ShellWord,
} from './shell-word.ts'

/** How much a command may show: more is no SQL that anyone wrote. */
const longest = 500_000

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
  ['"', '"'],
])

/** A text with the signs that its backslashes stand for. */
function escaped(word: ShellWord): ShellWord {
  const text = emptyWord()
  for (let at = 0; at < word.text.length; at += 1) {
    const sign = word.text.charAt(at) === '\\' ? escapes.get(word.text.charAt(at + 1)) : undefined
    append(text, sign ?? word.text.charAt(at), word.places[at] ?? 0)
    if (sign !== undefined) at += 1
  }
  return text
}

function echoed(given: readonly ShellWord[]): ShellWord {
  const first = given.findIndex(({ text }) => !/^-[neE]+$/.test(text))
  const texts = first < 0 ? [] : given.slice(first)
  const hasEscapes = given.slice(0, Math.max(0, first)).some(({ text }) => text.includes('e'))
  const shown = emptyWord()
  for (const [at, word] of texts.entries()) {
    if (at > 0) append(shown, ' ', word.places[0] ?? shown.places.at(-1) ?? 0)
    appendWord(shown, hasEscapes ? escaped(word) : word)
  }
  const isWithoutEnd = given.slice(0, Math.max(0, first)).some(({ text }) => text.includes('n'))
  if (!isWithoutEnd) append(shown, '\n', shown.places.at(-1) ?? 0)
  return shown
}

/** How often `printf` uses a format: as long as there are values. */
function roundsOf(pieces: readonly string[], values: number): number {
  const count = pieces.filter((piece) => piece === '%s').length
  return count === 0 ? 1 : Math.max(1, Math.ceil(values / count))
}

/** What `printf` makes of its format; undefined where the format says more than `%s`. */
function formatted(given: readonly ShellWord[]): ShellWord | undefined {
  const [format, ...values] = given[0]?.text === '--' ? given.slice(1) : given
  if (format === undefined || format.text.startsWith('-')) return undefined
  const text = escaped(format)
  const pieces = [...text.text.matchAll(/%[%s]?|[^%]+/g)]
  const signs = pieces.map(([piece]) => piece)
  const rounds = roundsOf(signs, values.length)
  if (signs.includes('%') || text.text.length * rounds > longest) return undefined
  const shown = emptyWord()
  const left = values.values()
  const pieceOf = (piece: string, at: number): ShellWord =>
    piece === '%s' ? (left.next().value ?? emptyWord()) : partOf(text, at, at + (piece === '%%' ? 1 : piece.length))
  for (let round = 0; round < rounds; round += 1)
    for (const { 0: piece, index } of pieces) appendWord(shown, pieceOf(piece, index))
  return shown
}

/** What a command shows: a text, what it is given to read, nothing, or what is not known. */
export type Shown = ShellWord | 'its input' | 'nothing' | 'unknown'

/** Programs that show what they read. */
const copying = /^(?:cat|tee)$/

function shownBySingle(command: ShellCommand): Shown {
  const { program, given } = callOf(command.words)
  const name = nameOfProgram(program?.text ?? '')
  if (name === 'echo') return echoed(given)
  if (name === 'printf') return formatted(given) ?? 'unknown'
  // Files that `tee` is given are written, those of `cat` are read.
  if (copying.test(name)) return name === 'tee' || given.every(({ text }) => text === '-') ? 'its input' : 'unknown'
  return program === undefined || (readingOf(name) === 'nothing' && !showing.has(name)) ? 'nothing' : 'unknown'
}

/** Programs that show something of their own. */
const showing: ReadonlySet<string> = new Set(
  'basename command date declare dirname expr hash ls mktemp popd pushd pwd seq set shopt source . type ulimit umask which alias export'.split(
    ' ',
  ),
)

/** How many commands of a group are put together. */
const mostCommands = 1000

/** What one of the commands of a group shows. */
function shownInGroup(command: ShellCommand): Shown {
  const { group, closes, input, source } = command
  if (!group.isPlain || command.isAlternative) return 'unknown'
  if (closes !== undefined) return command.isDiverted || input !== undefined ? 'unknown' : 'nothing'
  const shown = command.isDiverted ? 'nothing' : shownBySingle(command)
  if (shown !== 'its input') return shown
  return (source === undefined ? input : undefined) ?? 'unknown'
}

/** What the commands of a group show one after the other. */
function shownByGroup({ commands, from, to, isPlain }: ShellGroup): Shown {
  const end = Math.min(to, commands.length)
  if (!isPlain || end - from > mostCommands) return 'unknown'
  const all = emptyWord()
  for (const command of commands.slice(from, end)) {
    const shown = command.isInside || command.isPiped ? 'nothing' : shownInGroup(command)
    if (typeof shown === 'object') appendWord(all, shown)
    else if (shown !== 'nothing') return 'unknown'
  }
  return all
}

/** What a command, or the group that it ends, shows to those that read it. */
export function shownBy(command: ShellCommand): Shown {
  if (command.isDiverted) return 'nothing'
  return command.closes === undefined ? shownBySingle(command) : shownByGroup(command.closes)
}

/** Whether a command reads files in the place of what it is given. */
function readsFiles({ words }: ShellCommand): boolean {
  const { program, given } = callOf(words)
  return nameOfProgram(program?.text ?? '') === 'cat' && given.some(({ text }) => text !== '-')
}

/** What a command shows of a text that it is given itself. */
function shownAlone(command: ShellCommand): Shown {
  const shown = shownBy(command)
  return shown === 'its input' && command.source === undefined ? (command.input ?? 'unknown') : shown
}

/**
 * The text that a word is as a whole where a command in it shows that; undefined where it is another one, and untold where
 * SQL goes through programs of which that is not known.
 */
export function textMadeOf(word: ShellWord): ShellWord | 'untold' | undefined {
  const makers = makersOf(word)
  if (makers === undefined) return undefined
  const { last, isAlone } = makers
  const shown = isAlone ? shownAlone(last) : 'unknown'
  if (typeof shown === 'object') return shown
  let first = last
  while (first.source !== undefined) first = first.source
  const given = typeof first.input === 'object' && !readsFiles(first) ? first.input : shownAlone(first)
  return typeof given === 'object' && isSql(given.text) ? 'untold' : undefined
}

/** Whether a group has a command that shows a text of its own. */
export function hasText({ commands, from, to }: ShellGroup): boolean {
  return commands.slice(from, Math.min(to, commands.length, from + mostCommands)).some((command) => {
    if (command.isInside || command.isDiverted) return false
    const shown = shownBySingle(command)
    const text = shown === 'its input' ? command.input : shown
    return typeof text === 'object' && /[^\s;]/.test(text.text)
  })
}
