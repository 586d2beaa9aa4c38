import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { type CronPiece, CronProblems } from '../cron-problems.ts'
import { quote } from '../quote.ts'

const longestText = 256

/**
 * The fields of a cron in another dialect, which takes any white space between them and letters of either case.
 *
 * @throws FlowSpecError for what is no text, or too long to be a cron
 */
export function foreignPieces(text: unknown, dialect: string): readonly CronPiece[] {
  if (typeof text !== 'string') throw unreadable(`The ${dialect} cron has to be text, but is ${quote(text)}.`)
  if (text.length > longestText) {
    throw unreadable(`The ${dialect} cron has ${text.length} characters; at most ${longestText} are read.`)
  }
  const upper = text.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase())
  return [...upper.matchAll(/\S+/g)].map((match) => ({ text: match[0], column: match.index + 1 }))
}

function unreadable(message: string): FlowSpecError {
  const problems = new CronProblems()
  problems.error({ place: { text: '', column: 1 }, message })
  return new FlowSpecError(problems.list())
}
