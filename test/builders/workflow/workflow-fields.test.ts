import { type AnyNode, manualWorkflow, shell, virtual, type Workflow, workflow } from 'flowspec'
import { Duration } from 'luxon'
import { describe, expect, it } from 'vitest'

const daily = () => workflow('w').cron('00 02 00 * * ?')

describe('a workflow method writes its field', () => {
  const cases: readonly (readonly [string, (builder: Workflow) => Workflow, object])[] = [
    ['id', (b) => b.id('42'), { id: '42' }],
    [
      'path',
      (b) => b.path('a/b/w').nodes(shell('n')),
      { script: { path: 'a/b/w' }, nodes: [{ script: { path: 'a/b/w/n' } }] },
    ],
    ['owner', (b) => b.owner('1'), { owner: '1' }],
    ['description', (b) => b.description('why'), { description: 'why' }],
    ['timezone', (b) => b.timezone('Europe/London'), { trigger: { timezone: 'Europe/London' } }],
    [
      'window',
      (b) => b.startTime('2026-01-01 00:00:00').endTime('2027-01-01 00:00:00'),
      { trigger: { startTime: '2026-01-01 00:00:00', endTime: '2027-01-01 00:00:00' } },
    ],
    ['delaySeconds', (b) => b.delaySeconds(300), { trigger: { delaySeconds: 300 } }],
    ['a delay', (b) => b.delaySeconds(Duration.fromObject({ minutes: 5 })), { trigger: { delaySeconds: 300 } }],
    [
      'cycleType and calendar',
      (b) => b.cycleType('NotDaily').calendar(7),
      { trigger: { cycleType: 'NotDaily', calendarId: 7 } },
    ],
    [
      'strategy',
      (b) => b.strategy({ failureStrategy: 'Continue', maxInternalConcurrency: 4 }),
      { strategy: { failureStrategy: 'Continue', maxInternalConcurrency: 4 } },
    ],
    ['output', (b) => b.output('p.w'), { outputs: { nodeOutputs: [{ data: 'p.w', refTableName: 'w' }] } }],
    ['citable', (b) => b.citable(true), { citable: true }],
    ['extra', (b) => b.extra({ metadata: { team: 'data' } }), { metadata: { team: 'data' } }],
    ['when', (b) => b.when(true, (inner) => inner.owner('1')), { owner: '1' }],
  ]

  it.each(cases)('%s', (_, step, expected) => {
    expect(step(daily()).build().spec.workflows?.[0]).toMatchObject(expected)
  })

  it('adds nodes call by call, from any iterable', () => {
    function* generated(): Generator<AnyNode> {
      yield virtual('b')
      yield virtual('c')
    }
    const names = daily()
      .nodes(virtual('a'))
      .nodeList(generated())
      .nodes(virtual('d'))
      .build()
      .spec.workflows?.[0]?.nodes?.map(({ name }) => name)
    expect(names).toEqual(['a', 'b', 'c', 'd'])
  })

  it('makes a manual workflow without a schedule', () => {
    const document = manualWorkflow('m').nodes(shell('s').code('true')).build()
    expect(document).toMatchObject({ kind: 'ManualWorkflow', spec: { type: 'ManualWorkflow' } })
    expect(document.spec.workflows?.[0]?.trigger).toEqual({ type: 'Manual' })
  })

  it('writes the version it is asked for', () => {
    expect(daily().build({ version: '1.2.0' }).version).toBe('1.2.0')
  })
})
