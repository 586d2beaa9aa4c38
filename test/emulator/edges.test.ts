import { type Emulator, startEmulator } from 'flowspec/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { at, call, importSpec, readSpecOf } from './support/call.ts'
import { dependsOn, document, ids, node, workflow } from './support/documents.ts'

let emulator: Emulator
beforeEach(async () => {
  emulator = await startEmulator({
    projects: [{ id: 10000, identifier: 'dw_project', outputs: ['other_project.orders'] }],
  })
})
afterEach(() => emulator.stop())

const pinned = (fields: Readonly<Record<string, unknown>>) => workflow('orders', { id: ids.workflow, ...fields })
const edges = () => emulator.projects[0]?.workflows[0]?.edges

const start = node('start', {
  id: ids.first,
  outputs: { nodeOutputs: [{ data: 'orders.start', artifactType: 'NodeOutput' }] },
})
const report = node('report', { id: ids.second })

describe('a first import', () => {
  test.each([
    ['an id of the document, as output', { output: ids.first }, { output: ids.first, refTableName: 'start' }],
    ['an id of the document, as nodeId', { nodeId: ids.first }, { output: ids.first, refTableName: 'start' }],
    ['an output of the document', { output: 'orders.start' }, { output: 'orders.start', refTableName: 'start' }],
    ['the name to show', { output: ids.first, refTableName: 'x' }, { output: ids.first, refTableName: 'x' }],
    [
      'an unknown output, but a known id',
      { output: 'x', nodeId: ids.first },
      { output: ids.first, refTableName: 'start' },
    ],
    ['the root of the workspace', { output: 'dw_project_root' }, { output: 'dw_project_root' }],
    ['an output from outside', { output: 'other_project.orders' }, { output: 'other_project.orders' }],
    ['the workflow', { output: 'dw_project.orders' }, { output: 'dw_project.orders', refTableName: 'orders' }],
    ['no type', { type: undefined, output: ids.first }, { output: ids.first, refTableName: 'start' }],
  ])('keeps an edge that names %s', async (_, depend, resolved) => {
    const dependencies = [{ nodeId: ids.second, depends: [{ type: 'Normal', ...depend }] }]
    await importSpec(emulator, document([pinned({ nodes: [start, report], dependencies })]))
    expect(edges()).toEqual([{ nodeId: ids.second, depends: [{ type: 'Normal', ...resolved }] }])
  })

  test.each([
    ['the name of a node as its id', 'report', [{ type: 'Normal', output: ids.first }]],
    ['a rounded id', '7000000000000000000', [{ type: 'Normal', output: ids.first }]],
    ['the name of a node as output', ids.second, [{ type: 'Normal', output: 'start' }]],
    ['the name of a node as upstream', ids.second, [{ type: 'Normal', nodeId: 'start' }]],
    ['only the name to show', ids.second, [{ type: 'Normal', refTableName: 'start' }]],
    ['an output in another case', ids.second, [{ type: 'Normal', output: 'Orders.start' }]],
    ['an output with a space', ids.second, [{ type: 'Normal', output: 'orders.start ' }]],
    ['an output nobody declared', ids.second, [{ type: 'Normal', output: 'dw_project.start' }]],
    ['the root of another workspace', ids.second, [{ type: 'Normal', output: 'dw_legacy_root' }]],
    ['nothing of an upstream', ids.second, []],
  ])('drops an edge that names %s, without an error', async (_, nodeId, depends) => {
    const dependencies = [{ nodeId, depends }]
    const { status } = await importSpec(emulator, document([pinned({ nodes: [start, report], dependencies })]))
    expect(status).toBe('Success')
    expect(edges()).toEqual([])
    const read = await readSpecOf(emulator, ids.workflow)
    expect(at(read, 'spec', 'workflows', 0, 'dependencies')).toEqual([])
  })

  test('drops edges by name of nodes without ids; an import with the ids the service gave brings them', async () => {
    const nodes = [node('start'), node('report')]
    const { workflowId } = await importSpec(
      emulator,
      document([workflow('orders', { nodes, dependencies: [dependsOn('report', 'start')] })]),
    )
    expect(edges()).toEqual([])
    const known = new Map(emulator.projects[0]?.workflows[0]?.nodes.map(({ name, id }) => [name, id]))
    const id = (name: string) => known.get(name) ?? ''
    const withIds = nodes.map((fields) => ({ ...fields, id: id(String(fields['name'])) }))
    const dependencies = [dependsOn(id('report'), id('start'))]
    await importSpec(emulator, document([workflow('orders', { id: workflowId, nodes: withIds, dependencies })]))
    expect(edges()).toMatchObject([{ nodeId: id('report'), depends: [{ output: id('start') }] }])
  })

  test('takes ids of the document that are no ids of the service for this document only', async () => {
    const nodes = [node('start', { id: 'a' }), node('report', { id: 'b' })]
    await importSpec(emulator, document([pinned({ nodes, dependencies: [dependsOn('b', 'a')] })]))
    const known = new Map(emulator.projects[0]?.workflows[0]?.nodes.map(({ name, id }) => [name, id]))
    expect(edges()).toMatchObject([{ nodeId: known.get('report'), depends: [{ output: known.get('start') }] }])
  })

  test('keeps dependencies on earlier cycles', async () => {
    const depends = [
      { type: 'CrossCycleDependsOnSelf' },
      { type: 'CrossCycleDependsOnChildren' },
      { type: 'CrossCycleDependsOnOtherNode', output: ids.first },
      { type: 'CrossCycleDependsOnOtherNode', output: 'unknown' },
    ]
    await importSpec(
      emulator,
      document([pinned({ nodes: [start, report], dependencies: [{ nodeId: ids.second, depends }] })]),
    )
    expect(edges()).toEqual([
      { nodeId: ids.second, depends: [...depends.slice(0, 2), { ...depends[2], refTableName: 'start' }] },
    ])
  })

  test('gathers what a document says of one node in two places, and reads flow where there are no dependencies', async () => {
    const flow = [dependsOn(ids.second, ids.first), dependsOn(ids.second, 'dw_project_root')]
    await importSpec(emulator, document([pinned({ nodes: [start, report], flow })]))
    expect(edges()).toMatchObject([
      { nodeId: ids.second, depends: [{ output: ids.first }, { output: 'dw_project_root' }] },
    ])
  })

  test('ignores dependencies that stand on a node', async () => {
    const nodes = [start, { ...report, dependencies: [{ type: 'Normal', output: ids.first }] }]
    await importSpec(emulator, document([pinned({ nodes })]))
    expect(edges()).toEqual([])
  })
})

