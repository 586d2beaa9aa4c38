import { checkSpec, isFlowSpecError } from 'flowspec'
import { toCode } from 'flowspec/codegen'
import { fromCronTable } from 'flowspec/migration'
import { afterAll, describe, expect, test } from 'vitest'
import { documentsOf, ProjectFolder } from '../codegen/support/generated-project.ts'
import { expectHarmless, hostileTexts } from './support/hostile-texts.ts'
import { at, inShort, nodeIn, upstreamOf, workflowIn } from './support/parts-of.ts'

const folder = new ProjectFolder()
afterAll(() => folder.remove())

const triggerOf = (csv: string): unknown => workflowIn(fromCronTable(csv).documents[0])['trigger']

/** Messages with their places, as a fault tells them. */
function faultsOf(csv: string): readonly string[] {
  try {
    fromCronTable(csv)
    return []
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return error.diagnostics.map(({ message, source }) => `${source?.line}:${source?.column} ${message}`)
  }
}

describe('rows', () => {
  test('are workflows of one node each, or nodes of the workflow that they name', () => {
    const csv = [
      'Name,Workflow,Cron Expression,Type,Command,Depends-On,Parameters',
      'fetch,daily,0 0 2 * * ?,SHELL,./fetch.sh ${day},,day=$[yyyymmdd-1]',
      'load,daily,,sql,"select ""a"", \'${day}\'\nfrom t",fetch,day=$bizdate;unused=1',
      'report,,0 0 5 ? * 2,PYTHON,print(1),load;daily,',
    ].join('\r\n')
    const { documents, notes } = fromCronTable(csv, { project: 'retail' })
    expect(documents.map((document) => workflowIn(document)['name'])).toEqual(['daily', 'report'])
    expect(inShort(nodeIn(documents, 'fetch'))).toEqual({
      command: 'DIDE_SHELL',
      code: 'day=$1\n./fetch.sh ${day}',
      parameters: { '1': '$[yyyymmdd-1]' },
    })
    expect(inShort(nodeIn(documents, 'load'))).toEqual({
      command: 'ODPS_SQL',
      code: 'select "a", \'${day}\'\nfrom t',
      parameters: { day: '$bizdate', unused: '1' },
    })
    expect(upstreamOf(documents, 'load')).toEqual(['Normal retail.fetch'])
    expect(upstreamOf(documents, 'report_node')).toEqual(['Normal retail.load', 'Normal retail.daily'])
    expect(at(workflowIn(documents[1]), 'trigger', 'cron')).toBe('00 00 05 ? * 1')
    expect(notes).toMatchObject([{ place: 'report › report', what: 'task name' }])
  })

  test('of the tables of Quartz have their moments in milliseconds', () => {
    const csv = [
      'SCHED_NAME;TRIGGER_NAME;TRIGGER_GROUP;JOB_NAME;JOB_GROUP;CRON_EXPRESSION;TIME_ZONE_ID;START_TIME;END_TIME;TRIGGER_STATE',
      'main;nightly;DEFAULT;rollup;DEFAULT;0 0 1 ? * 1;Europe/Berlin;1767222000000;0;PAUSED',
    ].join('\n')
    const { documents, notes } = fromCronTable(csv)
    expect(workflowIn(documents[0])).toMatchObject({
      name: 'nightly',
      trigger: {
        cron: '00 00 01 ? * 7',
        timezone: 'Europe/Berlin',
        startTime: '2026-01-01 00:00:00',
        endTime: '9999-01-01 00:00:00',
      },
      strategy: { recurrenceType: 'Pause' },
      nodes: [{ name: 'rollup', recurrence: 'Pause' }],
    })
    expect(notes.map(({ what }) => what)).toEqual(['state PAUSED', 'no code'])
    expect(checkSpec(documents[0]).map(({ rule }) => rule)).toContain('code/missing')
  })

  test.each([
    ['0 30 2 * * ?', '00 30 02 * * ?'],
    ['0 30 2 ? * SUN *', '00 30 02 ? * SUN'],
    ['30 2 * * 0', '00 30 02 ? * 0'],
    ['*/15 8-17 * * 1-5', '00 */15 8-17 ? * 1-5'],
    ['@daily', '00 00 00 * * ?'],
  ])('run by the cron %s as %s', (written, cron) => {
    expect(triggerOf(`name,cron\na,"${written}"`)).toMatchObject({ cron })
  })

  test.each([
    ['2026-01-01', '2026-01-01 00:00:00'],
    ['2026-01-01T10:30:00', '2026-01-01 10:30:00'],
    ['2026-01-01T00:00:00Z', '2026-01-01 08:00:00'],
    ['2026-01-01 00:00:00.000+0100', '2026-01-01 07:00:00'],
    ['1767225600000', '2026-01-01 08:00:00'],
  ])('begin at %s, which is %s in Shanghai', (written, startTime) => {
    expect(triggerOf(`name\tcron\tstart\na\t0 0 2 * * ?\t${written}`)).toMatchObject({ startTime })
  })

  test('without a cron are run by hand, and the data source may be called otherwise', () => {
    const csv = 'name,type,code,datasource\na,ODPS_SQL,select 1,old\nb,virtual,,\n'
    const { documents, notes } = fromCronTable(csv, { datasources: { old: 'warehouse' }, project: 'retail' })
    expect(at(documents[0], 'kind')).toBe('ManualWorkflow')
    expect(nodeIn(documents, 'a_node')).toMatchObject({
      datasource: { name: 'warehouse', type: 'odps' },
      outputs: { nodeOutputs: [{ data: 'retail.a_node' }] },
    })
    expect(notes.filter(({ what }) => what === 'no cron')).toHaveLength(2)
  })

  test('become code that builds the same documents', async () => {
    const { documents } = fromCronTable(
      'name,workflow,cron,code,depends\na,w,0 0 2 * * ?,ls,\nb,w,,ls,a\nc,,0 0 3 * * ?,ls,b\n',
    )
    expect(await documentsOf(folder.write('table', toCode(documents).files))).toEqual(documents)
  })
})

