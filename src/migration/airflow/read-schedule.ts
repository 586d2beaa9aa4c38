import { isRecord } from '../../document/json/records.ts'
import type { Fields } from '../reading/lenient.ts'
import { decoded, decodedSeconds, decodedText, kindOf } from './decode.ts'
import type { AirflowSchedule } from './model.ts'

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
    expression: (Object.hasOwn(presets, name) ? presets[name] : undefined) ?? name,
    timezone,
    hasIntervals,
  }
}

function ofTimetable(timetable: Fields): AirflowSchedule {
  const kind = kindOf(timetable) ?? ''
  const held = decoded(timetable)
  const fields = isRecord(held) ? held : {}
  const expression = decodedText(fields, 'expression')
  if (expression !== undefined)
    return ofText(expression, decodedText(fields, 'timezone'), kind !== 'CronTriggerTimetable')
  const seconds = decodedSeconds(fields, 'delta')
  if (seconds !== undefined) return { kind: 'delta', seconds }
  return kind === 'NullTimetable' ? { kind: 'none' } : { kind: 'other', what: kind === '' ? 'a timetable' : kind }
}

/** When a DAG runs: by its timetable, or in older versions by its schedule_interval. */
export function readSchedule(dag: Fields): AirflowSchedule {
  const timetable = dag['timetable']
  if (isRecord(timetable)) return ofTimetable(timetable)
  const interval = decoded(dag['schedule_interval'] ?? dag['schedule'])
  if (typeof interval === 'number') return { kind: 'delta', seconds: interval }
  if (typeof interval === 'string') return ofText(interval, undefined, true)
  const triggers = dag['dataset_triggers']
  if (Array.isArray(triggers) && triggers.length > 0) return { kind: 'other', what: 'data sets' }
  return { kind: 'none' }
}
