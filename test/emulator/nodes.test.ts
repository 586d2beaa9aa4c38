import { type Emulator, startEmulator } from 'flowspec/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { at, call, importSpec, readSpecOf } from './support/call.ts'
import { document, node, workflow } from './support/documents.ts'

let emulator: Emulator
beforeEach(async () => {
  emulator = await startEmulator()
})
afterEach(() => emulator.stop())

const ProjectId = 10000

interface Dependency {
  readonly nodeId: string
  readonly output: string
}

/** A document of kind Node with one node, which has no id unless one is given. */
function nodeSpec(name: string, fields: object = {}, depends?: Dependency, kind = 'Node'): string {
  const dependencies = depends && [{ nodeId: depends.nodeId, depends: [{ type: 'Normal', output: depends.output }] }]
  const script = { path: `folder/${name}`, content: 'select 1', runtime: { command: 'ODPS_SQL' } }
  return JSON.stringify({ version: '2.0.0', kind, spec: { nodes: [{ name, script, ...fields }], dependencies } })
}

async function create(Spec: string, more: Readonly<Record<string, string>> = {}) {
  return (await call(emulator, 'CreateNode', { ProjectId, Scene: 'DATAWORKS_PROJECT', Spec, ...more })).body
}

async function createdId(Spec: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const body = await create(Spec, more)
  const Id = at(body, 'Id')
  if (typeof Id !== 'string') throw new Error(JSON.stringify(body))
  return Id
}

async function readNode(Id: string): Promise<unknown> {
  const { body } = await call(emulator, 'GetNode', { Id })
  return JSON.parse(String(at(body, 'Node', 'Spec')))
}

async function upstreamOf(Id: string): Promise<unknown> {
  const { body } = await call(emulator, 'ListNodeDependencies', { Id, ProjectId })
  return at(body, 'PagingInfo', 'TotalCount')
}

const emptyWorkflow = async (kind = 'CycleWorkflow'): Promise<string> =>
  (await importSpec(emulator, document([workflow('orders')], { kind }))).workflowId

