import { manualWorkflow, readSpec, shell, virtual, workflow } from 'flowspec'
import { type SimulatedDocument, simulate } from 'flowspec/simulate'
import { readYaml, writeYaml } from 'flowspec/yaml'
import { describe, expect, it } from 'vitest'
import { nodesDocument, waitsFor } from './nodes-document.ts'

const day = { from: '2026-01-05', to: '2026-01-05' }
const daily = '00 00 02 * * ?'

describe('a document', () => {
  const orders = workflow('orders').cron(daily).nodes(virtual('start'), shell('end').code('1').after('start'))

  it('may be a builder, built, read from JSON or read from YAML', () => {
    const expected = simulate(orders, day).instances
    expect(expected).toHaveLength(3)
    for (const document of [
      orders.build(),
      readSpec(JSON.stringify(orders.build())),
      readYaml(writeYaml(orders.build())),
    ]) {
      expect(simulate(document, day).instances).toEqual(expected)
      expect(simulate([document], day).instances).toEqual(expected)
    }
  })

  it('is built for the project', () => {
    const report = nodesDocument({ report: { cron: daily } })
    const waits = {
      ...report,
      spec: {
        ...Object(report['spec']),
        flow: [{ nodeId: 'report', depends: [{ type: 'Normal', output: 'sales.end' }] }],
      },
    }
    expect(waitsFor(simulate([orders, waits], { ...day, project: 'sales' }), 'report')).toEqual({
      '01-05 02:00': ['end 01-05 02:00'],
    })
    expect(simulate([orders, waits], day).instancesOf('report')[0]?.unknownUpstream).toEqual([
      { type: 'Normal', name: 'sales.end', reason: 'elsewhere' },
    ])
    // Built without the project, the node is found by its name.
    expect(waitsFor(simulate([orders.build(), waits], { ...day, project: 'sales' }), 'report')).toEqual({
      '01-05 02:00': ['end 01-05 02:00'],
    })
  })

  it('may spell things in other ways', () => {
    const document = {
      kind: 'CycleWorkflow',
      spec: {
        triggers: [{ id: 't', type: 'Scheduler', cron: daily }],
        artifacts: { nodeOutputs: [{ id: 'o', data: 'a_out' }] },
        nodes: [
          { id: 'a', name: 'a', trigger: '{{t}}', outputs: { output: [{ id: 'o', data: 'a_out' }] } },
          { id: 'b', name: 'b', trigger: 't' },
          { id: 'c', name: 'c', trigger: '{{triggers.t}}' },
        ],
        dependencies: [
          { nodeId: '{{b}}', depends: [{ output: '{{o}}' }] },
          { nodeId: 'c', depends: [{ type: 'Normal', nodeId: '{{nodes.a}}' }] },
        ],
      },
    }
    const simulation = simulate(document, day)
    expect(waitsFor(simulation, 'b')).toEqual({ '01-05 02:00': ['a 01-05 02:00'] })
    expect(waitsFor(simulation, 'c')).toEqual({ '01-05 02:00': ['a 01-05 02:00'] })
  })

  it('may refer to the output of a workflow, and to workflows as a whole', () => {
    const trigger = { type: 'Scheduler', cron: daily }
    const document = {
      kind: 'CycleWorkflow',
      spec: {
        workflows: [
          { name: 'first', trigger, outputs: { nodeOutputs: [{ id: 'o', data: 'first_out' }] } },
          { id: '22', name: 'second', trigger },
        ],
        nodes: [{ id: 'after', name: 'after', trigger }],
        dependencies: [
          { nodeId: 'after', depends: [{ output: '{{o}}' }, { nodeId: '22' }] },
          { nodeId: '22', depends: [{ output: 'first_out' }] },
        ],
      },
    }
    const simulation = simulate(document, day)
    expect(waitsFor(simulation, 'after')).toEqual({ '01-05 02:00': ['first 01-05 02:00', 'second 01-05 02:00'] })
    expect(waitsFor(simulation, 'second')).toEqual({ '01-05 02:00': ['first 01-05 02:00'] })
  })

  it('may name a node outside of itself by a node that refers to it', () => {
    const trigger = { type: 'Scheduler', cron: daily }
    const document = {
      kind: 'CycleWorkflow',
      spec: {
        nodes: [
          { id: 'outside', name: 'outside', reference: { output: 'up_out' } },
          { id: 'after', name: 'after', trigger },
        ],
        flow: [{ nodeId: 'after', depends: [{ nodeId: 'outside' }] }],
      },
    }
    const up = nodesDocument({ up: { cron: daily } })
    expect(waitsFor(simulate([document, up], day), 'after')).toEqual({ '01-05 02:00': ['up 01-05 02:00'] })
    expect(simulate(document, day).instancesOf('after')[0]?.unknownUpstream).toEqual([
      { type: 'Normal', name: 'up_out', reason: 'elsewhere' },
    ])
  })

  it('of version 1.0.0 has no body of its own', () => {
    const document = { version: '1.0.0', nodes: [{ id: 'a', name: 'a', trigger: { type: 'Scheduler', cron: daily } }] }
    expect(simulate(document, day).instancesOf('a')).toHaveLength(1)
  })

  it('of a single node belongs to the workflow that its container or its folder names', () => {
    const workflowDocument = {
      kind: 'CycleWorkflow',
      spec: {
        workflows: [
          { id: '11', name: 'orders', script: { path: 'retail/orders' }, trigger: { type: 'Scheduler', cron: daily } },
        ],
      },
    }
    const node = (name: string, more: object): object => ({
      kind: 'Node',
      spec: { nodes: [{ id: name, name, ...more }] },
    })
    const documents: SimulatedDocument[] = [
      workflowDocument,
      { ...node('byContainer', { metadata: { container: { type: 'Flow', uuid: '11' } } }) },
      { ...node('byFolder', { script: { path: 'retail/orders/byFolder' } }) },
      { ...node('alone', { script: { path: 'elsewhere/alone' } }) },
    ]
    const simulation = simulate(documents, day)
    expect(simulation.instances.map(({ id }) => id.replace(/@.*/, ''))).toEqual([
      'orders',
      'orders/byContainer',
      'orders/byFolder',
    ])
    expect(simulation.withoutInstances).toMatchObject([{ name: 'alone', reason: 'no-trigger' }])
  })

  it('may have nodes inside of nodes, which are part of these', () => {
    const document = {
      kind: 'CycleWorkflow',
      spec: {
        workflows: [
          {
            name: 'orders',
            trigger: { type: 'Scheduler', cron: daily },
            nodes: [
              {
                id: 'loop',
                name: 'loop',
                'for-each': {
                  nodes: [{ id: 'inner', name: 'inner', outputs: { nodeOutputs: [{ data: 'inner_out' }] } }],
                  flow: [{ nodeId: 'inner', depends: [{ output: 'x' }] }],
                },
              },
              { id: 'after', name: 'after' },
            ],
            dependencies: [{ nodeId: 'after', depends: [{ output: 'inner_out' }] }],
          },
        ],
      },
    }
    const simulation = simulate(document, day)
    expect(simulation.instances.map(({ name }) => name)).toEqual(['orders', 'after', 'loop'])
    expect(waitsFor(simulation, 'after')).toEqual({ '01-05 02:00': ['loop 01-05 02:00'] })
  })
})

