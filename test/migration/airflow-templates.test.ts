import { fromAirflow } from 'flowspec/migration'
import { evaluateParameter } from 'flowspec/schedule'
import { describe, expect, test } from 'vitest'
import { bash, interval, serialized, timetable } from './support/airflow-dag.ts'
import { inShort, nodeIn } from './support/parts-of.ts'

describe('templates', () => {
  const carried = (expression: string, fields: object) => {
    const { documents, notes } = fromAirflow(serialized({ ...fields, tasks: [bash('a', `echo {{ ${expression} }}`)] }))
    return { value: inShort(nodeIn(documents, 'a')).parameters['1'], notes }
  }

  /** What Airflow says that these are, of a DAG that runs at a moment: `ds` is the beginning of the interval, in UTC. */
  test.each([
    ['ds', { schedule_interval: '@daily' }, '2026-03-01 00:00:00', '2026-02-28'],
    ['ds_nodash', { schedule_interval: '@daily' }, '2026-03-01 00:00:00', '20260228'],
    ['ts', { schedule_interval: '@daily' }, '2026-03-01 00:00:00', '2026-02-28T00:00:00+00:00'],
    ['ts_nodash', { schedule_interval: '30 2 * * *' }, '2026-03-01 02:30:00', '20260228T023000'],
    ['macros.ds_add(ds, -1)', { schedule_interval: '@daily' }, '2026-03-01 00:00:00', '2026-02-27'],
    ['macros.ds_add(ds, 7)', { schedule_interval: '@daily' }, '2026-03-01 00:00:00', '2026-03-07'],
    [
      'macros.ds_format(ds, "%Y-%m-%d", "%Y/%m/%d")',
      timetable('trigger.CronTriggerTimetable', { expression: '0 0 * * *', timezone: 'UTC' }),
      '2026-03-01 00:00:00',
      '2026/03/01',
    ],
    ["logical_date.strftime('%Y%m%d%H')", { schedule_interval: '@hourly' }, '2026-03-01 00:00:00', '2026022823'],
    ["execution_date.strftime('%Y-%m')", { schedule_interval: '@monthly' }, '2026-03-01 00:00:00', '2026-02'],
    ['macros.ds_format(ds, "%Y-%m-%d", "%Y/%m")', { schedule_interval: '@daily' }, '2026-03-01 00:00:00', '2026/02'],
    ['data_interval_end | ds', { schedule_interval: '@daily' }, '2026-03-01 00:00:00', '2026-03-01'],
    ['data_interval_start | ds_nodash', { schedule_interval: '0 */6 * * *' }, '2026-03-01 00:00:00', '20260228'],
    ['next_ds', { schedule_interval: '@daily' }, '2026-03-01 00:00:00', '2026-03-01'],
    ['yesterday_ds', { schedule_interval: '@daily' }, '2026-03-01 00:00:00', '2026-02-27'],
    ['tomorrow_ds_nodash', { schedule_interval: '@daily' }, '2026-03-01 00:00:00', '20260301'],
    ['ds', { schedule_interval: '@weekly' }, '2026-03-01 00:00:00', '2026-02-22'],
    ['ds', { schedule_interval: '@monthly' }, '2026-03-01 00:00:00', '2026-02-01'],
    ['ds', { schedule_interval: '@quarterly' }, '2026-04-01 00:00:00', '2026-01-01'],
    ['ts_nodash', { schedule_interval: '*/15 * * * *' }, '2026-03-01 00:00:00', '20260228T234500'],
    ['ds', interval('0 2 * * *', 'Asia/Shanghai'), '2026-03-02 02:00:00', '2026-02-28'],
    ['data_interval_end | ds', interval('0 2 * * *', 'Asia/Shanghai'), '2026-03-02 02:00:00', '2026-03-01'],
    [
      'ds',
      timetable('trigger.CronTriggerTimetable', { expression: '0 2 * * *', timezone: 'UTC' }),
      '2026-03-01 02:00:00',
      '2026-03-01',
    ],
  ])('%s of %j, run at %s, is %s', (expression, fields, scheduleTime, meant) => {
    const { value, notes } = carried(expression, fields)
    expect(notes).toEqual([])
    expect(evaluateParameter(String(value), { scheduleTime, timezone: 'Asia/Shanghai' })).toBe(meant)
  })

  test.each([
    ['ds', interval('0 2 * * *', 'America/New_York')],
    ['ds', { schedule_interval: '0 9,17 * * *' }],
    ['ds', { schedule_interval: '0 0 * * 1-5' }],
    ['ti.xcom_pull("a")', { schedule_interval: '@daily' }],
    ["ds | replace('-', '')", { schedule_interval: '@daily' }],
    ['logical_date.strftime("%j")', { schedule_interval: '@daily' }],
    ['params.unknown', { schedule_interval: '@daily' }],
    ['run_id', { schedule_interval: '@daily' }],
  ])('%s of %j is told, and stands as it was', (expression, fields) => {
    const { documents, notes } = fromAirflow(serialized({ ...fields, tasks: [bash('a', `echo {{ ${expression} }}`)] }))
    expect(inShort(nodeIn(documents, 'a'))).toMatchObject({ code: `echo {{ ${expression} }}`, parameters: {} })
    expect(notes[0]).toMatchObject({ place: 'orders › a' })
    expect(notes[0]?.what).toContain(expression)
  })

  test('of params, variables and names are their values', () => {
    const params = { region: { __class: 'airflow.models.param.Param', default: 'eu', description: null }, n: 3 }
    const code = "echo '{{ params.region }}' {{ params['n'] }} {{ var.value.host }} {{ dag.dag_id }}/{{ task.task_id }}"
    const { documents } = fromAirflow(
      serialized({ schedule_interval: '@daily', params: { __type: 'dict', __var: params }, tasks: [bash('a', code)] }),
    )
    expect(inShort(nodeIn(documents, 'a'))).toEqual({
      command: 'DIDE_SHELL',
      code: "region=$1\nparams_n=$2\nhost=$3\ndag_dag_id=$4\ntask_task_id=$5\necho ''\"${region}\"'' ${params_n} ${host} ${dag_dag_id}/${task_task_id}",
      parameters: { '1': 'eu', '2': '3', '3': '${workspace.host}', '4': 'orders', '5': 'a' },
    })
  })
})