describe('an edge to another workflow', () => {
  test('is dropped until that workflow is there', async () => {
    const spec = document([
      pinned({ nodes: [report], dependencies: [dependsOn(ids.second, 'upstream.out', ids.third)] }),
    ])
    await importSpec(emulator, spec)
    expect(edges()).toEqual([])
    const outputs = { nodeOutputs: [{ data: 'upstream.out', artifactType: 'NodeOutput' }] }
    await importSpec(emulator, document([workflow('upstream', { nodes: [node('u', { id: ids.third, outputs })] })]))
    await importSpec(emulator, spec)
    expect(emulator.projects[0]?.workflows.find(({ name }) => name === 'orders')?.edges).toEqual([
      {
        nodeId: ids.second,
        depends: [
          { type: 'Normal', output: 'upstream.out', refTableName: 'u' },
          { type: 'Normal', output: ids.third, refTableName: 'u' },
        ],
      },
    ])
  })

  test('is dropped when its upstream was renamed in the same import', async () => {
    const outputs = { nodeOutputs: [{ data: 'renamed', artifactType: 'NodeOutput' }] }
    const dependencies = [dependsOn(ids.second, 'orders.start')]
    await importSpec(emulator, document([pinned({ nodes: [start, report], dependencies })]))
    await importSpec(emulator, document([pinned({ nodes: [{ ...start, outputs }, report], dependencies })]))
    expect(edges()).toEqual([])
  })

  test('goes to the first of two nodes with one output, which no operation refuses', async () => {
    const outputs = { nodeOutputs: [{ data: 'shared', artifactType: 'NodeOutput' }] }
    const nodes = [
      node('a', { id: ids.first, outputs }),
      node('b', { id: ids.second, outputs }),
      node('c', { id: ids.third }),
    ]
    await importSpec(emulator, document([pinned({ nodes, dependencies: [dependsOn(ids.third, 'shared')] })]))
    const { body } = await call(emulator, 'ListNodeDependencies', { ProjectId: 10000, Id: ids.third })
    expect(body).toMatchObject({ PagingInfo: { TotalCount: '1', Nodes: [{ Name: 'a' }] } })
    expect(edges()).toMatchObject([{ depends: [{ output: 'shared', refTableName: 'a' }] }])
  })
})

describe('ListNodeDependencies', () => {
  test('lists the nodes upstream, each once, and not the root', async () => {
    const dependencies = [dependsOn(ids.second, ids.first, 'orders.start', 'dw_project_root')]
    await importSpec(emulator, document([pinned({ nodes: [start, report], dependencies })]))
    const list = async (Id: string) => (await call(emulator, 'ListNodeDependencies', { ProjectId: 10000, Id })).body
    expect(await list(ids.second)).toMatchObject({
      PagingInfo: { TotalCount: '1', Nodes: [{ Id: ids.first, Name: 'start' }] },
    })
    expect(await list(ids.first)).toMatchObject({ PagingInfo: { TotalCount: '0', Nodes: [] } })
    expect(await list(ids.third)).toMatchObject({ Code: '5801488441564725318' })
  })
})
