import { replacedIn, type ShellWord } from './shell-word.ts'

/** A command by its parts: what it sets, which program it runs, and what that is given. */
export interface ShellCall {
  /** `NAME=value` before the program, or alone. */
  readonly assigned: readonly ShellWord[]
  readonly program: ShellWord | undefined
  readonly given: readonly ShellWord[]
  /** Whether another program runs it, so that it is no function. */
  readonly isWrapped?: boolean
  /** The program that makes words of what it reads, and gives them to this one. */
  readonly reading?: ShellWord | undefined
}

/** A program that runs another one, which it is given. */
interface Wrapper {
  /** Options that the next word belongs to. */
  readonly withValue?: ReadonlySet<string>
  /** How many words of its own stand before the program. */
  readonly own?: number
  /** Options with which it runs nothing. */
  readonly without?: ReadonlySet<string>
  /** The option that names a text in whose place it puts what it reads. */
  readonly replacing?: RegExp
  /** Options with which it runs a shell where it is given no program. */
  readonly shell?: RegExp
  /** Whether functions of the shell run, too. */
  readonly isOfShell?: boolean
}

const options = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Source: the Bash manual, sudo(8), doas(1), sshpass(1), the pages of gosu and su-exec, and the manuals of the GNU coreutils, findutils and util-linux. */
const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  ['builtin', {}],
  ['chroot', { own: 1 }],
  ['command', { without: options('-v -V') }],
  ['doas', { withValue: options('-u -C'), shell: /^-[a-zA-Z]*s/ }],
  ['env', { withValue: options('-u --unset -C --chdir') }],
  ['exec', { withValue: options('-a') }],
  ['flock', { withValue: options('-w --timeout -E'), own: 1 }],
  ['gosu', { own: 1 }],
  ['ionice', { withValue: options('-c -n --class --classdata') }],
  ['nice', { withValue: options('-n --adjustment') }],
  ['nohup', {}],
  ['setsid', {}],
  ['sshpass', { withValue: options('-p -f -d -P') }],
  ['stdbuf', { withValue: options('-i -o -e --input --output --error') }],
  ['su-exec', { own: 1 }],
  [
    'sudo',
    {
      withValue: options('-u -g -h -p -C -D -R -r -t -T -U --user --group --host'),
      without: options('-l -e'),
      shell: /^(?:-[a-zA-Z]*[is]|--login$|--shell$)/,
    },
  ],
  ['time', { withValue: options('-f -o --format --output'), isOfShell: true }],
  ['timeout', { withValue: options('-s -k --signal --kill-after'), own: 1 }],
  [
    'xargs',
    {
      withValue: options('-I -n -P -L -d -a -s -E --max-args --max-procs --delimiter --arg-file'),
      replacing: /^(?:-I|-i|--replace(?:=|$))/,
    },
  ],
])

/** Words of the shell that a command follows. */
const reserved: ReadonlySet<string> = new Set([
  '!',
  '{',
  'do',
  'elif',
  'else',
  'if',
  'then',
  'until',
  'while',
  'coproc',
])

const assignment = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/

export function nameOfProgram(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1).replace(/\.(?:sh|bat|cmd|exe)$/, '')
}

/** Whether the value of an option is the next word; of letters in one word, of the last. */
function hasValueBehind(text: string, { withValue }: Wrapper): boolean {
  if (withValue === undefined) return false
  if (!/^-[a-zA-Z]{2,}$/.test(text)) return withValue.has(text)
  const letters = [...text.slice(1)].map((letter) => withValue.has(`-${letter}`))
  return letters.indexOf(true) === letters.length - 1
}

/** Where the program of a wrapper stands; undefined where it runs none. */
function behindWrapper(words: readonly ShellWord[], from: number, wrapper: Wrapper): number | undefined {
  let at = from
  for (let text = words[at]?.text; text?.startsWith('-'); text = words[at]?.text) {
    if (wrapper.without?.has(text) === true) return undefined
    at += hasValueBehind(text, wrapper) ? 2 : 1
    if (text === '--') break
  }
  return at + (wrapper.own ?? 0)
}

/** Words in which a text stands for what the wrapper reads: what that is, is known only when the shell runs. */
function withoutReplaced(
  words: readonly ShellWord[],
  from: number,
  to: number,
  wrapper: Wrapper,
): readonly ShellWord[] {
  const { replacing } = wrapper
  if (replacing === undefined) return words
  const at = words.findIndex(({ text }, place) => place >= from && place < to && replacing.test(text))
  const word = words[at]
  if (word === undefined) return words
  const name = word.text.replace(replacing, '') || (word.text === '-I' ? words[at + 1]?.text : '{}') || ''
  return words.map((one, place) => (place < to ? one : replacedIn(one, name, '${xargs}')))
}

/** How many programs that put what they read into words are followed in one command. */
const mostReplacing = 8

/** What comes before the program of a command, as far as it was passed. */
interface Passed {
  words: readonly ShellWord[]
  at: number
  replacing: number
  isWrapped: boolean
  reading: ShellWord | undefined
}

/** Passes a program that runs another one; gives the shell that it runs where it is given none. */
function passWrapper(passed: Passed, word: ShellWord, wrapper: Wrapper): ShellWord | undefined {
  const { words, at } = passed
  const next = behindWrapper(words, at + 1, wrapper) ?? words.length
  const leading = words.slice(at + 1, next)
  const runsShell = next >= words.length && leading.some(({ text }) => wrapper.shell?.test(text) === true)
  passed.isWrapped ||= wrapper.isOfShell !== true
  passed.words = withoutReplaced(words, at + 1, next, wrapper)
  passed.at = next
  return runsShell ? { ...word, text: 'sh' } : undefined
}

/** The program that stands at a place where none but this may; undefined for a word that is not followed as one. */
function wrapperAt(passed: Passed, word: ShellWord): Wrapper | undefined {
  const found = wrappers.get(nameOfProgram(word.text))
  if (found?.replacing === undefined) return found
  passed.replacing += 1
  passed.reading = word
  return passed.replacing > mostReplacing ? undefined : found
}

/** The parts of a command: only the word in the place of the program is one, whatever stands in others. */
export function callOf(command: readonly ShellWord[]): ShellCall {
  const assigned: ShellWord[] = []
  const start = command[0]?.text === 'function' ? 2 : 0
  const passed: Passed = { words: command, at: start, replacing: 0, isWrapped: false, reading: undefined }
  for (let word = passed.words[passed.at]; word !== undefined; word = passed.words[passed.at]) {
    const wrapper = wrapperAt(passed, word)
    if (assignment.test(word.text)) assigned.push(word)
    if (assignment.test(word.text) || reserved.has(word.text)) {
      passed.at += 1
      continue
    }
    const { isWrapped, reading } = passed
    if (wrapper === undefined)
      return { assigned, program: word, given: passed.words.slice(passed.at + 1), isWrapped, reading }
    const shell = passWrapper(passed, word, wrapper)
    if (shell !== undefined) return { assigned, program: shell, given: [], isWrapped, reading }
  }
  return { assigned, program: undefined, given: [] }
}
