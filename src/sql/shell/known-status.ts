import type { Leaving, Outcome, Status } from './shell-blocks.ts'
import { unknownOutcome } from './shell-blocks.ts'
import type { ShellCall } from './shell-call.ts'

const always: ReadonlyMap<string, Status> = new Map<string, Status>([
  [':', 'yes'],
  ['true', 'yes'],
  ['false', 'no'],
  ['/bin/true', 'yes'],
  ['/bin/false', 'no'],
])

const leaving: ReadonlySet<string> = new Set(['exit', 'return', 'break', 'continue'])

function isLeaving(text: string): text is Leaving['what'] {
  return leaving.has(text)
}

/** Comparisons of numbers, and of texts. Source: the Bash manual, of `test`. */
const comparisons: ReadonlyMap<string, (one: string, other: string) => boolean> = new Map([
  ['=', (one, other) => one === other],
  ['==', (one, other) => one === other],
  ['!=', (one, other) => one !== other],
  ['-eq', (one, other) => Number(one) === Number(other)],
  ['-ne', (one, other) => Number(one) !== Number(other)],
  ['-lt', (one, other) => Number(one) < Number(other)],
  ['-le', (one, other) => Number(one) <= Number(other)],
  ['-gt', (one, other) => Number(one) > Number(other)],
  ['-ge', (one, other) => Number(one) >= Number(other)],
])

const status = (isSo: boolean): Status => (isSo ? 'yes' : 'no')

/** What a test of texts that stand in the code gives. */
function tested(words: readonly string[]): Status {
  if (words.some((text) => !/^[\w.:/=!-]+$/.test(text))) return 'unknown'
  const [one = '', operator = '', other = ''] = words
  if (words.length === 1) return 'yes'
  const compare = comparisons.get(operator)
  if (words.length !== 3 || compare === undefined) return 'unknown'
  if (operator.startsWith('-') && !(/^-?\d{1,9}$/.test(one) && /^-?\d{1,9}$/.test(other))) return 'unknown'
  return status(compare(one, other))
}

function statusOfTest(program: string, words: readonly string[]): Status {
  const end = program === '[' ? ']' : program === '[[' ? ']]' : undefined
  if (end === undefined) return program === 'test' ? tested(words) : 'unknown'
  return words.at(-1) === end ? tested(words.slice(0, -1)) : 'unknown'
}

/** What is known of a command by its words alone: that it succeeds or not, and that it ends what it stands in. */
export function knownOutcome({ program, given, isWrapped }: ShellCall): Outcome {
  if (program === undefined || isWrapped === true) return unknownOutcome
  const { text } = program
  const number = /^\(\(\s*(\d+)\s*\)\)$/.exec(text)?.[1]
  if (number !== undefined) return { status: status(Number(number) !== 0) }
  if (isLeaving(text)) return { status: 'unknown', leaving: { what: text, levels: Number(given[0]?.text ?? 1) || 1 } }
  const words = given.map((word) => word.text)
  return { status: always.get(text) ?? statusOfTest(text, words) }
}
