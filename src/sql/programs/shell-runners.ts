import { type OptionNames, type OptionWords, optionWords } from '../shell/option-words.ts'
import { nameOfProgram } from '../shell/shell-call.ts'
import { joinedWords, type ShellWord } from '../shell/shell-word.ts'

/** What a program runs that is given something to run. */
export interface WhatRuns {
  /** Shell code, a file of it, words that are a program and what it is given, or code that it reads; nothing where it runs none. */
  readonly runs: 'code' | 'file' | 'words' | 'its input' | 'nothing'
  readonly words: readonly ShellWord[]
  /** Whether what runs reads what the program is given to read. */
  readonly hasInput: boolean
  /** Whether it runs in the same shell, and sets variables there. */
  readonly isHere?: boolean
  /** The arguments of what runs, where it has some of its own. */
  readonly given?: readonly ShellWord[]
}

type Runner = (given: readonly ShellWord[]) => WhatRuns | undefined

const nothing: WhatRuns = { runs: 'nothing', words: [], hasInput: false }

const dashed = (letters: string): string => [...letters].map((letter) => `-${letter}`).join(' ')

function getopt(withValue: string, without: string): OptionNames {
  return { parting: 'getopt', withValue: new Set(withValue.split(' ')), without: new Set(without.split(' ')) }
}

/** How many words from one on are options, and the values of these. */
function leadingOptions(words: readonly ShellWord[], names: OptionNames): readonly [count: number, read: OptionWords] {
  let count = 0
  for (let word = words[count]; word?.text.startsWith('-') === true && word.text !== '-'; word = words[count]) {
    count += 1
    if (word.text === '--') break
    // Whether the next word belongs to it, the same reading of it and a word that is none of its values says.
    const { plain } = optionWords(words.slice(count - 1, count + 1), names)
    if (count < words.length && plain.length === 0 && words[count]?.text.startsWith('-') !== true) count += 1
  }
  return [count, optionWords(words.slice(0, count), names)]
}

const has = (letters: RegExp, words: readonly ShellWord[]): boolean => words.some(({ text }) => letters.test(text))

/** Source: the manuals of Bash, dash and zsh. */
const shellOptions = getopt(
  '-o -O --rcfile --init-file',
  `${dashed('abefhiklmnprtuvxsBCDEHPTcl')} --login --norc --noprofile --posix`,
)

const shell: Runner = (given) => {
  const words = given.map((word) => (word.text.startsWith('+') ? { ...word, text: `-${word.text.slice(1)}` } : word))
  const [count] = leadingOptions(words, shellOptions)
  const leading = given.slice(0, count)
  const left = given.slice(count)
  if (has(/^-[a-zA-Z]*n/, leading)) return nothing
  if (has(/^-[a-zA-Z]*c/, leading))
    return { runs: 'code', words: left.slice(0, 1), hasInput: true, given: left.slice(2) }
  if (left.length === 0 || has(/^-[a-zA-Z]*s/, leading))
    return { runs: 'its input', words: [], hasInput: false, given: left }
  if (isOwnInput(left[0])) return { runs: 'its input', words: [], hasInput: false, given: left.slice(1) }
  return { runs: 'file', words: left.slice(0, 1), hasInput: true, given: left.slice(1) }
}

const isOwnInput = (word: ShellWord | undefined): boolean => /^(?:-|\/dev\/stdin|\/dev\/fd\/0)$/.test(word?.text ?? '')

/** Source: the Bash manual, of `source`. */
const sourced: Runner = (given) => {
  const [name, ...more] = given[0]?.text === '--' ? given.slice(1) : given
  if (name === undefined) return nothing
  const own = { isHere: true, ...(more.length > 0 && { given: more }) }
  if (isOwnInput(name)) return { runs: 'its input', words: [], hasInput: false, ...own }
  return { runs: 'file', words: [name], hasInput: true, ...own }
}

const evaluated: Runner = (given) => {
  const words = given[0]?.text === '--' ? given.slice(1) : given
  return { runs: 'code', words, hasInput: true, isHere: true }
}

const trapped: Runner = (given) => {
  const [code] = given[0]?.text === '--' ? given.slice(1) : given
  return code === undefined || code.text.startsWith('-') ? nothing : { runs: 'code', words: [code], hasInput: false }
}

/** Source: ssh(1), and the order in which ssh.c reads its words: options may follow the host. */
const sshOptions = getopt(dashed('BbcDEeFIiJLlmOopPQRSWw'), dashed('46AaCfGgKkMNnqsTtVvXxYy'))

const ssh: Runner = (given) => {
  const [count] = leadingOptions(given, sshOptions)
  const behindHost = given.slice(count + 1)
  const [more] = leadingOptions(behindHost, sshOptions)
  const leading = [...given.slice(0, count), ...behindHost.slice(0, more)]
  if (count >= given.length || has(/^-[46AaCfGgKkMnqsTtvXxYy]*[NGVQOW]/, leading)) return nothing
  const words = behindHost.slice(more)
  const hasInput = !has(/^-[46AaCGgKkMNqsTtVvXxYy]*[nf]/, leading)
  if (words.length > 0) return { runs: 'code', words, hasInput }
  return hasInput ? { runs: 'its input', words: [], hasInput: false } : nothing
}