describe('CreateNode', () => {
  test('in a workflow: its path is that of the workflow, whatever the document says', async () => {
    const ContainerId = await emptyWorkflow()
    const Id = await createdId(nodeSpec('load', { id: 'load' }), { ContainerId })
    const read = await readNode(Id)
    expect(at(read, 'kind')).toBe('CycleWorkflow')
    expect(at(read, 'spec', 'workflows', 0, 'nodes', 0)).toMatchObject({
      id: Id,
      name: 'load',
      script: { path: 'retail/orders/load' },
      metadata: { container: { type: 'Flow', uuid: ContainerId } },
      rerunTimes: 3,
    })
    expect(emulator.projects[0]?.workflows[0]?.nodes).toEqual([{ id: Id, name: 'load' }])
  })

  test('by itself: it is where its path says, and is read back as a CycleWorkflow without a workflow', async () => {
    const Id = await createdId(nodeSpec('loose', { id: 'loose' }, { nodeId: 'loose', output: 'dw_project_root' }))
    const read = await readNode(Id)
    expect(read).toMatchObject({
      kind: 'CycleWorkflow',
      spec: {
        nodes: [{ id: Id, name: 'loose', script: { path: 'folder/loose' } }],
        flow: [{ nodeId: Id, depends: [{ type: 'Normal', output: 'dw_project_root' }] }],
      },
      metadata: { uuid: Id },
    })
    expect(emulator.projects[0]?.nodes).toMatchObject([{ id: Id, name: 'loose' }])
  })

  test('in a loop: it stands in the workflow too, and is found by either', async () => {
    const nodes = [node('loop', { script: { runtime: { command: 'CONTROLLER_TRAVERSE' } } })]
    const { workflowId } = await importSpec(emulator, document([workflow('orders', { nodes })]))
    const loop = emulator.projects[0]?.workflows[0]?.nodes[0]?.id ?? ''
    const Id = await createdId(nodeSpec('inner'), { ContainerId: loop })
    const listed = async (ContainerId: string) => {
      const { body } = await call(emulator, 'ListNodes', { ProjectId, ContainerId })
      return at(body, 'PagingInfo', 'TotalCount')
    }
    expect(await listed(loop)).toBe('1')
    expect(await listed(workflowId)).toBe('2')
    const read = await readNode(Id)
    expect(at(read, 'spec', 'workflows', 0, 'nodes', 0, 'metadata', 'container')).toEqual({ type: 'Node', uuid: loop })
  })

  // Recorded: edges are lost without an error when the node has no id, when nodeId is the upstream, or when the output
  // differs by a letter.
  test.each([
    ['with an id that nodeId repeats', { id: 'load' }, { nodeId: 'load', output: 'dw_project.first' }, '1'],
    ['without an id', {}, { nodeId: 'load', output: 'dw_project.first' }, '0'],
    ['whose nodeId is the upstream', { id: 'load' }, { nodeId: 'first', output: 'dw_project.first' }, '0'],
    ['whose output differs by a letter', { id: 'load' }, { nodeId: 'load', output: 'dw_project.First' }, '0'],
  ])('a node %s has %s, %s: %s edges', async (_, fields, depends, count) => {
    await createdId(nodeSpec('first', { outputs: { nodeOutputs: [{ data: 'dw_project.first' }] } }))
    expect(await upstreamOf(await createdId(nodeSpec('load', fields, depends)))).toBe(count)
  })

  test('loses its edges when a fault says so', async () => {
    await createdId(nodeSpec('first', { outputs: { nodeOutputs: [{ data: 'dw_project.first' }] } }))
    emulator.addFault({ action: 'CreateNode', loseEdges: true })
    const spec = nodeSpec('load', { id: 'load' }, { nodeId: 'load', output: 'dw_project.first' })
    expect(await upstreamOf(await createdId(spec))).toBe('0')
  })

  test('writes the successor of a type of data source', async () => {
    const Id = await createdId(nodeSpec('load', { datasource: { name: 'f', type: 'flink' } }))
    const read = await readNode(Id)
    expect(at(read, 'spec', 'nodes', 0, 'datasource')).toEqual({ name: 'f', type: 'flink_serverless' })
  })

  test.each([
    ['no scene', { Scene: '' }, 'MissingScene'],
    ['an unknown scene', { Scene: 'PROJECT' }, 'InvalidScene'],
    ['a manual workflow that is not named', { Scene: 'DATAWORKS_MANUAL_WORKFLOW' }, 'MissingContainerId'],
    ['a container that is a folder', { ContainerId: '5' }, '9990030003'],
    ['a document of a workflow', { Spec: JSON.stringify(document([workflow('w')])) }, '9990030003'],
    [
      'a path that ends with another name',
      { Spec: nodeSpec('a', { script: { path: 'b', runtime: { command: 'VIRTUAL' } } }) },
      '9990030003',
    ],
    ['no path', { Spec: nodeSpec('a', { script: { runtime: { command: 'VIRTUAL' } } }) }, '58014884415'],
    ['a name that is taken', { Spec: nodeSpec('taken') }, '9990030003'],
  ])('is refused with %s', async (_, parameters, code) => {
    await createdId(nodeSpec('taken'))
    expect(at(await create(nodeSpec('load'), parameters), 'Code')).toBe(code)
  })

  test.each(['DATAWORKS_MANUAL_TASK', 'DataworksManualTask'])('takes the scene %s', async (Scene) => {
    const Id = await createdId(nodeSpec('by_hand', {}, undefined, 'ManualNode'), { Scene })
    const { body } = await call(emulator, 'ListNodes', { ProjectId, Scene: 'DATAWORKS_MANUAL_TASK' })
    expect(at(body, 'PagingInfo', 'Nodes', 0, 'Id')).toBe(Id)
  })
})

