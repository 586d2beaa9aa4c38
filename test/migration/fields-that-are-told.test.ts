import { fromAirflow, fromCronTable, fromDolphinScheduler, type Migration } from 'flowspec/migration'
import { describe, expect, test } from 'vitest'
import { bash, delta, serialized, timetable } from './support/airflow-dag.ts'
import { coded, dependence, legacy } from './support/dolphin-samples.ts'
import { airflowDagFields, airflowTaskFields, quartzColumns } from './support/known-airflow-fields.ts'
import {
  dependenceFields,
  dependItemFields,
  dolphinParams,
  dolphinProcessFields,
  dolphinRelationFields,
  dolphinScheduleFields,
  dolphinTaskFields,
  type KnownFields,
  legacyTaskFields,
} from './support/known-fields.ts'
import { type Path, withValue } from './support/wrong-values.ts'

/** What is tried: a source, and where fields are added to it. */
interface Tried {
  readonly what: string
  readonly migrate: (source: object) => Migration
  readonly source: object
  readonly path: Path
  readonly fields: KnownFields
}

const dolphin = (what: string, source: object, path: Path, fields: KnownFields): Tried => {
  return { what, migrate: fromDolphinScheduler, source, path, fields }
}

/** No task of it runs after failures alone. */
const plain = Object(withValue(legacy, ['processDefinitionJson', 'tasks', 1, 'conditionResult'], {}))
const shell = coded('SHELL', { rawScript: 'ls' })
const item = { definitionCode: 1, depTaskCode: 1, dateValue: 'today' }
const waiting = coded('DEPENDENT', { dependence: dependence(item) })
const dag = serialized({ schedule_interval: '@daily', tasks: [bash('a', 'ls', ['b']), bash('b', 'ls')] })
const params: Path = ['taskDefinitionList', 1, 'taskParams']

const tried: readonly Tried[] = [
  ...dolphinParams.map(([type, own, fields]) => dolphin(type, coded(type, own), params, fields)),
  dolphin('dependence', waiting, [...params, 'dependence'], dependenceFields),
  dolphin('its items', waiting, [...params, 'dependence', 'dependTaskList', 0, 'dependItemList', 0], dependItemFields),
  dolphin('a task', shell, ['taskDefinitionList', 1], dolphinTaskFields),
  dolphin('a task of 1.3', plain, ['processDefinitionJson', 'tasks', 0], legacyTaskFields),
  dolphin('a process', shell, ['processDefinition'], dolphinProcessFields),
  dolphin('a schedule', shell, ['schedule'], dolphinScheduleFields),
  dolphin('a relation', shell, ['processTaskRelationList', 1], dolphinRelationFields),
  { what: 'a DAG', migrate: fromAirflow, source: dag, path: ['dag'], fields: airflowDagFields },
  {
    what: 'a task of Airflow',
    migrate: fromAirflow,
    source: dag,
    path: ['dag', 'tasks', 1],
    fields: airflowTaskFields,
  },
]

const notesOf = ({ notes }: Migration): readonly string[] => notes.map(({ what, why }) => `${what}. ${why}`)

/** What another field changes: whether the documents are others, and what is told more. */
function changedBy({ migrate, source, path }: Tried, field: string, value: unknown) {
  const [before, after] = [migrate(source), migrate(Object(withValue(source, [...path, field], value)))]
  const known = new Set(notesOf(before))
  return {
    isCarried: JSON.stringify(before.documents) !== JSON.stringify(after.documents),
    told: notesOf(after).filter((note) => !known.has(note)),
  }
}

describe.each(tried)('fields of $what', (one) => {
  const { telling, quiet } = one.fields
  test.each(Object.entries(telling))('are carried or told: %s', (field, value) => {
    const { isCarried, told } = changedBy(one, field, value)
    expect(isCarried || told.length > 0).toBe(true)
  })

  test('that say nothing of what runs change nothing', () => {
    expect(quiet.filter((field) => changedBy(one, field, 'x').isCarried)).toEqual([])
    expect(quiet.flatMap((field) => changedBy(one, field, 7).told.filter((note) => note.includes(' of ')))).toEqual([])
  })

  test('that are not known are told once, by their names', () => {
    const told = changedBy(one, 'surprise', 'x').told.filter((note) => note.includes('surprise'))
    expect(told).toEqual([expect.stringMatching(/^(?:\w+\.)?surprise of /)])
    expect(changedBy(one, 'surprise', null).told).toEqual([])
  })
})

describe('columns of Quartz', () => {
  const base = 'TRIGGER_NAME;CRON_EXPRESSION;JOB_NAME'
  const of = (column: string, value: string) => fromCronTable(`${base};${column}\nnightly;0 0 1 * * ?;rollup;${value}`)
  const without = fromCronTable(`${base}\nnightly;0 0 1 * * ?;rollup`)

  test.each(Object.entries(quartzColumns.telling))('are carried or told: %s', (column, value) => {
    const { documents, notes } = of(column, String(value))
    expect(JSON.stringify({ documents, notes })).not.toBe(JSON.stringify(without))
  })

  test.each(quartzColumns.quiet)('that say nothing of what runs are not: %s', (column) => {
    expect(of(column, '7')).toEqual(without)
  })
})

