import { fromUnixCron } from '../../schedule/dialects/unix.ts'
import { checkZone } from '../../schedule/zones/zone.ts'
import type { NoteTaker } from '../note.ts'
import { wallClockOf } from '../schedule/moment.ts'
import { carrySchedule, zoneOf } from '../schedule/source-schedule.ts'
import type { ScheduleDraft } from '../target/draft.ts'
import { type MacroShift, macroShift } from './interval.ts'
import type { AirflowDag } from './model.ts'

/** When a DAG runs here, and what its macros count from. */
export interface DagSchedule {
  readonly schedule: ScheduleDraft | undefined
  readonly shift: MacroShift | undefined
  /** Whether it runs at the end of intervals, which its logical dates are the beginnings of. */
  readonly hasIntervals: boolean
  /** By how much the end of an interval, when a DAG runs, is moved to the clock of UTC; undefined where none says it. */
  readonly endOffset: string | undefined
}

const day = 86_400

/** A cron for every so many seconds from a moment on; undefined where the days of months would break it. */
function cronOfDelta(seconds: number, start: string): string | undefined {
  const [, date = '', hour = '0', minute = '0'] = /^(\S+) (\d\d):(\d\d)/.exec(start) ?? []
  if (seconds === day) return `${Number(minute)} ${Number(hour)} * * *`
  if (seconds === 7 * day) return `${Number(minute)} ${Number(hour)} * * ${new Date(`${date}T00:00:00Z`).getUTCDay()}`
  const hours = seconds / 3600
  if (Number.isInteger(hours) && hours > 0 && 24 % hours === 0) {
    const list = Array.from({ length: 24 / hours }, (_, at) => (Number(hour) % hours) + at * hours)
    return `${Number(minute)} ${hours === 1 ? '*' : list.join(',')} * * *`
  }
  const minutes = seconds / 60
  if (!Number.isInteger(minutes) || minutes <= 0 || 60 % minutes !== 0) return undefined
  return `${minutes === 1 ? '*' : Array.from({ length: 60 / minutes }, (_, at) => (Number(minute) % minutes) + at * minutes).join(',')} * * * *`
}

/** A moment in seconds since 1970, of the DAG or of what all its tasks have. */
function momentOf({ fields, defaults }: AirflowDag, name: string): string | undefined {
  const seconds = fields.number(name) ?? defaults.number(name)
  return seconds === undefined ? undefined : String(Math.round(seconds * 1000))
}

function cronOf(
  dag: AirflowDag,
  timezone: string,
  isRun: boolean,
  note: NoteTaker,
): { readonly cron: string; readonly hasIntervals: boolean } | undefined {
  const { schedule } = dag
  if (schedule.kind === 'cron') return { cron: schedule.expression, hasIntervals: schedule.hasIntervals }
  if (schedule.kind === 'delta') {
    const start = wallClockOf(momentOf(dag, 'start_date') ?? '', timezone) ?? '1970-01-01 00:00:00'
    const cron = cronOfDelta(schedule.seconds, start)
    if (cron !== undefined) return { cron, hasIntervals: schedule.hasIntervals }
    note({
      what: `schedule of every ${schedule.seconds} seconds`,
      why: 'No cron runs so: it would begin again with each hour, day or month. The workflow is one that is run by hand.',
      wayOut: 'Choose an interval that divides an hour or a day: workflow(name).cron(…).',
    })
    return undefined
  }
  if (schedule.kind === 'none' && isRun) return undefined
  note({
    what: schedule.kind === 'none' ? 'no schedule' : `schedule by ${schedule.what}`,
    why: 'It becomes a workflow that is run by hand.',
    wayOut:
      schedule.kind === 'none'
        ? 'Write one if it shall run by itself: workflow(name).cron(…).'
        : 'Let it come after what makes the data: .after(other) of the workflow, with a cron.',
  })
  return undefined
}

/**
 * The schedule of a DAG. It runs at the end of its intervals, which is when its cron says.
 *
 * @param isRun - whether another DAG runs it, whose schedule it then has when it has none
 */
export function scheduleOf(dag: AirflowDag, isRun: boolean, note: NoteTaker): DagSchedule {
  const named = dag.schedule.kind === 'cron' ? (dag.schedule.timezone ?? dag.timezone) : dag.timezone
  const timezone = zoneOf(named ?? 'UTC', note)
  const found = cronOf(dag, timezone, isRun, note)
  const source = { timezone, startTime: momentOf(dag, 'start_date'), endTime: momentOf(dag, 'end_date') }
  const schedule = found && carrySchedule({ cron: found.cron, ...source }, fromUnixCron, note)
  if (schedule === undefined || found === undefined) {
    // A run by hand has no interval: its macros tell of the moment itself.
    return { schedule, shift: { months: undefined, offset: '' }, endOffset: '', hasIntervals: false }
  }
  const end = checkZone(timezone).ok ? macroShift(schedule.cron, timezone, false) : undefined
  const { hasIntervals } = found
  const shift = macroShift(schedule.cron, timezone, hasIntervals)
  return { schedule, shift, endOffset: end?.offset, hasIntervals }
}
