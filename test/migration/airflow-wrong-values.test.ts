import { join } from 'node:path'
import { fromAirflow } from 'flowspec/migration'
import { describe, expect, test } from 'vitest'
import { bash, serialized, timetable } from './support/airflow-dag.ts'
import { at, upstreamOf } from './support/parts-of.ts'
import { fieldOf, fieldsReadIn, type Path, toldBy, valuesIn, withValue, wrongFor } from './support/wrong-values.ts'

/** What a task says that is read of all tasks. */
const common = {
  retries: 1,
  retry_delay: 300,
  retry_exponential_backoff: false,
  max_retry_delay: 900,
  execution_timeout: 600,
  depends_on_past: false,
  wait_for_downstream: false,
  trigger_rule: 'all_success',
  doc_md: 'x',
  pool: 'default_pool',
  queue: 'default',
  sla: 100,
  email: ['a@example.org'],
  owner: 'airflow',
  priority_weight: 1,
  max_active_tis_per_dag: 3,
  run_as_user: 'etl',
  is_teardown: false,
  has_on_failure_callback: false,
  has_on_retry_callback: false,
  has_on_success_callback: false,
  _is_mapped: false,
  params: { x: 1 },
  template_fields: ['bash_command'],
}

/** What operators have, all fields that are read among it. */
const operators: readonly object[] = [
  { _task_type: 'BashOperator', bash_command: 'ls', env: { A: '1' }, cwd: '/tmp', ...common },
  { _task_type: 'PythonOperator', python_callable_name: 'run' },
  { _task_type: 'MySqlOperator', sql: ['select 1', 'select 2'], mysql_conn_id: 'db' },
  { _task_type: 'HiveOperator', hql: 'select 1' },
  {
    _task_type: 'SparkSubmitOperator',
    application: 'a.jar',
    java_class: 'a.B',
    executor_memory: '1g',
    driver_memory: '1g',
    num_executors: 1,
    conf: { a: 'b' },
    application_args: ['x'],
  },
  {
    _task_type: 'ExternalTaskSensor',
    external_dag_id: 'other',
    external_task_id: 'a',
    external_task_ids: [],
    external_task_group_id: 'g',
    execution_delta: 0,
    execution_date_fn: 'f',
    allowed_states: ['success'],
  },
  { _task_type: 'TriggerDagRunOperator', trigger_dag_id: 'other', wait_for_completion: true },
  { _task_type: 'SSHOperator', command: 'ls' },
]

const dagOf = (operator: object): object => ({
  __version: 1,
  dag: {
    _dag_id: 'orders',
    _description: 'x',
    timezone: 'UTC',
    start_date: 1_767_225_600,
    end_date: 1_798_761_600,
    catchup: false,
    max_active_runs: 16,
    dagrun_timeout: 600,
    tags: ['a'],
    params: { y: 2 },
    timetable: {
      __type: 'airflow.timetables.trigger.CronTriggerTimetable',
      __var: { expression: '0 2 * * *', timezone: 'UTC', interval: 0 },
    },
    default_args: { __type: 'dict', __var: { retries: 1, retry_delay: 300, execution_timeout: 600 } },
    tasks: [
      bash('first', 'ls', ['second']),
      { task_id: 'second', ...operator, downstream_task_ids: [], upstream_task_ids: ['first'] },
    ],
  },
})

const toldOf = (source: unknown): readonly string[] => toldBy(fromAirflow, source)

/** What is told where code asks for it, names of kinds, and what a text or a list may hold alike. */
const elsewhere = new Set([
  'x',
  'y',
  '__type',
  '__var',
  'email',
  'tags',
  'template_fields',
  'execution_date_fn',
  'sql',
  '_task_module',
])

function isTried(path: Path, at: number): boolean {
  const isOfTask = path[1] === 'tasks' && path[2] === 1
  return !elsewhere.has(fieldOf(path)) && (at === 0 || isOfTask)
}

/** Where a list may stand as well as a text, or as an object. */
const eitherWay = new Set([
  'params',
  'sql',
  'hql',
  'pool',
  'queue',
  'sla',
  'owner',
  'priority_weight',
  'max_active_tis_per_dag',
  'run_as_user',
])

