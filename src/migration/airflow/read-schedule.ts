import { showType } from '../../diagnostics/show-value.ts'
import { isEmpty, isRecord } from '../../document/json/records.ts'
import type { NoteTaker, Remark } from '../note.ts'
import { type Fields, inTable } from '../reading/lenient.ts'
import type { SourceFields } from '../reading/source-fields.ts'
import { noteUnread } from '../reading/unasked-fields.ts'
import { airflowFields, decoded, kindOf } from './decode.ts'
import type { AirflowSchedule } from './model.ts'
import { quietOfTimetable } from './quiet-fields.ts'

/** Crons by their names. */
const presets: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@quarterly': '0 0 1 */3 *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
}

function ofText(text: string, timezone: string | undefined, hasIntervals: boolean): AirflowSchedule {
  const name = text.trim()
  if (name === '@once' || name === '@continuous') return { kind: 'other', what: name }
  if (name === 'None' || name === '') return { kind: 'none' }
  return {
    kind: 'cron',
    expression: inTable(presets, name) ?? name,
    timezone,
    hasIntervals,
  }
}

/** Timetables of Airflow that run whenever their cron, or their duration, says, and at no other time. */
const plainTimetables: ReadonlySet<string> = new Set([
  'CronDataIntervalTimetable',
  'CronTriggerTimetable',
  'DeltaDataIntervalTimetable',
  'DeltaTriggerTimetable',
])

/** What has a cron or a duration may run at other times than these say. */
function noteOwnKind(kind: string, note: NoteTaker): void {
  if (plainTimetables.has(kind)) return
  note({
    what: kind === '' ? 'timetable without a type' : `timetable ${kind}`,
    why: 'The cron or duration that it holds is carried; whether it runs at other times, or not at some of these, is not known.',
    wayOut: 'Compare the runs: flowspec runs shows those of the workflow.',
  })
}

function ofTimetable(timetable: Fields, note: NoteTaker): AirflowSchedule {
  const kind = kindOf(timetable) ?? ''
  const held = decoded(timetable)
  const fields = airflowFields(isRecord(held) ? held : {}, note)
  const expression = fields.text('expression')
  const seconds = fields.number('delta')
  if ((fields.number('interval') ?? 0) !== 0) note(ownInterval)
  const timezone = fields.code('timezone')
  if (expression !== undefined || seconds !== undefined) {
    noteOwnKind(kind, note)
    noteUnread(fields, quietOfTimetable, kind === '' ? 'the timetable' : kind.slice(0, 80), note)
  }
  if (expression !== undefined) return ofText(expression, timezone, kind !== 'CronTriggerTimetable')
  if (seconds !== undefined) return { kind: 'delta', seconds, hasIntervals: kind !== 'DeltaTriggerTimetable' }
  return kind === 'NullTimetable' ? { kind: 'none' } : { kind: 'other', what: kind === '' ? 'a timetable' : kind }
}

const ownInterval: Remark = {
  what: 'interval of a timetable',
  why: 'Macros such as ds tell of its beginning; here they tell of the moment that the workflow runs at.',
  wayOut: 'Look at which day is meant: $[yyyymmdd-1] is the day before.',
}

/** When a DAG runs: by its timetable, or in older versions by its schedule_interval. */
export function readSchedule(dag: Fields, fields: SourceFields, note: NoteTaker): AirflowSchedule {
  if (isRecord(dag['timetable'])) return ofTimetable(dag['timetable'], note)
  // Tells of one that is none.
  fields.record('timetable')
  const interval = fields.value('schedule_interval', 'schedule')
  if (typeof interval === 'number') return { kind: 'delta', seconds: interval, hasIntervals: true }
  if (typeof interval === 'string') return ofText(interval, undefined, true)
  if (!isEmpty(fields.value('dataset_triggers'))) return { kind: 'other', what: 'data sets' }
  if (interval === undefined) return { kind: 'none' }
  const raw = dag['schedule_interval'] ?? dag['schedule']
  return { kind: 'other', what: kindOf(raw) ?? showType(interval) }
}