describe('what is told and not carried', () => {
  // The words of Quartz: Constants and Trigger.TriggerState of quartz-scheduler/quartz.
  const states: Readonly<Record<'runs' | 'rests', readonly string[]>> = {
    runs: ['WAITING', 'ACQUIRED', 'EXECUTING', 'BLOCKED', 'NORMAL', 'enabled', 'yes', ''],
    rests: [
      'PAUSED',
      'PAUSED_BLOCKED',
      'ERROR',
      'COMPLETE',
      'DELETED',
      'PAUSE',
      'stopped',
      'Disabled',
      'no',
      'halted?',
    ],
  }
  const inState = (state: string, cron = '0 0 2 * * ?') => {
    const { documents, notes } = fromCronTable(`name,cron,code,state\na,${cron},ls,${state}\n`)
    return {
      type: at(workflowIn(documents[0]), 'strategy', 'recurrenceType'),
      told: notes.map(({ what }) => what).filter((what) => what.startsWith('state')),
    }
  }

  test.each(states.runs)('the state %j, which runs', (state) => {
    expect(inState(state)).toEqual({ type: undefined, told: [] })
  })

  test.each(states.rests)('the state %j, which is paused', (state) => {
    expect(inState(state)).toEqual({ type: 'Pause', told: [`state ${state}`] })
    expect(inState(state, '')).toEqual({ type: undefined, told: [`state ${state}`] })
  })

  test.each(['0 0 3 15W * ?', '0 0 3 L-3 * ?', '30 0 3 * * ?', '0 0 3 * * ? 2027', '0 3 1 * 5'])(
    'the cron %s, whose workflow is run by hand',
    (cron) => {
      const { documents, notes } = fromCronTable(`name,cron,code\na,${cron},ls\nb,0 0 2 * * ?,ls\n`)
      expect(documents.map((document) => at(document, 'kind'))).toEqual(['ManualWorkflow', 'CycleWorkflow'])
      expect(notes).toContainEqual(expect.objectContaining({ place: 'a', what: `schedule ${cron}` }))
    },
  )

  test.each([
    ['CALENDAR_NAME', 'holidays', ''],
    ['PRIORITY', '9', '5'],
    ['JOB_CLASS_NAME', 'org.example.Job', ''],
    ['JOB_DATA', 'x=1', ''],
    ['IS_NONCONCURRENT', '1', '0'],
  ])('the column %s of Quartz with %s', (title, text, usual) => {
    const told = (held: string) =>
      fromCronTable(`name,cron,code,${title}\na,0 0 2 * * ?,ls,${held}\n`).notes.filter(({ what }) =>
        what.startsWith(title),
      )
    expect(told(text)).toMatchObject([{ place: 'a', what: `${title} ${text}` }])
    expect(told(usual)).toEqual([])
  })
})