const wrongAt = (path: Path, value: unknown): readonly unknown[] =>
  eitherWay.has(fieldOf(path)) ? wrongFor(value).filter((wrong) => !Array.isArray(wrong)) : wrongFor(value)

describe('values of another kind', () => {
  test.each(operators.map((one, at) => ({ one, at })))(
    'are told wherever they stand in a DAG: $one._task_type',
    ({ one, at }) => {
      const source = dagOf(one)
      const told = toldOf(source)
      const silent = [...valuesIn(source)]
        .filter(({ path }) => isTried(path, at))
        .flatMap(({ path, value }) =>
          wrongAt(path, value).flatMap((wrong) => {
            const more = toldOf(withValue(source, path, wrong)).filter((text) => !told.includes(text))
            return more.some((text) => text.includes(fieldOf(path).replace(/^_/, '')))
              ? []
              : [`${path.join('/')} = ${JSON.stringify(wrong)}`]
          }),
        )
      expect(silent).toEqual([])
    },
  )

  test('are tried of every field that is read', () => {
    const there = new Set(operators.flatMap((one) => [...valuesIn(dagOf(one))].map(({ path }) => fieldOf(path))))
    const read = [...fieldsReadIn(join(import.meta.dirname, '../../src/migration/airflow'))]
    // Later and earlier names of fields that are there, and what is read of no DAG with a timetable of crons.
    const others = new Set([
      ...read.filter((name) => name.startsWith('_') && there.has(name.slice(1))),
      ...['task_type', 'description', 'doc', '_task_display_name', '_is_teardown', '_upstream_task_ids'],
      ...['schedule', 'schedule_interval', 'dataset_triggers', 'delta', '_application', '_sql', '_downstream_task_ids'],
    ])
    expect(read.length).toBeGreaterThan(45)
    expect(read.filter((name) => !there.has(name) && !others.has(name))).toEqual([])
  })

  // What an object or a list is as text says nothing of what it holds.
  test.each([[{ toString: 1 }], [[true]], [['true']]])('are told where true or false belongs: %j', (catchup) => {
    const { notes } = fromAirflow(serialized({ schedule_interval: '@daily', catchup, tasks: [bash('a', 'ls')] }))
    expect(notes.map(({ what }) => what)).toEqual([expect.stringMatching(/^catchup: /)])
  })

  test.each([
    [{ __type: 'relativedelta', __var: { months: 1 } }, 'schedule by relativedelta'],
    [true, 'schedule by a boolean'],
    [['a'], 'schedule by a list'],
  ])('are told of a schedule_interval: %j', (schedule_interval, what) => {
    const { notes } = fromAirflow(serialized({ schedule_interval, tasks: [bash('a', 'ls')] }))
    expect(notes).toContainEqual(expect.objectContaining({ what }))
  })
})

describe('the order of tasks', () => {
  const [first, second] = [bash('a', 'ls'), bash('b', 'ls')]
  const without = ({ task_id, _task_type, bash_command }: ReturnType<typeof bash>, more: object) => ({
    task_id,
    _task_type,
    bash_command,
    ...more,
  })

  test.each([
    ['tasks behind', { downstream_task_ids: ['b'] }, {}],
    // As Airflow 1.10 and 2.0 called them.
    ['tasks behind, as older versions call them', { _downstream_task_ids: ['b'] }, {}],
    ['tasks before', {}, { upstream_task_ids: ['a'] }],
    ['both', { downstream_task_ids: ['b'] }, { upstream_task_ids: ['a'] }],
  ])('is that of %s', (_name, ofFirst, ofSecond) => {
    const tasks = [without(first, ofFirst), without(second, ofSecond)]
    const { documents, notes } = fromAirflow(serialized({ schedule_interval: '@daily', tasks }))
    expect(upstreamOf(documents, 'b')).toEqual(['Normal a'])
    expect(notes).toEqual([])
  })

  test.each([
    ['a task behind that is not there', { downstream_task_ids: ['gone'] }, 'task "gone" in downstream_task_ids'],
    ['a task before that is not there', { upstream_task_ids: ['gone'] }, 'task "gone" in upstream_task_ids'],
    ['a text', { downstream_task_ids: 'b' }, 'downstream_task_ids: a text'],
    ['an object', { downstream_task_ids: { b: 1 } }, 'downstream_task_ids: an object'],
    ['numbers', { downstream_task_ids: [['b']] }, 'downstream_task_ids[0]: a list'],
    ['no lists', {}, 'no lists of tasks behind others'],
  ])('with %s is told', (_name, ofFirst, what) => {
    const tasks = [without(first, ofFirst), without(second, {})]
    const { notes } = fromAirflow(serialized({ schedule_interval: '@daily', tasks }))
    expect(notes.map((one) => one.what)).toContain(what)
  })
})

