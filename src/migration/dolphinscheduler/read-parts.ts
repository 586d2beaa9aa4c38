import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { isRecord, recordsOf } from '../../document/json/records.ts'
import { readJson } from '../../document/read-spec.ts'
import { type Fields, fieldInteger, fieldText, textOf } from '../reading/lenient.ts'
import type { SourceProblems } from '../reading/source-problems.ts'
import type { DolphinProperty, DolphinSchedule } from './model.ts'

/** What stands in a field that holds JSON, as such or as text; undefined for a text that is none, which is told. */
export function jsonIn(fields: Fields, name: string, path: string, problems: SourceProblems): unknown {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (typeof value !== 'string') return value
  if (value.trim() === '') return undefined
  try {
    return readJson(value)
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    const [fault] = error.diagnostics
    problems.add(`${path}/${name}`, `The text of ${name} cannot be read. ${fault?.message ?? ''}`, 'Export it again.')
    return undefined
  }
}

/** The parameters in a list. */
export function propertiesOf(list: unknown): readonly DolphinProperty[] {
  return recordsOf(list).flatMap((one) => {
    const name = fieldText(one, 'prop')?.trim()
    if (name === undefined) return []
    const type = fieldText(one, 'type')?.toUpperCase() ?? 'VARCHAR'
    return [{ name, value: textOf(one['value']) ?? '', isOut: fieldText(one, 'direct')?.toUpperCase() === 'OUT', type }]
  })
}

/** The schedule of a process; undefined where there is none. */
export function scheduleOf(fields: Fields): DolphinSchedule | undefined {
  const cron = fieldText(fields, 'crontab', 'scheduleCrontab')
  if (cron === undefined) return undefined
  return {
    cron,
    startTime: fieldText(fields, 'startTime', 'scheduleStartTime'),
    endTime: fieldText(fields, 'endTime', 'scheduleEndTime'),
    timezone: fieldText(fields, 'timezoneId'),
    failureStrategy: fieldText(fields, 'failureStrategy', 'scheduleFailureStrategy')?.toUpperCase(),
    isOnline: fieldText(fields, 'releaseState', 'scheduleReleaseState')?.toUpperCase() !== 'OFFLINE',
    priority:
      fieldText(
        fields,
        'processInstancePriority',
        'workflowInstancePriority',
        'scheduleProcessInstancePriority',
      )?.toUpperCase() ?? 'MEDIUM',
    warning: fieldText(fields, 'warningType', 'scheduleWarningType')?.toUpperCase() ?? 'NONE',
  }
}

/** Settings of a task that DataWorks has no word for, where they are not the usual ones. */
export function unusualSettings(task: Fields): readonly string[] {
  const found: string[] = []
  const group = fieldInteger(task, 'taskGroupId') ?? 0
  if (group > 0) found.push(`task group ${group}`)
  if (fieldText(task, 'isCache')?.toUpperCase() === 'YES') found.push('the cache of its results')
  const cpu = fieldInteger(task, 'cpuQuota') ?? -1
  if (cpu > 0) found.push(`a limit of ${cpu} % of a processor`)
  const memory = fieldInteger(task, 'memoryMax') ?? -1
  if (memory > 0) found.push(`a limit of ${memory} MB of memory`)
  return found
}

/** An object in a field that holds JSON. */
export function recordIn(fields: Fields, name: string, path: string, problems: SourceProblems): Fields {
  const value = jsonIn(fields, name, path, problems)
  return isRecord(value) ? value : {}
}