describe('faults', () => {
  test.each([
    ['an empty table', '', [/The table is empty/]],
    ['titles alone', 'name,cron\n', [/no row below its titles/]],
    ['no column for names', 'cron\n0 0 2 * * ?', [/^1:1 The table has no column for names/]],
    ['a column that is none', 'name,crom\na,b', [/^1:6 The column "crom" is none that is read/]],
    ['a column twice', 'name,cron,schedule\na,b,c', [/^1:11 Two columns say the cron/]],
    ['quotes without an end', 'name,cron\na,"0 0', [/^2:3 A field in quotes has no end/]],
    ['text behind quotes', 'name,cron\n"a"b,0 0 2 * * ?', [/^2:4 There is text behind the quote/]],
    [
      'several rows, each told',
      'name,cron,type,start,parameters,depends\na,0 0 2 32 * ?,COBOL,soon,x,nobody\n,30 0 25 * * ?,,,,\n',
      [
        /^2:3 Row 2, column cron: /,
        /^2:16 Row 2, column type: "COBOL" is no type/,
        /^2:22 Row 2, column start: "soon"/,
        /^2:27 Row 2, column parameters: "x"/,
        /^2:29 Row 2, column depends: "nobody"/,
        /^3:1 Row 3, column name: There is no name/,
        /^3:2 Row 3, column cron: The second "30"/,
        /^3:2 Row 3, column cron: The hour/,
      ],
    ],
    [
      'a field that a separator cuts in two',
      'name,cron,code\na,0 0 2 * * ?,cut -d, -f1',
      [/^2:22 Row 2 has " -f1" where no title says what it is: it has 4 fields, and there are 3 titles/],
    ],
    ['text below no title', 'name,,cron\na,b,0 0 2 * * ?', [/^2:3 Row 2 has "b" where no title says/]],
    ['one name twice', 'name,workflow,code\na,w,ls\na,w,ls', [/^3:1 Row 3, column name: "a" is the name of row 2 too/]],
    [
      'two schedules of a workflow',
      'name,workflow,cron\na,w,0 0 2 * * ?\nb,w,0 0 3 * * ?',
      [/^3:5 Row 3, column cron: workflow "w" has/],
    ],
    [
      'dates that do not exist',
      'name,cron\na,0 0 2 30 2 ?',
      [/^2:3 Row 2, column cron: "0 0 2 30 2 \?" names only dates/],
    ],
    ['a zone that is none', 'name,cron,tz\na,0 0 2 * * ?,asia/shanghai', [/^2:15 Row 2, column timezone: /]],
    [
      'an end before the start',
      'name,cron,start,end\na,0 0 2 * * ?,2026-02-01,2026-01-01',
      [/^2:26 Row 2, column end: /],
    ],
    [
      'a parameter twice',
      'name,cron,params\na,0 0 2 * * ?,a=1;a=2',
      [/^2:15 Row 2, column parameters: "a" is given twice/],
    ],
    ['a parameter that is none', 'name,cron,params\na,0 0 2 * * ?,d=$bizdatee', [/^2:15 Row 2, column parameters: /]],
  ])('of %s are told with row and column', (_, csv, expected) => {
    const found = faultsOf(csv)
    for (const pattern of expected) expect(found).toContainEqual(expect.stringMatching(pattern))
    expect(found).toHaveLength(expected.length)
  })

  test('of rows behind a field of several lines have the line they stand in', () => {
    expect(faultsOf('name,code,cron\na,"x\ny\n",0 0 2 * * ?\nb,ls,never\n')[0]).toMatch(/^5:6 Row 3/)
  })

  test('of names that lead in a circle leave the workflow out', () => {
    const { documents, notes } = fromCronTable('name,workflow,cron,code,depends\na,w,0 0 2 * * ?,ls,b\nb,w,,ls,a\n')
    expect(documents).toEqual([])
    expect(notes.map(({ what }) => what)).toEqual(['graph/cycle', 'workflow'])
  })

  test.each([...hostileTexts, '\u202E', '=cmd()'])('are none for the name %j, which gets nowhere', (name) => {
    expectHarmless(fromCronTable(`name,cron,code,description\n"${name}",0 0 2 * * ?,"${name}","${name}"\n`))
  })
})
