import { replacedIn, type ShellWord } from './shell-word.ts'

/** A command by its parts: what it sets, which program it runs, and what that is given. */
export interface ShellCall {
  /** `NAME=value` before the program, or alone. */
  readonly assigned: readonly ShellWord[]
  readonly program: ShellWord | undefined
  readonly given: readonly ShellWord[]
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
}

const options = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Source: the Bash manual, sudo(8), sshpass(1), and the manuals of the GNU coreutils, findutils and util-linux. */
const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  ['command', { without: options('-v -V') }],
  ['env', { withValue: options('-u --unset -C --chdir') }],
  ['exec', { withValue: options('-a') }],
  ['flock', { withValue: options('-w --timeout -E'), own: 1 }],
  ['ionice', { withValue: options('-c -n --class --classdata') }],
  ['nice', { withValue: options('-n --adjustment') }],
  ['nohup', {}],
  ['setsid', {}],
  ['sshpass', { withValue: options('-p -f -d -P') }],
  ['stdbuf', { withValue: options('-i -o -e --input --output --error') }],
  ['sudo', { withValue: options('-u -g -h -p -C -D -R -r -t -T -U --user --group --host'), without: options('-l -e') }],
  ['time', { withValue: options('-f -o --format --output') }],
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

/** Where the program of a wrapper stands; undefined where it runs none. */
function behindWrapper(words: readonly ShellWord[], from: number, wrapper: Wrapper): number | undefined {
  let at = from
  for (let text = words[at]?.text; text?.startsWith('-'); text = words[at]?.text) {
    if (wrapper.without?.has(text) === true) return undefined
    at += wrapper.withValue?.has(text) === true ? 2 : 1
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

/** The parts of a command: only the word in the place of the program is one, whatever stands in others. */
export function callOf(command: readonly ShellWord[]): ShellCall {
  const assigned: ShellWord[] = []
  let words = command
  let at = words[0]?.text === 'function' ? 2 : 0
  let replacing = 0
  for (let word = words[at]; word !== undefined; word = words[at]) {
    const found = wrappers.get(nameOfProgram(word.text))
    if (found?.replacing !== undefined) replacing += 1
    const wrapper = replacing > mostReplacing ? undefined : found
    if (assignment.test(word.text)) {
      assigned.push(word)
      at += 1
    } else if (reserved.has(word.text)) at += 1
    else if (wrapper === undefined) return { assigned, program: word, given: words.slice(at + 1) }
    else {
      const next = behindWrapper(words, at + 1, wrapper) ?? words.length
      words = withoutReplaced(words, at + 1, next, wrapper)
      at = next
    }
  }
  return { assigned, program: undefined, given: [] }
}
