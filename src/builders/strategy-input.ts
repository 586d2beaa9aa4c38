import type { FlowNode, FlowStrategy } from '../model/generated/types.ts'
import { defined } from './defined.ts'
import { type DurationLike, isDurationLike } from './duration-like.ts'
import { type TimeoutInput, wireTimeout } from './timeout-input.ts'

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
