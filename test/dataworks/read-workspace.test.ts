import {
  fileResource,
  fromSpec,
  manualWorkflow,
  odpsSql,
  project,
  standalone,
  triggerWorkflow,
  udf,
  virtual,
  workflow,
} from 'flowspec'
import {
  createClient,
  type DataWorksClient,
  deploy,
  eachDocument,
  fetchTransport,
  plan,
  readWorkspace,
  type Transport,
} from 'flowspec/dataworks'
import { graphOf } from 'flowspec/graph'
import { describe, expect, test } from 'vitest'
import { emulated, options, orders } from './support/emulated.ts'

const projectId = 10000
const jar = fileResource('concat.jar')
const concat = udf('concat').className('com.example.Concat').resources(jar)
const nested = workflow('nested').path('retail/eu/nested').cron('00 30 00 * * ?').nodes(odpsSql('n').code('select 1'))

async function filled() {
  const { client, emulator } = await emulated()
  const byHand = manualWorkflow('by_hand').path('retail/by_hand').nodes(virtual('m'))
  const triggered = triggerWorkflow('triggered').nodes(virtual('t'))
  const whole = project('dw_project').add(orders, nested, byHand, triggered, concat, jar)
  await deploy(client, whole, { projectId, wait: options.wait })
  return { client, emulator }
}

const namesOf = (documents: readonly object[]): string[] =>
  documents.map((document) => Object(document).spec.name).sort()

describe('readWorkspace', () => {
  test('gives documents of which a plan is empty', async () => {
    const { client } = await filled()
    const { documents, resources, functions } = await readWorkspace(client, { projectId })
    expect(namesOf(documents)).toEqual(['by_hand', 'nested', 'orders', 'triggered'])
    expect([resources.length, functions.length]).toEqual([1, 1])
    const planned = await plan(client, [...documents, ...resources, ...functions], { projectId })
    expect(planned.changes.filter(({ action }) => action !== 'unchanged')).toEqual([])
  })

  test('gives documents of which builders are made that change nothing', async () => {
    const { client } = await filled()
    const { documents } = await readWorkspace(client, { projectId, paths: ['orders'] })
    const builders = documents.map((document) => fromSpec(document))
    expect((await plan(client, builders, { projectId })).isEmpty).toBe(true)
  })

  test.each([
    [['retail'], ['by_hand', 'nested']],
    [['/retail/eu/'], ['nested']],
    [
      ['retail/by_hand', 'orders'],
      ['by_hand', 'orders'],
    ],
    [['ret'], []],
    [[], []],
  ])('reads of %j only that', async (paths, expected) => {
    const { client } = await filled()
    const { documents, resources } = await readWorkspace(client, { projectId, paths })
    expect(namesOf(documents)).toEqual(expected)
    expect(resources).toEqual([])
  })

  test('keeps ids, code and the edges', async () => {
    const { client, emulator } = await filled()
    const { documents } = await readWorkspace(client, { projectId, paths: ['orders'], concurrency: 1 })
    expect(documents).toEqual([emulator.projects[0]?.workflows.find(({ name }) => name === 'orders')?.document])
  })
})

/** A client whose definitions of workflows say nothing of dependencies, as those of some workflows do. */
function omitting(client: DataWorksClient): DataWorksClient {
  return {
    ...client,
    getWorkflowDefinition: async (...given) => {
      const found = await client.getWorkflowDefinition(...given)
      const document = JSON.parse(found.spec)
      document.spec.workflows[0].dependencies = []
      return { ...found, spec: JSON.stringify(document) }
    },
  }
}

const edgesOf = (document: unknown): string[] =>
  graphOf(Object(document))
    .edges.map(({ from, to }) => `${from.name} to ${to.name}`)
    .sort()

describe('edges that a definition omits', () => {
  const start = virtual('a')
  const chain = workflow('chain')
    .cron('00 02 00 * * ?')
    .nodes(start, odpsSql('b').code('x').after(start), odpsSql('c').code('x').after('b', start))

  test('are put into the document as ListNodeDependencies lists them', async () => {
    const { client } = await emulated()
    await deploy(client, chain, options)
    const { documents: whole } = await readWorkspace(client, { projectId })
    const { documents } = await readWorkspace(omitting(client), { projectId })
    expect(edgesOf(documents[0])).toEqual(['a to b', 'a to c', 'b to c'])
    expect(edgesOf(documents[0])).toEqual(edgesOf(whole[0]))
    expect((await plan(omitting(client), documents, { projectId })).isEmpty).toBe(true)
    expect((await plan(client, documents, { projectId })).isEmpty).toBe(true)
  })

  test('cost a call for each node of which it says nothing', async () => {
    const { client, emulator } = await emulated()
    await deploy(client, chain, options)
    const before = emulator.requests.length
    await readWorkspace(client, { projectId })
    const asked = emulator.requests.slice(before).filter(({ action }) => action === 'ListNodeDependencies')
    expect(asked).toHaveLength(1)
  })

  test.each([1, 3])('are asked for by no more than %i calls at once, of several workflows', async (concurrency) => {
    const { client, emulator } = await emulated()
    const wide = [1, 2, 3, 4].map((at) => {
      const nodes = [1, 2, 3, 4, 5].map((of) => virtual(`n${at}_${of}`))
      return workflow(`wide_${at}`)
        .cron('00 02 00 * * ?')
        .nodes(...nodes)
    })
    await deploy(client, wide, options)
    const { url: endpoint, credentials } = emulator
    const inner = fetchTransport({ endpoint, credentials })
    let [underWay, most, questions] = [0, 0, 0]
    const send: Transport['send'] = async (request) => {
      if (request.action === 'ListNodeDependencies') questions++
      most = Math.max(most, ++underWay)
      try {
        return await inner.send(request)
      } finally {
        underWay--
      }
    }
    const counted = createClient({ transport: { send }, rateLimit: false })
    const { documents } = await readWorkspace(counted, { projectId, concurrency })
    expect([documents.length, questions, most]).toEqual([4, 20, concurrency])
  })
})

describe('nodes outside of workflows', () => {
  const loose = standalone(odpsSql('alone').path('retail/alone').code('select 1')).build()

  async function withLoose() {
    const { client, emulator } = await filled()
    await client.createNode({ projectId, scene: 'DATAWORKS_PROJECT', spec: loose })
    return { client, emulator }
  }

  test('are read as documents of their own, with their code', async () => {
    const { client } = await withLoose()
    const { nodes, documents } = await readWorkspace(client, { projectId })
    expect(documents).toHaveLength(4)
    expect(nodes).toHaveLength(1)
    const [node] = fromSpec(nodes[0]).nodes
    expect(JSON.stringify(node)).toContain('select 1')
    const found: string[] = []
    for await (const { kind, name, path } of eachDocument(client, { projectId, paths: ['retail/alone'] })) {
      found.push(`${kind} ${name} ${path}`)
    }
    expect(found).toEqual(['node alone retail/alone'])
  })

  test('are not those that another workflow has, which is not read', async () => {
    const { client } = await withLoose()
    expect((await readWorkspace(client, { projectId, paths: ['retail/eu'] })).nodes).toEqual([])
  })

  test('are left out when they are deleted meanwhile', async () => {
    const { client } = await withLoose()
    const found: string[] = []
    for await (const { kind, name } of eachDocument(client, { projectId, concurrency: 1 })) {
      found.push(name)
      if (kind !== 'workflow') continue
      for await (const { id, name: listed } of client.eachNode({ projectId, name: 'alone' }))
        if (listed === 'alone') await client.deleteNode({ projectId, id })
    }
    expect(found).not.toContain('alone')
  })
})