/** Source: su(1) and runuser(1) of util-linux. */
const suOptions = getopt(
  '-c --command --session-command -g --group -G --supp-group -s --shell -w --whitelist-environment -u --user',
  `${dashed('lmpfP')} --login --preserve-environment --fast --pty`,
)
const codeOfSu: ReadonlySet<string> = new Set(['-c', '--command', '--session-command'])

const su: Runner = (given) => {
  const { values } = optionWords(given, suOptions)
  const code = values.find(([name]) => codeOfSu.has(name))?.[1]
  if (code !== undefined) return { runs: 'code', words: [code], hasInput: true }
  const [count, { values: leading }] = leadingOptions(given, suOptions)
  if (leading.some(([name]) => name === '-u' || name === '--user'))
    return { runs: 'words', words: given.slice(count), hasInput: true }
  return { runs: 'its input', words: [], hasInput: false }
}

/** Source: `docker --help`, `docker exec --help`, `docker run --help` and `docker compose --help`. */
const dockerOptions = getopt(
  '-c --config --context -H --host -l --log-level --tlscacert --tlscert --tlskey -f --file -p --project-name --profile ' +
    '--env-file --project-directory --parallel --progress --ansi',
  `${dashed('Dv')} --debug --tls --tlsverify --version --compatibility --all-resources --dry-run`,
)
const execOptions = getopt(
  '-e --env --env-file --detach-keys -u --user -w --workdir --index',
  `${dashed('dit')} -T --detach --interactive --tty --privileged --no-TTY --no-tty`,
)
/** All that `docker run` does not list here has a value. */
const runFlags: ReadonlySet<string> = new Set(
  '--detach --interactive --tty --rm --init --privileged --read-only --publish-all --no-healthcheck --oom-kill-disable --sig-proxy --help --quiet --use-api-socket --disable-content-trust'.split(
    ' ',
  ),
)
const hasItsInput = /^(?:-[a-zA-Z]*i[a-zA-Z]*|--interactive|--stdin)$/

function dockerExec(words: readonly ShellWord[], isCompose: boolean): WhatRuns {
  const [count] = leadingOptions(words, execOptions)
  const hasInput = isCompose || has(hasItsInput, words.slice(0, count))
  return { runs: 'words', words: words.slice(count + 1), hasInput }
}

function dockerRun(words: readonly ShellWord[]): WhatRuns {
  let at = 0
  let entry: ShellWord | undefined
  for (let word = words[at]; word?.text.startsWith('-') === true; word = words[at]) {
    const { text } = word
    const isAlone = text.includes('=') || runFlags.has(text) || /^-[ditPq]+$/.test(text) || /^-[a-zA-Z]./.test(text)
    if (text === '--entrypoint') entry = words[at + 1]
    else if (text.startsWith('--entrypoint=')) entry = { text: text.slice(13), places: word.places.slice(13) }
    at += isAlone ? 1 : 2
  }
  const hasInput = has(hasItsInput, words.slice(0, at))
  return { runs: 'words', words: [...(entry === undefined ? [] : [entry]), ...words.slice(at + 1)], hasInput }
}

const docker: Runner = (given) => {
  let words = given
  let isCompose = false
  for (;;) {
    const [count] = leadingOptions(words, dockerOptions)
    const command = words[count]?.text
    words = words.slice(count + 1)
    if (command === 'exec') return dockerExec(words, isCompose)
    if (command === 'run' && !isCompose) return dockerRun(words)
    if (command !== 'container' && command !== 'compose') return undefined
    isCompose = command === 'compose'
  }
}

/** Source: `kubectl exec --help`: what stands behind two dashes runs, and reads something with `-i` alone. */
const kubectl: Runner = (given) => {
  const end = given.findIndex(({ text }) => text === '--')
  const own = given.slice(0, Math.max(0, end))
  if (end < 0 || !own.some(({ text }) => text === 'exec')) return undefined
  return { runs: 'words', words: given.slice(end + 1), hasInput: has(hasItsInput, own) }
}

const runners: ReadonlyMap<string, Runner> = new Map<string, Runner>([
  ...['bash', 'sh', 'dash', 'ash', 'ksh', 'zsh'].map((name) => [name, shell] as const),
  ...['docker', 'podman', 'nerdctl'].map((name) => [name, docker] as const),
  ['docker-compose', (given) => docker([{ text: 'compose', places: [] }, ...given])],
  ['.', sourced],
  ['eval', evaluated],
  ['kubectl', kubectl],
  ['oc', kubectl],
  ['runuser', su],
  ['source', sourced],
  ['ssh', ssh],
  ['su', su],
  ['trap', trapped],
])

/** What a program runs that is given something to run; undefined for another, or where it is not known. */
export function runBy(program: string, given: readonly ShellWord[]): WhatRuns | undefined {
  return runners.get(nameOfProgram(program))?.(given)
}

/** The code that it is given in its words. */
export function codeOf({ words }: WhatRuns): ShellWord {
  return joinedWords(words)
}