describe('several documents', () => {
  const depends = (output: string, type = 'Normal'): SimulatedDocument => {
    const down = nodesDocument({ down: { cron: daily } })
    return { ...down, spec: { ...Object(down['spec']), flow: [{ nodeId: 'down', depends: [{ type, output }] }] } }
  }
  const up = nodesDocument({ up: { cron: daily } })

  it('are joined by outputs, in whatever order', () => {
    for (const documents of [
      [up, depends('up_out')],
      [depends('up_out'), up],
    ]) {
      expect(waitsFor(simulate(documents, day), 'down')).toEqual({ '01-05 02:00': ['up 01-05 02:00'] })
    }
    const across = simulate([up, depends('up_out', 'CrossCycleDependsOnOtherNode')], day)
    expect(waitsFor(across, 'down')).toEqual({ '01-05 02:00': ['up 01-04 02:00 *'] })
  })

  it.each<[string, readonly SimulatedDocument[], object]>([
    ['an output that none has', [depends('other.node')], { name: 'other.node', reason: 'elsewhere' }],
    ['the root of a workspace', [depends('sales_root')], { name: 'sales_root', reason: 'project-root' }],
    ['an output that two have', [up, up, depends('up_out')], { name: 'up_out', reason: 'ambiguous' }],
    [
      'a node of a custom calendar',
      [nodesDocument({ up: { cron: daily, trigger: { calendarId: 5 } } }), depends('up_out')],
      { name: 'up', reason: 'no-instances' },
    ],
  ])('say of %s that it cannot be known', (_, documents, expected) => {
    const [instance] = simulate(documents, day).instancesOf('down')
    expect(instance).toMatchObject({ upstream: [], unknownUpstream: [{ type: 'Normal', ...expected }] })
  })
})

describe('what has no instances', () => {
  const trigger = (more: object): SimulatedDocument => nodesDocument({ node: { cron: daily, trigger: more } })
  const typed = (kind: string): SimulatedDocument => ({
    kind,
    spec: { workflows: [{ name: 'w', trigger: { cron: daily } }] },
  })

  it.each<[string, SimulatedDocument, string]>([
    ['a manual workflow', manualWorkflow('w'), 'manual'],
    ['a manual workflow by its kind', typed('ManualWorkflow'), 'manual'],
    ['a triggered workflow', typed('TriggerWorkflow'), 'triggered'],
    ['a manual node', trigger({ type: 'Manual' }), 'manual'],
    ['a streaming node', trigger({ type: 'Streaming' }), 'streaming'],
    ['a node with a trigger of its own kind', trigger({ type: 'Custom' }), 'custom'],
    ['a node with the trigger None', trigger({ type: 'None' }), 'not-automatic'],
    ['a node of a custom calendar, whose days nobody knows', trigger({ calendarId: 5 }), 'calendar'],
    ['a node that never fires', nodesDocument({ node: { cron: '00 00 02 30 2 ?' } }), 'never-fires'],
    ['a node without a trigger', { kind: 'CycleWorkflow', spec: { nodes: [{ name: 'node' }] } }, 'no-trigger'],
  ])('%s', (_, document, reason) => {
    const simulation = simulate(document, day)
    expect(simulation.instances).toEqual([])
    expect(simulation.withoutInstances.map((each) => each.reason)).toEqual([reason])
    expect(simulation.instancesOf(simulation.withoutInstances[0]?.name ?? '')).toEqual([])
  })
})