describe('UpdateNode', () => {
  const update = async (Id: string, Spec: string) => (await call(emulator, 'UpdateNode', { Id, ProjectId, Spec })).body
  const partial = (fields: object, more: object = {}, kind = 'Node') =>
    JSON.stringify({ version: '2.0.0', kind, spec: { nodes: [fields], ...more } })

  test('changes what is given and keeps all else, the edges too', async () => {
    const Id = await createdId(
      nodeSpec('load', { id: 'load', rerunTimes: 5 }, { nodeId: 'load', output: 'dw_project_root' }),
    )
    expect(await update(Id, partial({ description: 'd', script: { content: 'select 2' } }))).toMatchObject({
      Success: true,
    })
    const read = await readNode(Id)
    expect(read).toMatchObject({
      spec: {
        nodes: [
          {
            description: 'd',
            rerunTimes: 5,
            script: { content: 'select 2', path: 'folder/load', runtime: { command: 'ODPS_SQL' } },
          },
        ],
        flow: [{ nodeId: Id, depends: [{ output: 'dw_project_root' }] }],
      },
    })
  })

  test('replaces the edges when the document has some, by the id of the service or of the document', async () => {
    await createdId(nodeSpec('first', { outputs: { nodeOutputs: [{ data: 'dw_project.first' }] } }))
    const Id = await createdId(nodeSpec('load'))
    for (const [nodeId, fields] of [
      [Id, {}],
      ['mine', { id: 'mine' }],
    ] as const) {
      const dependencies = [{ nodeId, depends: [{ type: 'Normal', output: 'dw_project.first' }] }]
      await update(Id, partial(fields, { dependencies }))
      expect(await upstreamOf(Id)).toBe('1')
      await update(Id, partial({}, { dependencies: [] }))
      expect(await upstreamOf(Id)).toBe('0')
    }
  })

  test.each([
    ['another type', partial({ script: { runtime: { command: 'VIRTUAL' } } })],
    ['the kind of its workflow', partial({ description: 'd' }, {}, 'CycleWorkflow')],
  ])('is refused with %s', async (_, Spec) => {
    const Id = await createdId(nodeSpec('load'))
    expect(at(await update(Id, Spec), 'Code')).toBe('9990030003')
  })
})

describe('a node', () => {
  const change = async (action: string, parameters: Readonly<Record<string, string>>) =>
    (await call(emulator, action, { ProjectId, ...parameters })).body

  test('is renamed, with the end of its path; a name that is taken is refused', async () => {
    const Id = await createdId(nodeSpec('load'))
    await createdId(nodeSpec('taken'))
    expect(await change('RenameNode', { Id, Name: 'fetch' })).toMatchObject({ Success: true })
    expect(await readNode(Id)).toMatchObject({ spec: { nodes: [{ name: 'fetch', script: { path: 'folder/fetch' } }] } })
    expect(at(await change('RenameNode', { Id, Name: 'taken' }), 'Code')).toBe('9990030003')
  })

  test('is moved to a folder, and in a workflow below its path', async () => {
    const loose = await createdId(nodeSpec('loose'))
    const inner = await createdId(nodeSpec('inner'), { ContainerId: await emptyWorkflow() })
    for (const Id of [loose, inner])
      expect(await change('MoveNode', { Id, Path: 'a/b/' })).toMatchObject({ Success: true })
    expect(at(await readNode(loose), 'spec', 'nodes', 0, 'script', 'path')).toBe('a/b/loose')
    const path = at(await readNode(inner), 'spec', 'workflows', 0, 'nodes', 0, 'script', 'path')
    expect(path).toBe('retail/orders/a/b/inner')
  })

  test('is deleted, in a workflow and outside of one', async () => {
    const workflowId = await emptyWorkflow()
    const loose = await createdId(nodeSpec('loose'))
    const inner = await createdId(nodeSpec('inner', { id: 'inner' }, { nodeId: 'inner', output: 'dw_project_root' }), {
      ContainerId: workflowId,
    })
    for (const Id of [loose, inner]) {
      expect(await change('DeleteNode', { Id })).toMatchObject({ Success: true })
      expect(at(await change('DeleteNode', { Id }), 'Code')).toBe('5801488441564725318')
    }
    expect(emulator.projects[0]).toMatchObject({ nodes: [], workflows: [{ nodes: [], edges: [] }] })
  })
})

test('a workflow that is renamed and moved takes its nodes along', async () => {
  const Id = (await importSpec(emulator, document([workflow('orders', { nodes: [node('load')] })]))).workflowId
  await call(emulator, 'RenameWorkflowDefinition', { ProjectId, Id, Name: 'sales' })
  await call(emulator, 'MoveWorkflowDefinition', { ProjectId, Id, Path: 'sold' })
  expect(at(await readSpecOf(emulator, Id), 'spec', 'workflows', 0)).toMatchObject({
    name: 'sales',
    script: { path: 'sold/sales' },
    nodes: [{ script: { path: 'sold/sales/load' } }],
  })
  const other = (await importSpec(emulator, document([workflow('orders')]))).workflowId
  const refused = await call(emulator, 'RenameWorkflowDefinition', { ProjectId, Id: other, Name: 'sales' })
  expect(at(refused.body, 'Code')).toBe('9990030003')
})