describe('what stands where something else belongs', () => {
  test('null in a list of texts is told', () => {
    const tasks = withValue(legacy, ['processDefinitionJson', 'tasks', 1, 'preTasks'], ['step', null])
    expect(notesOf(fromDolphinScheduler(Object(tasks))).join()).toContain('preTasks[1]: null. A text belongs there')
    const ways = {
      dependence: dependence({ depTaskCode: 1, status: 'SUCCESS' }),
      conditionResult: { successNode: [null] },
    }
    expect(notesOf(fromDolphinScheduler(coded('CONDITIONS', ways))).join()).toContain('successNode[0]: null')
  })

  test.each(['retry_delay', 'execution_timeout', 'max_retry_delay'])('a moment for a duration is told: %s', (field) => {
    const of = (value: unknown) =>
      fromAirflow(
        serialized({ schedule_interval: '@daily', tasks: [{ ...bash('a', 'ls'), retries: 1, [field]: value }] }),
      )
    expect(notesOf(of({ __type: 'datetime', __var: 60 })).join()).toContain(
      `${field}: an object. A number belongs there`,
    )
    expect(notesOf(of(delta(60)))).toEqual([])
  })

  test('a moment for the interval of a schedule is told', () => {
    const schedule_interval = { __type: 'datetime', __var: 3600 }
    const { notes } = fromAirflow(serialized({ schedule_interval, tasks: [bash('a', 'ls')] }))
    expect(notes).toContainEqual(expect.objectContaining({ what: 'schedule by datetime' }))
  })

  test.each([
    ['SUB_PROCESS', { processDefinitionCode: 1 }, { failRetryTimes: 2 }, '2 reruns'],
    [
      'SUB_PROCESS',
      { processDefinitionCode: 1 },
      { timeoutFlag: 'OPEN', timeoutNotifyStrategy: 'FAILED', timeout: 9 },
      'timeout of 9 minutes',
    ],
    [
      'DEPENDENT',
      { dependence: dependence(item) },
      { timeoutFlag: 'OPEN', timeoutNotifyStrategy: 'FAILED', timeout: 9 },
      'timeout of 9 minutes',
    ],
    [
      'DEPENDENT',
      { dependence: dependence(item) },
      { timeoutFlag: 'OPEN', timeoutNotifyStrategy: 'WARN', timeout: 9 },
      'alert after 9 minutes',
    ],
  ])('settings of what runs no code are told: %s %j %j', (type, own, more, what) => {
    const base = Object(withValue(coded(type, own), ['taskDefinitionList', 1, 'timeoutFlag'], 'CLOSE'))
    const task = { ...base.taskDefinitionList[1], ...more }
    const { notes } = fromDolphinScheduler(Object(withValue(base, ['taskDefinitionList', 1], task)))
    expect(notes).toContainEqual(expect.objectContaining({ what }))
  })

  const retried = { retries: 2, retry_delay: 300, execution_timeout: 60, retry_exponential_backoff: true }

  test('of sensors of Airflow, too', () => {
    const of = (_task_type: string, sensed: object) =>
      fromAirflow(
        serialized({
          schedule_interval: '@daily',
          tasks: [{ task_id: 'a', _task_type, ...sensed, ...retried }],
        }),
      ).notes.map(({ what }) => what)
    const told = of('ExternalTaskSensor', { external_dag_id: 'orders' })
    expect(told).toEqual(expect.arrayContaining(['2 retries', 'timeout of 60 seconds']))
    expect(told.filter((what) => what.includes('retry_delay'))).toEqual([])
  })

  // Tasks are serialized with the retries that the defaults of their DAG say.
  test('retries of a task that does nothing are not told', () => {
    const tasks = [{ task_id: 'a', _task_type: 'EmptyOperator', ...retried }]
    expect(fromAirflow(serialized({ schedule_interval: '@daily', tasks })).notes).toEqual([])
  })

  test.each(['NONE', 0, '0'])('a relation without a condition says nothing: %j', (conditionType) => {
    const source = withValue(shell, ['processTaskRelationList', 1, 'conditionType'], conditionType)
    expect(fromDolphinScheduler(Object(source))).toEqual(fromDolphinScheduler(shell))
  })

  test('by how much delays grow is a number in version 3', () => {
    const of = (retry_exponential_backoff: number) =>
      fromAirflow(
        serialized({
          schedule_interval: '@daily',
          tasks: [{ ...bash('a', 'ls'), retries: 1, retry_exponential_backoff, max_retry_delay: 600 }],
        }),
      ).notes.map(({ what }) => what)
    expect(of(0)).toEqual([])
    expect(of(2)).toEqual(['longer and longer delays of retries, up to 600 seconds'])
  })

  test('a timetable that runs at once, and more, is told', () => {
    const own = { expression: '0 2 * * *', timezone: 'UTC', interval: 0, run_immediately: true }
    const { notes } = fromAirflow(
      serialized({ ...timetable('trigger.CronTriggerTimetable', own), tasks: [bash('a', 'ls')] }),
    )
    expect(notes.map(({ what }) => what)).toEqual(['run_immediately of CronTriggerTimetable'])
  })
})
