import { isRecord } from '../../document/json/records.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { shallowErrors } from '../../language/validate.ts'
import { plainStep, type Step, step } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { scheduleWords } from './schedule-words.ts'
import { withoutFields } from './written-lists.ts'

const settable: readonly string[] = [
  ...['type', 'cron', 'startTime', 'endTime', 'timezone', 'delaySeconds', 'cycleType', 'calendarId', 'identifier'],
]

const usual: Fields = {
  startTime: '1970-01-01 00:00:00',
  endTime: '9999-01-01 00:00:00',
  timezone: 'Asia/Shanghai',
  delaySeconds: 0,
}

/** The fields of a trigger that steps can give, without those that a builder writes by itself. */
function givenFields(trigger: unknown, isFilled: boolean): Fields {
  if (!isRecord(trigger)) return {}
  const shape = { ...entityTable.Trigger, required: [] }
  const right = settable.filter(
    (name) => trigger[name] !== undefined && shallowErrors(shape, { [name]: trigger[name] }).length === 0,
  )
  const isSchedule = trigger['cron'] !== undefined && trigger['type'] === 'Scheduler'
  const said = right.filter((name) => !(name === 'type' && isSchedule) && !(isFilled && trigger[name] === usual[name]))
  return Object.fromEntries(said.map((name) => [name, trigger[name]]))
}

function scheduleStep(cron: unknown): readonly Step[] {
  if (typeof cron !== 'string') return []
  const words = scheduleWords(cron)
  return [words === undefined ? plainStep('schedule', cron) : step('schedule', words)]
}

/** The steps that give a node a trigger of its own. */
export function nodeTriggerSteps(trigger: unknown, isFilled: boolean): readonly Step[] {
  const given = givenFields(trigger, isFilled)
  const rest = withoutFields(given, 'cron')
  return [...scheduleStep(given['cron']), ...(Object.keys(rest).length === 0 ? [] : [plainStep('trigger', rest)])]
}

/** The steps that say when a scheduled workflow runs. */
export function workflowTriggerSteps(trigger: unknown, isFilled: boolean): readonly Step[] {
  const { cron, calendarId, ...rest } = withoutFields(givenFields(trigger, isFilled), 'type', 'identifier')
  const when = scheduleStep(cron).map((one) => (one.args[0]?.kind === 'literal' ? plainStep('cron', cron) : one))
  const window = ['timezone', 'startTime', 'endTime', 'delaySeconds', 'cycleType'].flatMap((name) =>
    rest[name] === undefined ? [] : [plainStep(name, rest[name])],
  )
  return [...when, ...window, ...(calendarId === undefined ? [] : [plainStep('calendar', calendarId)])]
}
