import { usualSchedule } from '../../builders/node/trigger.ts'
import { isRecord } from '../../document/json/records.ts'
import { plainStep, type Step, step } from '../program/expression.ts'
import { type Fields, isFieldOf } from '../rest/typed-fields.ts'
import { scheduleWords } from './schedule-words.ts'
import { objectSteps, withoutFields } from './written-lists.ts'

const settable: readonly string[] = [
  ...['type', 'cron', 'startTime', 'endTime', 'timezone', 'delaySeconds', 'cycleType', 'calendarId', 'identifier'],
]

const usual: Fields = usualSchedule

/** The fields of a trigger that steps can give, without those that a builder writes by itself. */
function givenFields(trigger: unknown, isFilled: boolean): Fields {
  if (!isRecord(trigger)) return {}
  const right = settable.filter((name) => trigger[name] !== undefined && isFieldOf('Trigger', name, trigger[name]))
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
  return [...scheduleStep(given['cron']), ...objectSteps('trigger', rest)]
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
