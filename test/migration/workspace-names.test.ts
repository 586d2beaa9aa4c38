import {
  fromAirflow,
  fromCronTable,
  fromDolphinScheduler,
  type Migration,
  type MigrationOptions,
} from 'flowspec/migration'
import { describe, expect, test } from 'vitest'
import { serialized } from './support/airflow-dag.ts'
import { withTask } from './support/dolphin-export.ts'
import { inShort, nodeIn } from './support/parts-of.ts'

interface Source {
  readonly from: string
  readonly read: (options: MigrationOptions) => Migration
  /** The type of its only task, and the data source that it runs on. */
  readonly type: string
  readonly datasource: string
}

const sources: readonly Source[] = [
  {
    from: 'DolphinScheduler',
    read: (options) =>
      fromDolphinScheduler(withTask('SQL', { type: 'HIVE', datasource: 42, sql: 'select 1' }), options),
    type: 'HIVE',
    datasource: '42',
  },
  {
    from: 'Airflow',
    read: (options) => {
      const task = { task_id: 'step', _task_type: 'HiveOperator', hql: 'select 1', hive_cli_conn_id: 'lake' }
      return fromAirflow(serialized({ schedule_interval: '@daily', tasks: [task] }), options)
    },
    type: 'HiveOperator',
    datasource: 'lake',
  },
  {
    from: 'a table',
    read: (options) =>
      fromCronTable('name,workflow,cron,type,code,datasource\nstep,w,0 0 2 * * ?,SQL,select 1,lake\n', options),
    type: 'SQL',
    datasource: 'lake',
  },
]

describe.each(sources)('names of the workspace, for $from,', ({ read, type, datasource }) => {
  test('are told of nowhere when they are those of its types and data sources', () => {
    const { documents, notes } = read({ commands: { [type]: 'ODPS_SQL' }, datasources: { [datasource]: 'warehouse' } })
    expect(inShort(nodeIn(documents, 'step'))).toMatchObject({ command: 'ODPS_SQL' })
    expect(nodeIn(documents, 'step')).toMatchObject({ datasource: { name: 'warehouse', type: 'odps' } })
    expect(notes).toEqual([])
  })

  test.each(['nothing like it', 'constructor', '__proto__'])('for the type %j, which it has not, are told', (name) => {
    const { notes } = read({ commands: Object.fromEntries([[name, 'ODPS_SQL']]) })
    expect(notes.filter(({ place }) => place.startsWith('commands'))).toEqual([
      {
        place: `commands › ${name}`,
        what: 'type that is not there',
        why: 'Nothing that was given takes its node type by it.',
        wayOut: `Take it out, or say one of those that are there: ${type}.`,
      },
    ])
  })

  test('for a type that is nearly one of its own, are told with that', () => {
    const { notes } = read({ commands: { [`${type.toLowerCase()}s`]: 'ODPS_SQL' } })
    const [note] = notes.filter(({ place }) => place.startsWith('commands'))
    expect(note).toMatchObject({ what: 'type that is not there', wayOut: `Did you mean ${type}?` })
  })

  test('for a data source that it has not, are told', () => {
    const { notes } = read({ datasources: { [datasource]: 'warehouse', '9': 'x' } })
    expect(notes.filter(({ place }) => place.startsWith('datasources'))).toEqual([
      {
        place: 'datasources › 9',
        what: 'data source that is not there',
        why: 'No node that comes of what was given runs on it.',
        wayOut: `Take it out, or say one of those that are there: ${datasource}.`,
      },
    ])
  })

  test.each([
    ['ODPSSQL', 'Did you mean ODPS_SQL?'],
    ['odps_sql', 'Did you mean ODPS_SQL?'],
    ['', 'Write one that it has, such as ODPS_SQL or DIDE_SHELL.'],
    ['OUR_OWN_ENGINE_OF_GRAPHS', 'Write one that it has, such as ODPS_SQL or DIDE_SHELL.'],
  ])('that are the node type %j, which DataWorks has not, are told', (command, wayOut) => {
    const { notes } = read({ commands: { [type]: command } })
    expect(notes.filter(({ place }) => place.startsWith('commands'))).toEqual([
      {
        place: `commands › ${type}`,
        what: `node type ${JSON.stringify(command)}`,
        why: 'flowspec knows none of DataWorks that is called so. It is taken as it is, for a workspace may have its own.',
        wayOut,
      },
    ])
  })
})

test('names for what nothing can be named for are told, and the node keeps its type', () => {
  const exported = withTask('SWITCH', {})
  const { notes } = fromDolphinScheduler(exported, { commands: { SWITCH: 'ODPS_SQL' }, datasources: { '1': 'x' } })
  expect(notes.filter(({ place }) => /^(?:commands|datasources)/.test(place))).toMatchObject([
    { place: 'commands › SWITCH', wayOut: 'Take it out: there is none that one could be said for.' },
    { place: 'datasources › 1', wayOut: 'Take it out: there is none that one could be said for.' },
  ])
})