describe('what a task says beside its code', () => {
  const notesOf = (fields: object) => {
    const tasks = [{ ...bash('a', 'ls'), ...fields }]
    return fromAirflow(serialized({ schedule_interval: '@daily', tasks })).notes.map(({ what }) => what)
  }

  test.each([
    [{ is_teardown: true }, ['teardown']],
    [{ template_fields: ['bash_command', 'odd', 'empty'], odd: 'x', empty: [] }, ['odd of BashOperator']],
    [{ has_on_failure_callback: true, has_on_retry_callback: false }, ['on_failure_callback']],
    [{ env: { 'A-B': '1' } }, ['variables A-B']],
    [{ env: { A: {} } }, ['A: an object']],
    [{ bash_command: undefined }, ['no code']],
    [{ _is_mapped: true, expand_input: { type: 'dict-of-lists' } }, ['task that is mapped (BashOperator)']],
    [{ priority_weight: 7 }, ["priority_weight '7' of a"]],
  ])('is told: %j', (fields, expected) => {
    expect(notesOf(fields)).toEqual(expected)
  })

  test('what a function of Python is called with is named', () => {
    const of = (more: object) =>
      fromAirflow(
        serialized({ schedule_interval: '@daily', tasks: [{ task_id: 'a', _task_type: 'PythonOperator', ...more }] }),
      ).notes[0]?.wayOut
    expect(of({ op_args: [], op_kwargs: { day: 1 } })).toMatch(
      / What it is called with stands in op_kwargs of the task\.$/,
    )
    expect(of({ op_args: [], op_kwargs: {} })).not.toMatch(/op_/)
  })

  test('a param may stand in a list of pairs', () => {
    const tasks = [bash('a', 'echo {{ params.x }}')]
    const params = [['x', { __class: 'airflow.models.param.Param', default: 'y' }]]
    const { documents, notes } = fromAirflow(serialized({ schedule_interval: '@daily', params, tasks }))
    expect(at(documents[0], 'spec', 'workflows', 0, 'nodes', 0, 'script', 'parameters', 0, 'value')).toBe('y')
    expect(notes).toEqual([])
  })

  test('a row of the table may hold the DAG as text', () => {
    const dag = serialized({ schedule_interval: '@daily', tasks: [bash('a', 'ls')] })
    expect(fromAirflow([{ dag_id: 'orders', data: JSON.stringify(dag) }])).toEqual(fromAirflow(dag))
  })

  test('texts of the table that cannot be read are told at once, with their rows', () => {
    expect(toldOf([{ data: '{"dag' }, { data: '{"dag": {}}' }, { data: '{x' }])).toEqual([
      expect.stringMatching(/^\/0\/data: The text of data cannot be read\. /),
      expect.stringMatching(/^\/1\/dag: This is no serialized DAG/),
      expect.stringMatching(/^\/2\/data: The text of data cannot be read\. /),
    ])
  })

  test('an interval of a timetable that runs by the clock is told', () => {
    const own = timetable('trigger.CronTriggerTimetable', {
      expression: '0 2 * * *',
      timezone: 'UTC',
      interval: 86_400,
    })
    const { notes } = fromAirflow(serialized({ ...own, tasks: [bash('a', 'ls')] }))
    expect(notes.map(({ what }) => what)).toEqual(['interval of a timetable'])
  })
})
