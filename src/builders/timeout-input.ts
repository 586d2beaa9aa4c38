import type { FlowStrategy } from '../model/generated/types.ts'
import { type DurationLike, isDurationLike } from './duration-like.ts'

/** Unit of a timeout, as the wire spells it. */
export type TimeoutUnit = NonNullable<FlowStrategy['timeoutUnit']>

/**
 * Longest run time. A bare number other than 0 is not taken, because sources disagree on its unit: 0 is no limit, a
 * duration says its length, `{ value, unit }` says both parts as the wire has them.
 */
export type TimeoutInput = 0 | DurationLike | { readonly value: number; readonly unit: TimeoutUnit }

/** The two wire fields of a timeout. */
export interface WireTimeout {
  readonly timeout: number
  readonly timeoutUnit?: TimeoutUnit
}

const units: readonly (readonly [TimeoutUnit, number])[] = [
  ['HOURS', 3_600_000],
  ['MINUTES', 60_000],
]

/** A timeout as the wire writes it: a duration in the largest unit that holds it exactly, else in seconds. */
export function wireTimeout(input: TimeoutInput): WireTimeout {
  if (!isDurationLike(input)) return input === 0 ? { timeout: 0 } : { timeout: input.value, timeoutUnit: input.unit }
  const millis = input.toMillis()
  for (const [unit, length] of units) if (millis % length === 0) return { timeout: millis / length, timeoutUnit: unit }
  return { timeout: millis / 1000, timeoutUnit: 'SECONDS' }
}
