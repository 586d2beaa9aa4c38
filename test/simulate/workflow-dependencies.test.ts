import { external, project, virtual, workflow } from 'flowspec'
import { type SimulatedDocument, simulate } from 'flowspec/simulate'
import { describe, expect, it } from 'vitest'

const day = { from: '2026-03-02', to: '2026-03-02' }
const at = (name: string, hour: string, minute = '00') => workflow(name).cron(`00 ${minute} ${hour} * * ?`)
const orders = at('orders', '02').nodes(virtual('ods'))
const upstreamOf = (documents: Parameters<typeof simulate>[0], name: string): readonly string[] =>
  simulate(documents, day)
    .instancesOf(name)
    .flatMap(({ upstream, unknownUpstream }) => [
      ...upstream.map(({ id, type }) => `${type} ${id}`),
      ...unknownUpstream.map((one) => `${one.type} ${one.reason} ${one.name}`),
    ])

describe('the instances of a workflow that waits for something itself', () => {
  // Of two that run once a day, that of a day waits for that of the same day: the help page on scheduling configurations
  // in complex dependency scenarios.
  it.each([
    ['another workflow', at('reports', '03').after(orders), ['Normal orders@2026-03-02T02:00:00+08:00']],
    [
      'a node of another',
      at('reports', '03').after(orders.outputOf('ods')),
      ['Normal orders/ods@2026-03-02T02:00:00+08:00'],
    ],
    [
      'its previous cycle',
      at('reports', '03').afterPrevious('self'),
      ['CrossCycleDependsOnSelf reports@2026-03-01T03:00:00+08:00'],
    ],
    [
      'the previous cycle of another',
      at('reports', '03').afterPrevious(orders),
      ['CrossCycleDependsOnOtherNode orders@2026-03-01T02:00:00+08:00'],
    ],
    ['something elsewhere', at('reports', '03').after(external('q.x')), ['Normal elsewhere q.x']],
    ['nothing', at('reports', '03'), []],
  ])('wait for %s', (_, reports, waited) => {
    expect(upstreamOf(project('p').add(orders, reports.nodes(virtual('start'))), 'reports')).toEqual(waited)
  })

  const flowOf = (name: string, more: object = {}): object => ({
    id: '1',
    name,
    script: { path: name },
    trigger: { type: 'Scheduler', cron: '00 00 02 * * ?' },
    outputs: { nodeOutputs: [{ data: `p.${name}` }] },
    nodes: [],
    ...more,
  })
  const documentOf = (workflows: readonly object[], flow: readonly object[]): SimulatedDocument => ({
    kind: 'CycleWorkflow',
    version: '1.1.0',
    spec: { workflows, flow },
  })

  it('are found though a workflow of another document has the same id', () => {
    const documents = [
      documentOf([flowOf('a')], [{ nodeId: '1', depends: [{ output: 'p.b' }] }]),
      documentOf([flowOf('b')], []),
    ]
    expect(upstreamOf(documents, 'a')).toEqual(['Normal b@2026-03-02T02:00:00+08:00'])
    expect(upstreamOf(documents, 'b')).toEqual([])
  })

  it('are found in one document by id, and are blocked with their nodes where the other is paused', () => {
    const nodes = [{ id: 'n', name: 'n', script: { path: 'a/n', runtime: { command: 'VIRTUAL' } } }]
    const paused = flowOf('b', { id: '2', strategy: { recurrenceType: 'Pause' } })
    const { instances } = simulate(
      documentOf([flowOf('a', { nodes }), paused], [{ nodeId: '1', depends: [{ nodeId: '2' }] }]),
      day,
    )
    expect(instances.map(({ id, state }) => `${id.slice(0, 3)} ${state}`)).toEqual([
      'a@2 blocked',
      'a/n blocked',
      'b@2 paused',
    ])
  })
})
