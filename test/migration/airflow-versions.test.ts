import { isFlowSpecError } from 'flowspec'
import { toCode } from 'flowspec/codegen'
import { fromAirflow } from 'flowspec/migration'
import { afterAll, describe, expect, test } from 'vitest'
import { documentsOf, ProjectFolder } from '../codegen/support/generated-project.ts'
import { bash, dagOf, serialized } from './support/airflow-dag.ts'
import { expectHarmless, hostileTexts } from './support/hostile-texts.ts'
import { upstreamOf } from './support/parts-of.ts'

const folder = new ProjectFolder()
afterAll(() => folder.remove())

describe('versions', () => {
  const tasks = [bash('group.a', 'ls', ['b']), bash('b', 'ls')]
  const plain = dagOf({ schedule_interval: '@daily', _description: 'x', tasks })
  const wrapped = tasks.map((task) => ({ __type: 'operator', __var: task }))
  const modern = {
    dag_id: 'orders',
    timezone: 'UTC',
    description: 'x',
    timetable: {
      __type: 'airflow.timetables.interval.CronDataIntervalTimetable',
      __var: { expression: '0 0 * * *', timezone: 'UTC' },
    },
    tasks: wrapped,
  }
  test.each([
    ['1', { __version: 1, dag: plain }],
    ['2, whose tasks are wrapped', { __version: 2, dag: { ...plain, tasks: wrapped } }],
    ['3', { __version: 3, dag: modern, client_defaults: { tasks: { retry_delay: 300 } } }],
    ['a row of the table', { dag_id: 'orders', data: { __version: 1, dag: plain } }],
    ['the DAG alone', plain],
    ['text', JSON.stringify([{ __version: 1, dag: plain }])],
  ])('%s say the same', (_name, source) => {
    const { documents, notes } = fromAirflow(source)
    expect(documents).toEqual(fromAirflow({ __version: 1, dag: plain }).documents)
    expect(upstreamOf(documents, 'b')).toEqual(['Normal group.a'])
    expect(notes).toEqual([])
  })

  test('give code that builds the same documents', async () => {
    const { documents } = fromAirflow(
      serialized({
        schedule_interval: '@daily',
        tasks: [bash('a', "echo '{{ ds }}'", ['b']), { task_id: 'b', _task_type: 'PythonOperator' }],
      }),
    )
    expect(await documentsOf(folder.write('airflow', toCode(documents).files))).toEqual(documents)
  })

  test.each([
    ['an unknown version', { __version: 9, dag: plain }],
    ['no DAG', { __version: 1 }],
    ['no list of tasks', { __version: 1, dag: { _dag_id: 'a', tasks: {} } }],
    ['a task without an id', serialized({ tasks: [{}] })],
    ['a task that is none', serialized({ tasks: [7] })],
    ['a task twice', serialized({ tasks: [bash('a', 'ls'), bash('a', 'ls')] })],
    ['a DAG twice', [serialized({ tasks: [] }), serialized({ tasks: [] })]],
    ['an empty list', []],
    ['a list of numbers', [1]],
  ])('of %s are an error of this project', (_name, source) => {
    let found: unknown
    try {
      fromAirflow(source)
    } catch (error) {
      found = error
    }
    expect(isFlowSpecError(found) && found.diagnostics.map(({ rule }) => rule)).toEqual(['migration/source'])
  })

  test.each([...hostileTexts, '{{ ds', '}}{{', '\u202E'])('have no harm of the text %j', (text) => {
    expectHarmless(
      fromAirflow(
        serialized({
          _dag_id: `d${text}`,
          _description: text,
          schedule_interval: text,
          timezone: text,
          tags: [text],
          params: { [text]: text },
          tasks: [
            { ...bash(`t${text}`, text), _task_type: 'BashOperator', owner: text, trigger_rule: text },
            { task_id: 'u', _task_type: text, downstream_task_ids: [`t${text}`, 'nobody'] },
          ],
        }),
      ),
    )
  })
})
