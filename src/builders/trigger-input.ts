import type { FlowTrigger } from '../model/generated/types.ts'
import { defined } from './defined.ts'
import { type DurationLike, isDurationLike } from './duration-like.ts'

/** When a node runs, if not with its workflow. Fields left out keep what an earlier call gave. */
export interface TriggerInput
  extends Pick<
    FlowTrigger,
    'type' | 'cron' | 'timezone' | 'startTime' | 'endTime' | 'cycleType' | 'calendarId' | 'identifier'
  > {
  /** Wait after the schedule time: seconds, or a duration. */
  readonly delaySeconds?: number | DurationLike
}

/** The fields of a trigger as the wire has them. */
export type WireTrigger = Omit<TriggerInput, 'delaySeconds'> & Pick<FlowTrigger, 'delaySeconds'>

/** A trigger as the wire writes it: its unit settled, keys without a value left out. */
export function wireTrigger(input: TriggerInput): WireTrigger {
  const { delaySeconds, ...rest } = input
  const seconds = isDurationLike(delaySeconds) ? delaySeconds.toMillis() / 1000 : delaySeconds
  // Callers that are not type checked may pass undefined for a key; it counts as left out.
  return defined({ ...rest, delaySeconds: seconds })
}
