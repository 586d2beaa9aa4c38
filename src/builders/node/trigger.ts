import type { FlowTrigger } from '../../language/generated/types.ts'
import type { RunsSource, RunsTrigger } from '../../schedule/runs/request.ts'
import type { TimeZone } from '../../schedule/zones/time-zone.ts'
import { defined, orderFields } from '../fields.ts'
import { type DurationLike, isDurationLike } from './strategy.ts'

/** When a node runs, if not with its workflow. Fields left out keep what an earlier call gave. */
export interface TriggerInput
  extends Pick<FlowTrigger, 'type' | 'cron' | 'startTime' | 'endTime' | 'cycleType' | 'calendarId' | 'identifier'> {
  /** Time zone by its exact IANA name. */
  readonly timezone?: TimeZone
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

/**
 * When a workflow or node runs, as `schedule(…)` takes it: a cron, the fields of a trigger with a cron, or a schedule of
 * `flowspec/schedule` such as `daily('02:00')`.
 *
 * @example
 * ```ts
 * import { type ScheduleInput, workflow } from 'flowspec'
 *
 * const nightly: ScheduleInput = { cron: '00 02 00 * * ?', timezone: 'Europe/London' }
 * const flow = workflow('orders').schedule(nightly)
 * ```
 */
export type ScheduleInput = string | RunsSource

function fieldsOf(schedule: ScheduleInput): RunsTrigger {
  if (typeof schedule === 'string') return { cron: schedule }
  return 'toTrigger' in schedule ? schedule.toTrigger() : schedule
}

/**
 * A trigger with another schedule. Its cron and calendar give way together, for the new cron is not meant for the days of
 * the old calendar; a time zone and a window that the schedule does not say stay.
 */
export function withSchedule(trigger: WireTrigger | undefined, schedule: ScheduleInput): WireTrigger {
  const { calendarId: _, ...kept } = trigger ?? {}
  const { cron, timezone, startTime, endTime, calendarId } = fieldsOf(schedule)
  return { ...kept, ...defined({ cron, timezone, startTime, endTime, calendarId }) }
}

/** A trigger with nothing that was not said; what has a cron is a schedule. */
export function triggerAsSaid(input: WireTrigger): FlowTrigger {
  return orderFields('Trigger', { ...(input.cron === undefined ? {} : { type: 'Scheduler' as const }), ...input })
}

/** What the service itself takes a schedule to say where it says nothing. */
export const usualSchedule = {
  startTime: '1970-01-01 00:00:00',
  endTime: '9999-01-01 00:00:00',
  timezone: 'Asia/Shanghai',
  delaySeconds: 0,
} as const

/**
 * A trigger as the wire writes it: a schedule with the defaults the service itself would use, written out, or what a user
 * gave of another one.
 *
 * @param read - the trigger as read, to which nothing is added; a new cron or identifier settles its type
 */
export function buildTrigger(input: WireTrigger, read?: WireTrigger): FlowTrigger {
  if (read !== undefined) {
    if (input.cron !== read.cron) return { ...input, type: 'Scheduler' }
    return input.identifier === read.identifier ? input : { ...input, type: 'Custom' }
  }
  const { type = 'Scheduler', cron, cycleType, startTime, endTime, timezone, delaySeconds, calendarId } = input
  if (type !== 'Scheduler') return orderFields('Trigger', input)
  return defined({
    type,
    cron,
    cycleType,
    startTime: startTime ?? usualSchedule.startTime,
    endTime: endTime ?? usualSchedule.endTime,
    timezone: timezone ?? usualSchedule.timezone,
    delaySeconds: delaySeconds ?? usualSchedule.delaySeconds,
    calendarId,
  })
}
