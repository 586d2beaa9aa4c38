import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { parseCron } from '../../schedule/cron/parse.ts'
import type { CronConversion } from '../../schedule/dialects/conversion.ts'
import { defaultZone } from '../../schedule/zones/names.ts'
import { suggestZone } from '../../schedule/zones/suggestion.ts'
import { checkZone } from '../../schedule/zones/zone.ts'
import type { NoteTaker, Remark } from '../note.ts'
import type { ScheduleDraft } from '../target/draft.ts'
import { wallClockOf } from './moment.ts'

/** When something runs, as a source says it. */
export interface SourceSchedule {
  readonly cron: string
  readonly timezone: string | undefined
  readonly startTime: string | undefined
  readonly endTime: string | undefined
}

/** The zone of a schedule: one that DataWorks takes, whatever the source calls it. */
export function zoneOf(name: string | undefined, note: NoteTaker): string {
  if (name === undefined) return defaultZone
  if (checkZone(name.trim()).ok) return name.trim()
  const near = suggestZone(name)
  const zone = near !== undefined && checkZone(near).ok ? near : defaultZone
  note({
    what: `time zone ${name.slice(0, 60)}`,
    why: `It is no name of the time zone database; the schedule is one of ${zone}.`,
    wayOut: 'Look at whether that is the one that is meant: .timezone(name).',
  })
  return zone
}

/** The cron in the dialect of DataWorks; undefined for one that it cannot say. */
export function cronOf(text: string, carry: (text: string) => CronConversion, note: NoteTaker): string | undefined {
  try {
    const { cron } = carry(text)
    const parsed = parseCron(cron)
    if (parsed.ok && !parsed.schedule.neverFires) return cron
    const fault = parsed.diagnostics.find(({ severity }) => severity === 'error')
    note(scheduleNotCarried(text, fault?.message ?? 'It names only dates that do not exist.', fault?.hint))
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    for (const { message, hint } of error.diagnostics) note(scheduleNotCarried(text, message, hint))
  }
  return undefined
}

/** What is said of a cron that DataWorks cannot say. */
export function scheduleNotCarried(text: string, message: string, hint: string | undefined): Remark {
  return {
    what: `schedule ${text.slice(0, 100)}`,
    why: `${message} The workflow has no schedule: it is one that is run by hand.`,
    wayOut: hint ?? 'Write a schedule that DataWorks has: workflow(name).cron(…).',
  }
}

function boundOf(text: string | undefined, zone: string, what: string, note: NoteTaker): string | undefined {
  if (text === undefined) return undefined
  const moment = wallClockOf(text, zone)
  if (moment === undefined) {
    note({
      what: `${what} ${text.slice(0, 60)}`,
      why: 'It is no moment that can be read; the schedule is not bound by it.',
      wayOut: 'Write it as yyyy-MM-dd HH:mm:ss.',
    })
  }
  return moment
}

/** A schedule in the words of DataWorks; undefined when its cron cannot be carried. */
export function carrySchedule(
  source: SourceSchedule,
  carry: (text: string) => CronConversion,
  note: NoteTaker,
): ScheduleDraft | undefined {
  const cron = cronOf(source.cron, carry, note)
  if (cron === undefined) return undefined
  const timezone = zoneOf(source.timezone, note)
  const startTime = boundOf(source.startTime, timezone, 'start', note)
  const endTime = boundOf(source.endTime, timezone, 'end', note)
  if (startTime === undefined || endTime === undefined || startTime <= endTime)
    return { cron, timezone, startTime, endTime }
  note({
    what: `end ${endTime}`,
    why: `It is before the start, ${startTime}; the schedule is bound by neither.`,
    wayOut: 'Look at which is meant: .startTime(…), .endTime(…).',
  })
  return { cron, timezone }
}
