import { checkProject, checkSpec } from 'flowspec'
import { fromAirflow } from 'flowspec/migration'
import { describe, expect, test } from 'vitest'
import { bash, delta, interval, serialized, timetable } from './support/airflow-dag.ts'
import { inShort, nodeIn, upstreamOf, workflowIn } from './support/parts-of.ts'

describe('operators', () => {
  const nodeOf = (operator: string, fields: object, options: object = {}) => {
    const task = { task_id: 'step', _task_type: operator, downstream_task_ids: [], ...fields }
    const { documents, notes } = fromAirflow(serialized({ schedule_interval: '@daily', tasks: [task] }), options)
    return { node: nodeIn(documents, 'step'), notes, documents }
  }

  test.each([
    [
      'BashOperator',
      { bash_command: 'ls', env: { __type: 'dict', __var: { A: "it's" } }, cwd: '/x' },
      'DIDE_SHELL',
      "export A='it'\\''s'\ncd '/x'\nls",
    ],
    ['EmptyOperator', {}, 'VIRTUAL', undefined],
    ['DummyOperator', {}, 'VIRTUAL', undefined],
    ['MySqlOperator', { sql: 'select 1', mysql_conn_id: 'db' }, 'MYSQL', 'select 1'],
    ['PostgresOperator', { sql: ['a;', 'b'], postgres_conn_id: 'db' }, 'POSTGRESQL', 'a;\nb;\n'],
    ['HiveOperator', { hql: "select '{{ ds }}'" }, 'EMR_HIVE', "select '${ds}'"],
    ['SSHOperator', { command: 'ls' }, 'SSH', 'ls'],
    [
      'SparkSubmitOperator',
      { application: 's3://a/b.jar', java_class: 'a.B', conf: { x: '1' }, application_args: ['{{ ds }}'] },
      'EMR_SPARK',
      "spark-submit --class a.B --conf 'x=1' s3://a/b.jar '${ds}'\n",
    ],
  ])('%s with %j is %s', (operator, fields, command, code) => {
    expect(inShort(nodeOf(operator, fields).node)).toMatchObject({ command, code })
  })

  test.each([
    ['PythonOperator', {}, 'PYTHON'],
    ['_PythonDecoratedOperator', { python_callable_name: 'load' }, 'PYTHON'],
    ['BranchPythonOperator', {}, 'PYTHON'],
    ['BashOperator', { bash_command: 'scripts/run.sh' }, 'DIDE_SHELL'],
    ['MySqlOperator', { sql: 'queries/a.sql' }, 'MYSQL'],
    ['SQLExecuteQueryOperator', { sql: 'select 1', conn_id: 'db' }, 'DIDE_SHELL'],
    ['KubernetesPodOperator', {}, 'DIDE_SHELL'],
    ['', {}, 'DIDE_SHELL'],
  ])('%s with %j is a paused node without code, and told', (operator, fields, command) => {
    const { node, notes, documents } = nodeOf(operator, fields)
    expect(inShort(node)).toMatchObject({ command, code: undefined })
    expect(node['recurrence']).toBe('Pause')
    expect(notes.filter(({ why }) => why.includes(`paused ${command} node without code`))).toHaveLength(1)
    expect(checkSpec(documents[0]).map(({ rule }) => rule)).toContain('code/missing')
  })

  test('may be other node types, and connections be called otherwise', () => {
    const { node, notes } = nodeOf(
      'SQLExecuteQueryOperator',
      { sql: 'select 1', conn_id: 'db' },
      { commands: { SQLExecuteQueryOperator: 'HOLOGRES_SQL' }, datasources: { db: 'holo' } },
    )
    expect(node).toMatchObject({
      datasource: { name: 'holo', type: 'hologres' },
      script: { runtime: { command: 'HOLOGRES_SQL' } },
    })
    expect(notes).toEqual([])
  })

  test('keep retries, timeouts and what waits for the past', () => {
    const { node, notes, documents } = nodeOf('BashOperator', {
      bash_command: 'ls',
      retries: 2,
      retry_delay: 60,
      execution_timeout: { __type: 'timedelta', __var: 5400 },
      depends_on_past: true,
      pool: 'small',
      owner: 'ana',
    })
    expect(node).toMatchObject({ rerunTimes: 2, rerunInterval: 60_000, timeout: 90, timeoutUnit: 'MINUTES' })
    expect(upstreamOf(documents, 'step')).toEqual(['CrossCycleDependsOnSelf step'])
    expect(notes.map(({ what }) => what)).toEqual(["pool 'small' of step", "owner 'ana' of step"])
  })
})

