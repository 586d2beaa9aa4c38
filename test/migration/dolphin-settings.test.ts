import { fromDolphinScheduler } from 'flowspec/migration'
import { describe, expect, test } from 'vitest'
import { exportedWorkflow, properties, withTask } from './support/dolphin-export.ts'
import { nodeIn, upstreamOf, workflowIn } from './support/parts-of.ts'

const notesOf = (type: string, params: object) =>
  fromDolphinScheduler(withTask(type, params)).notes.map(({ what }) => what)

describe('settings of tasks that are not carried', () => {
  // Those of exports of version 3: what the pages of the project apache/dolphinscheduler on task types list.
  test.each([
    ['SHELL', { rawScript: 'ls', localParams: [], resourceList: [] }, []],
    ['SHELL', { rawScript: 'ls', dependence: {}, conditionResult: { successNode: [''] }, waitStartTimeout: {} }, []],
    ['SHELL', { rawScript: 'ls', somethingNew: 'x', off: false, none: null, empty: [] }, ['somethingNew of SHELL']],
    [
      'SPARK',
      { programType: 'SQL', rawScript: 'select 1', deployMode: 'local', driverMemory: '1G', sparkVersion: 'SPARK2' },
      ['deployMode, driverMemory of SPARK'],
    ],
    [
      'FLINK',
      { programType: 'SQL', rawScript: 'select 1', parallelism: 2, flinkVersion: '>=1.12' },
      ['parallelism of FLINK'],
    ],
    // A placeholder is told as a whole.
    ['K8S', { image: 'x' }, ['task type K8S']],
  ])('%s %j', (type, params, expected) => {
    expect(notesOf(type, params)).toEqual(expected)
  })
})

test('a task behind a switch that no condition leads to is told', () => {
  const shell = { type: 'SHELL', params: { rawScript: 'ls' } }
  const dependTaskList = [{ condition: "'${dt}' == '1'", nextNode: 2 }]
  const { documents, notes } = fromDolphinScheduler(
    exportedWorkflow({
      globals: { dt: '1' },
      tasks: [
        { code: 1, name: 'route', type: 'SWITCH', params: { switchResult: { dependTaskList } } },
        { code: 2, name: 'one', ...shell, after: [1] },
        { code: 3, name: 'other', ...shell, after: [1] },
      ],
    }),
  )
  expect(upstreamOf(documents, 'other')).toEqual(['Normal route'])
  expect(notes.map(({ place, what }) => `${place}: ${what}`)).toEqual([
    'orders › other: dependency on the switch route',
  ])
})

test('a workflow that is offline does not run by its schedule', () => {
  const tasks = [{ code: 1, name: 'a', type: 'SHELL', params: { rawScript: 'ls' } }]
  const { documents, notes } = fromDolphinScheduler(
    exportedWorkflow({ tasks, definition: { releaseState: 'OFFLINE' } }),
  )
  expect(workflowIn(documents[0])['strategy']).toMatchObject({ recurrenceType: 'Pause' })
  expect(notes.map(({ what }) => what)).toEqual(['schedule that is offline'])
})

test.each([
  ['HTTP', {}, 'no code'],
  ['HTTP', { url: 'http://a.example', httpParams: [{ prop: 'a', value: 'b' }] }, 'parameters a of a request'],
  ['SUB_PROCESS', {}, 'workflow unknown that it runs'],
  ['DEPENDENT', { dependence: {} }, 'dependency on nothing'],
  [
    'SHELL',
    { rawScript: 'ls', localParams: [...properties({ a: '1' }), ...properties({ a: '2' })] },
    "parameter 'a' that is given twice",
  ],
  ['SHELL', { rawScript: 'ls', localParams: [{ value: '1' }] }, 'parameter without a name'],
])('what %s %j does not say is told', (type, params, what) => {
  expect(notesOf(type, params)).toContain(what)
})

describe('mail of SQL', () => {
  const sql = { type: 'MYSQL', datasource: 1, datasourceName: 'orders', sql: 'select 1' }
  test.each([
    // Version 1 has no sendEmail: queries whose rows are shown somehow are sent.
    [{ sqlType: '0', showType: 'TABLE' }, true],
    [{ sqlType: '1', showType: 'TABLE' }, false],
    [{ sqlType: '0', showType: 'TABLE', sendEmail: false }, false],
    [{ sqlType: '0', sendEmail: true }, true],
    [{ sqlType: '0', displayRows: 10 }, false],
  ])('%j is told: %s', (more, isTold) => {
    expect(notesOf('SQL', { ...sql, ...more }).includes('mail with the rows of a query')).toBe(isTold)
  })
})

describe('data sources that an export of version 1 has the name of', () => {
  const task = withTask('SQL', { type: 'MYSQL', datasource: 3, datasourceName: 'orders_db', sql: 'select 1' })
  test.each([
    [{}, 'orders_db', 1],
    [{ '3': 'warehouse' }, 'warehouse', 0],
    [{ orders_db: 'warehouse' }, 'warehouse', 0],
  ])('with %j are called %s', (datasources, name, notes) => {
    const found = fromDolphinScheduler(task, { datasources })
    expect(nodeIn(found.documents, 'step')).toMatchObject({ datasource: { name } })
    expect(found.notes).toHaveLength(notes)
  })
})
