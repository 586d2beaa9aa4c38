import type { FlowNode, FlowStrategy } from '../../language/generated/types.ts'
import { defined } from '../fields.ts'

/** Anything that knows its length in milliseconds, such as a luxon `Duration`. */
export interface DurationLike {
  /** Its length in milliseconds. */
  toMillis(): number
}

/** Whether a value knows its length in milliseconds. */
export function isDurationLike(value: unknown): value is DurationLike {
  return typeof value === 'object' && value !== null && 'toMillis' in value && typeof value.toMillis === 'function'
}

/** Unit of a timeout, as the wire spells it. */
export type TimeoutUnit = NonNullable<FlowStrategy['timeoutUnit']>

/**
 * Longest run time. A bare number other than 0 is not taken, because sources disagree on its unit: 0 is no limit, a
 * duration says its length, `{ value, unit }` says both parts as the wire has them. The unit may be left out for a document
 * that has none.
 */
export type TimeoutInput = 0 | DurationLike | { readonly value: number; readonly unit?: TimeoutUnit }

/** The two wire fields of a timeout. */
interface WireTimeout {
  readonly timeout: number
  readonly timeoutUnit?: TimeoutUnit
}

const units: readonly (readonly [TimeoutUnit, number])[] = [
  ['HOURS', 3_600_000],
  ['MINUTES', 60_000],
]

/** A timeout as the wire writes it: a duration in the largest unit that holds it exactly, else in seconds. */
function wireTimeout(input: TimeoutInput): WireTimeout {
  if (!isDurationLike(input))
    return input === 0 ? { timeout: 0 } : defined({ timeout: input.value, timeoutUnit: input.unit })
  const millis = input.toMillis()
  for (const [unit, length] of units) if (millis % length === 0) return { timeout: millis / length, timeoutUnit: unit }
  return { timeout: millis / 1000, timeoutUnit: 'SECONDS' }
}

type Retyped = 'timeout' | 'timeoutUnit' | 'rerunInterval'

interface Retyping {
  /** Longest run time: 0 for no limit, a duration, or `{ value, unit }`. */
  readonly timeout?: TimeoutInput
  /** Wait before an automatic rerun: milliseconds (at most 1,800,000), or a duration. */
  readonly rerunInterval?: number | DurationLike
}

/** How instances of a workflow run. Fields left out keep what an earlier call gave. */
export interface StrategyInput extends Omit<FlowStrategy, Retyped>, Retyping {}

type NodeStrategyField =
  | 'recurrence'
  | 'priority'
  | 'instanceMode'
  | 'rerunMode'
  | 'rerunTimes'
  | 'ignoreBranchConditionSkip'
  | 'maxInternalConcurrency'

/** How instances of a node run. Fields left out keep what an earlier call or the defaults gave. */
export interface NodeStrategyInput extends Pick<FlowNode, NodeStrategyField>, Retyping {}

/** The fields of a strategy as the wire has them. */
export type WireStrategy<Input> = Omit<Input, keyof Retyping> & Pick<FlowStrategy, Retyped>

/** A strategy as the wire writes it: its units settled, its own copy, keys without a value left out. */
export function wireStrategy<Input extends Retyping>(input: Input): WireStrategy<Input> {
  const { timeout, rerunInterval, ...rest } = input
  const interval = isDurationLike(rerunInterval) ? rerunInterval.toMillis() : rerunInterval
  // Callers that are not type checked may pass undefined for a key; it counts as left out.
  const settled = { ...rest, ...(timeout === undefined ? undefined : wireTimeout(timeout)), rerunInterval: interval }
  return defined<object>(settled) as WireStrategy<Input>
}

/** A strategy without `timeoutUnit` when the build leaves that field out. */
export function withoutUnit<Strategy extends { readonly timeoutUnit?: unknown }>(
  strategy: Strategy,
  options: { readonly timeoutUnit?: 'write' | 'omit' },
): Strategy | Omit<Strategy, 'timeoutUnit'> {
  if (options.timeoutUnit !== 'omit') return strategy
  const { timeoutUnit: _, ...rest } = strategy
  return rest
}