describe('ways between tasks', () => {
  const diamond = (rule: string, first: object) =>
    serialized({
      schedule_interval: '@daily',
      tasks: [
        { task_id: 'a', _task_type: 'EmptyOperator', downstream_task_ids: ['b', 'c'], ...first },
        bash('b', 'ls', ['d']),
        bash('c', 'ls', ['d']),
        { ...bash('d', 'ls'), trigger_rule: rule },
      ],
    })

  test.each([
    ['all_success', 'EmptyOperator', ['Normal b', 'Normal c'], 0],
    ['none_failed', 'EmptyOperator', ['Normal b', 'Normal c'], 0],
    ['none_failed_min_one_success', 'BranchPythonOperator', ['Normal d_join'], 1],
    ['one_success', 'EmptyOperator', ['Normal d_join'], 1],
    ['all_done', 'EmptyOperator', ['Normal b', 'Normal c'], 1],
  ])('by the rule %s behind a %s are %j', (rule, operator, upstream, notes) => {
    const found = fromAirflow(diamond(rule, { _task_type: operator }))
    expect(upstreamOf(found.documents, 'd')).toEqual(upstream)
    expect(found.notes).toHaveLength(notes)
  })

  test('by a rule for failures are skipped', () => {
    const { documents, notes } = fromAirflow(diamond('one_failed', {}))
    expect(nodeIn(documents, 'd')['recurrence']).toBe('Skip')
    expect(notes).toMatchObject([{ place: 'orders › d', what: 'trigger rule one_failed' }])
  })

  test('of DAGs lead to workflows and their nodes', () => {
    const sensor = (id: string, fields: object) => ({
      task_id: id,
      _task_type: 'ExternalTaskSensor',
      downstream_task_ids: [],
      external_dag_id: 'orders',
      ...fields,
    })
    const { documents, notes } = fromAirflow(
      [
        serialized({ schedule_interval: '@daily', tasks: [bash('load', 'ls')] }),
        serialized({
          _dag_id: 'reports',
          schedule_interval: '@daily',
          tasks: [
            sensor('one', { external_task_id: 'load' }),
            sensor('all', {}),
            sensor('before', { external_task_ids: ['load'], execution_delta: delta(86_400) }),
            sensor('none', { external_dag_id: 'gone' }),
            {
              task_id: 'run',
              _task_type: 'TriggerDagRunOperator',
              trigger_dag_id: 'clean',
              wait_for_completion: true,
              downstream_task_ids: [],
            },
          ],
        }),
        serialized({ _dag_id: 'clean', schedule_interval: null, tasks: [bash('sweep', 'ls')] }),
      ],
      { project: 'retail' },
    )
    expect(upstreamOf(documents, 'one')).toEqual(['Normal retail.load'])
    expect(upstreamOf(documents, 'all')).toEqual(['Normal retail.orders'])
    expect(upstreamOf(documents, 'before')).toEqual(['CrossCycleDependsOnOtherNode retail.load'])
    expect(upstreamOf(documents, 'none')).toEqual(['Normal retail.gone'])
    expect(nodeIn(documents, 'run')['subflow']).toEqual({ output: 'retail.clean' })
    expect(workflowIn(documents[2])).toMatchObject({ citable: true })
    expect(notes.map(({ what }) => what)).toEqual(['dependency on gone', 'no schedule'])
    expect(checkProject(documents, { identifier: 'retail' }).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  describe('of other times', () => {
    // "execution_delta: time difference with the previous execution to look at, the default is the same logical date as the
    // current task or DAG": API reference of Airflow, airflow.sensors.external_task. A DAG with intervals runs at the end of
    // the one that its logical date begins: both here a day later.
    const waiting = (own: object, other: object | undefined, seconds: number) => {
      const sensor = {
        task_id: 'wait',
        _task_type: 'ExternalTaskSensor',
        downstream_task_ids: [],
        external_dag_id: 'orders',
        execution_delta: delta(seconds),
      }
      const reports = serialized({ _dag_id: 'reports', tasks: [sensor], ...own })
      const given = other === undefined ? [] : [serialized({ tasks: [bash('load', 'ls')], ...other })]
      return fromAirflow([...given, reports], { project: 'retail' })
    }
    const trigger = (expression: string) =>
      timetable('trigger.CronTriggerTimetable', { expression, timezone: 'UTC', interval: delta(0) })
    const hour = 3600

    test.each<[string, object, object | undefined, number, 'CrossCycleDependsOnOtherNode' | 'Normal', number]>([
      ['an hour earlier on the same day', interval('0 2 * * *'), interval('0 1 * * *'), hour, 'Normal', 0],
      ['an hour later on the same day', interval('0 2 * * *'), interval('0 3 * * *'), -hour, 'Normal', 0],
      [
        'the evening before',
        interval('0 1 * * *'),
        interval('0 23 * * *'),
        2 * hour,
        'CrossCycleDependsOnOtherNode',
        0,
      ],
      ['the day before', interval('0 2 * * *'), interval('0 2 * * *'), 24 * hour, 'CrossCycleDependsOnOtherNode', 0],
      ['two days before', interval('0 2 * * *'), interval('0 2 * * *'), 48 * hour, 'CrossCycleDependsOnOtherNode', 1],
      ['the next day', interval('0 2 * * *'), interval('0 2 * * *'), -24 * hour, 'Normal', 1],
      ['no run of it', interval('0 2 * * *'), interval('0 1 * * *'), hour / 2, 'Normal', 1],
      ['another zone', interval('0 2 * * *'), interval('0 1 * * *', 'Asia/Shanghai'), hour, 'Normal', 1],
      ['an earlier minute of an hour', interval('30 * * * *'), interval('10 * * * *'), hour / 3, 'Normal', 0],
      ['the hour before', interval('0 * * * *'), interval('0 * * * *'), hour, 'CrossCycleDependsOnOtherNode', 0],
      ['one of its hours', interval('0 2 * * *'), interval('0 * * * *'), hour, 'Normal', 1],
      [
        'some days alone',
        interval('0 2 * * 1'),
        interval('0 2 * * 1'),
        7 * 24 * hour,
        'CrossCycleDependsOnOtherNode',
        1,
      ],
      ['the same day of what is not given', interval('0 2 * * *'), undefined, hour, 'Normal', 1],
      ['the day before of that', interval('0 1 * * *'), undefined, 2 * hour, 'CrossCycleDependsOnOtherNode', 1],
      // The one without intervals runs at its logical date, a day before the other.
      ['a date without an interval', interval('0 2 * * *'), trigger('0 2 * * *'), 0, 'CrossCycleDependsOnOtherNode', 0],
      ['a date with one', trigger('0 2 * * *'), interval('0 2 * * *'), 0, 'Normal', 1],
    ])('wait for %s', (_name, own, other, seconds, type, notes) => {
      const found = waiting(own, other, seconds)
      expect(upstreamOf(found.documents, 'wait')).toEqual([`${type} retail.orders`])
      expect(found.notes.map(({ what }) => what)).toHaveLength(notes)
    })
  })

  describe('that were not given', () => {
    const waiting = serialized({
      schedule_interval: '@daily',
      tasks: [
        bash('load', 'ls'),
        ...['load', 'sum'].map((task) => ({
          task_id: `wait_${task}`,
          _task_type: 'ExternalTaskSensor',
          external_dag_id: 'rates',
          external_task_id: task,
          downstream_task_ids: [],
        })),
      ],
    })

    test('are waited for by the names that they would get in the workspace, and never by those of other nodes', () => {
      const { documents, notes } = fromAirflow(waiting, { project: 'retail' })
      expect(upstreamOf(documents, 'wait_sum')).toEqual(['Normal retail.sum'])
      expect(upstreamOf(documents, 'wait_load')).toEqual(['Normal retail.rates_load'])
      expect(notes.map(({ what, why }) => [what, /'(.*)'/.exec(why)?.[1]])).toEqual([
        ['dependency on rates.load', 'retail.rates_load'],
        ['dependency on rates.sum', 'retail.sum'],
      ])
      const told = checkProject(documents, { identifier: 'retail' }).map(({ rule }) => rule)
      expect(told).toEqual(['project/unknown-output', 'project/unknown-output'])
    })

    test('are found when they are brought into the same workspace later', () => {
      const later = serialized({ _dag_id: 'rates', schedule_interval: '@daily', tasks: [bash('sum', 'ls')] })
      const { documents } = fromAirflow(later, { project: 'retail' })
      const all = [...fromAirflow(waiting, { project: 'retail' }).documents, ...documents]
      const told = checkProject(all, { identifier: 'retail' })
      expect(told.map(({ rule, message }) => [rule, /"(.*)"/.exec(message)?.[1]])).toEqual([
        ['project/unknown-output', 'retail.rates_load'],
      ])
    })

    test('have the name of the scheduler where no workspace is said', () => {
      const { documents } = fromAirflow(waiting)
      expect(upstreamOf(documents, 'wait_load')).toEqual(['Normal airflow.rates.load'])
    })
  })
})
