import type { RunsSource, RunsTrigger } from '../schedule/runs-request.ts'
import { defined } from './defined.ts'
import type { WireTrigger } from './trigger-input.ts'

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

/**
 * A trigger with another schedule. Its cron and calendar give way together, for the new cron is not meant for the days of
 * the old calendar; a time zone and a window that the schedule does not say stay.
 */
export function withSchedule(trigger: WireTrigger | undefined, schedule: ScheduleInput): WireTrigger {
  const { calendarId: _, ...kept } = trigger ?? {}
  const { cron, timezone, startTime, endTime, calendarId } = fieldsOf(schedule)
  return { ...kept, ...defined({ cron, timezone, startTime, endTime, calendarId }) }
}

function fieldsOf(schedule: ScheduleInput): RunsTrigger {
  if (typeof schedule === 'string') return { cron: schedule }
  return 'toTrigger' in schedule ? schedule.toTrigger() : schedule
}
