import type { Fault } from './fault.ts'

/** What a timer can hold, in milliseconds. */
const longestDelay = 2 ** 31 - 1

function isStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 200 && status <= 599
}

/** What is wrong with a fault, each as a sentence that begins with its place. */
export function faultProblems(fault: Fault, place: string): string[] {
  const problems: string[] = []
  const { times = 1, delay = 0, when = 'before' } = fault
  if (!(times >= 1)) problems.push(`${place}.times is ${times}; write 1 or more, Infinity for every call`)
  if (!(delay >= 0 && delay <= longestDelay)) {
    problems.push(`${place}.delay is ${delay}; write milliseconds, at most ${longestDelay}`)
  }
  if (when !== 'before' && when !== 'after')
    problems.push(`${place}.when is ${String(when)}; write "before" or "after"`)
  const status = 'status' in fault ? (fault.status ?? 200) : 200
  if (!isStatus(status)) problems.push(`${place}.status is ${status}; write an HTTP status between 200 and 599`)
  const does = ['code', 'body', 'reset', 'loseEdges', 'delay'].some((key) => key in fault)
  if (!does) problems.push(`${place} does nothing; give it code and status, body, reset, loseEdges or delay`)
  return problems
}
