import { type AnyNode, node, odpsSql, workflow } from 'flowspec'
import { Duration } from 'luxon'
import { describe, expect, it } from 'vitest'

const daily = () => workflow('w').cron('00 02 00 * * ?')

function only(builder: AnyNode): unknown {
  return daily().nodeList([builder]).build().spec.workflows?.[0]?.nodes?.[0]
}

describe('a node method writes its field', () => {
  const cases: readonly (readonly [string, (builder: AnyNode) => AnyNode, object])[] = [
    ['id', (b) => b.id('42'), { id: '42', outputs: { nodeOutputs: [{ data: '42', refTableName: 'n' }] } }],
    ['path', (b) => b.path('folder/n'), { script: { path: 'folder/n' } }],
    ['owner', (b) => b.owner('1'), { owner: '1' }],
    ['description', (b) => b.description('why'), { description: 'why' }],
    ['code', (b) => b.code('select 1'), { script: { content: 'select 1' } }],
    ['code after codeFile', (b) => b.codeFile('absent').code('select 1'), { script: { content: 'select 1' } }],
    ['language', (b) => b.language('sql'), { script: { language: 'sql' } }],
    [
      'param of time',
      (b) => b.param('ds', '$[yyyymmdd-1]'),
      {
        script: {
          parameters: [
            { artifactType: 'Variable', name: 'ds', scope: 'NodeParameter', type: 'System', value: '$[yyyymmdd-1]' },
          ],
        },
      },
    ],
    [
      'param of a constant',
      (b) => b.param('n', '3'),
      { script: { parameters: [{ name: 'n', type: 'Constant', value: '3' }] } },
    ],
    [
      'param with options',
      (b) => b.param('n', '3', { type: 'System', scope: 'Workflow', description: 'd' }),
      { script: { parameters: [{ type: 'System', scope: 'Workflow', description: 'd' }] } },
    ],
    [
      'params in the order of their names, the later value winning',
      (b) => b.param('a', '1').param('b', '2').param('a', '3'),
      {
        script: {
          parameters: [
            { name: 'a', value: '3' },
            { name: 'b', value: '2' },
          ],
        },
      },
    ],
    ['datasource of the known type', (b) => b.datasource('first'), { datasource: { name: 'first', type: 'odps' } }],
    [
      'datasource of a given type',
      (b) => b.datasource('h', { type: 'hologres' }),
      { datasource: { name: 'h', type: 'hologres' } },
    ],
    ['resource group', (b) => b.resourceGroup('group_1'), { runtimeResource: { resourceGroup: 'group_1' } }],
    [
      'resource group with compute units',
      (b) => b.resourceGroup('group_1', { cu: '0.25' }),
      { runtimeResource: { resourceGroup: 'group_1' }, script: { runtime: { command: 'ODPS_SQL', cu: '0.25' } } },
    ],
    [
      'outputs in place of the default',
      (b) => b.output('p.a').output('p.b', { refTableName: 't' }),
      {
        outputs: {
          nodeOutputs: [
            { data: 'p.a', artifactType: 'NodeOutput', refTableName: 'n' },
            { data: 'p.b', artifactType: 'NodeOutput', refTableName: 't' },
          ],
        },
      },
    ],
    [
      'reads',
      (b) => b.reads('odps.p.a').reads('odps.p.b'),
      { inputs: { tables: [{ artifactType: 'Table', guid: 'odps.p.a' }, { guid: 'odps.p.b' }] } },
    ],
    ['writes', (b) => b.writes('odps.p.c'), { outputs: { tables: [{ artifactType: 'Table', guid: 'odps.p.c' }] } }],
    [
      'strategy, merged by key',
      (b) => b.strategy({ rerunTimes: 1, priority: 3 }).strategy({ rerunTimes: 2, recurrence: 'Pause' }),
      { rerunTimes: 2, priority: 3, recurrence: 'Pause' },
    ],
    [
      'strategy with instances at a time',
      (b) => b.strategy({ maxInternalConcurrency: 5 }),
      { maxInternalConcurrency: 5 },
    ],
    [
      'strategy with durations',
      (b) => b.strategy({ rerunInterval: Duration.fromObject({ minutes: 2 }) }),
      { rerunInterval: 120_000 },
    ],
    [
      'a timeout of whole hours',
      (b) => b.strategy({ timeout: Duration.fromObject({ hours: 2 }) }),
      { timeout: 2, timeoutUnit: 'HOURS' },
    ],
    [
      'a timeout of whole minutes',
      (b) => b.strategy({ timeout: Duration.fromObject({ minutes: 90 }) }),
      { timeout: 90, timeoutUnit: 'MINUTES' },
    ],
    [
      'a timeout of seconds',
      (b) => b.strategy({ timeout: Duration.fromMillis(61_000) }),
      { timeout: 61, timeoutUnit: 'SECONDS' },
    ],
    [
      'a timeout with a unit',
      (b) => b.strategy({ timeout: { value: 3, unit: 'MINUTES' } }),
      { timeout: 3, timeoutUnit: 'MINUTES' },
    ],
    ['autoParse', (b) => b.autoParse(true), { autoParse: true }],
    [
      'trigger',
      (b) => b.trigger({ cron: '00 10 * * * ?' }).trigger({ delaySeconds: 60 }),
      {
        trigger: {
          type: 'Scheduler',
          cron: '00 10 * * * ?',
          delaySeconds: 60,
          timezone: 'Asia/Shanghai',
          startTime: '1970-01-01 00:00:00',
          endTime: '9999-01-01 00:00:00',
        },
      },
    ],
    [
      'extra, merged into objects',
      (b) => b.extra({ script: { runtime: { engine: 'MaxCompute' } } }),
      { script: { path: 'w/n', runtime: { command: 'ODPS_SQL', engine: 'MaxCompute' } } },
    ],
    [
      'extra, replacing other values',
      (b) => b.extra({ inputs: [1] }).extra({ inputs: { tables: [] } }),
      { inputs: { tables: [] } },
    ],
    ['when true', (b) => b.when(true, (inner) => inner.owner('1')), { owner: '1' }],
  ]

  it.each(cases)('%s', (_, step, expected) => {
    expect(only(step(odpsSql('n')))).toMatchObject(expected)
  })

  it('leaves out what was not said', () => {
    expect(only(node('n', 'MY_TYPE').when(false, (inner) => inner.owner('1')))).toEqual({
      id: 'n',
      name: 'n',
      script: { path: 'w/n', runtime: { command: 'MY_TYPE' } },
      inputs: {},
      outputs: { nodeOutputs: [{ data: 'n', artifactType: 'NodeOutput', refTableName: 'n' }] },
    })
  })

  it('keeps a timeout of 0 without a unit, and drops the unit when the build says so', () => {
    expect(only(odpsSql('n').strategy({ timeout: 0 }))).not.toHaveProperty('timeoutUnit')
    const timed = daily()
      .strategy({ timeout: { value: 1, unit: 'HOURS' } })
      .nodes(odpsSql('n').strategy({ timeout: { value: 2, unit: 'HOURS' } }))
    const [flow] = timed.build({ timeoutUnit: 'omit' }).spec.workflows ?? []
    expect(flow?.strategy).toEqual({ timeout: 1 })
    expect(flow?.nodes?.[0]).toMatchObject({ timeout: 2 })
    expect(flow?.nodes?.[0]).not.toHaveProperty('timeoutUnit')
  })

  it('takes undefined from untyped callers as left out', () => {
    const untyped: object = { rerunTimes: undefined, priority: 3 }
    expect(only(odpsSql('n').strategy({ rerunTimes: 2 }).strategy(untyped))).toMatchObject({
      rerunTimes: 2,
      priority: 3,
    })
  })
})
