import { external, odpsSql, virtual } from 'flowspec'
import { type DataWorksClient, type ListedNode, type SubmitProgress, submit } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, base, edges, emulated, options, orders, start } from './support/emulated.ts'

describe('lost edges', () => {
  test('are repaired by a second import', async () => {
    const { client, emulator } = await emulated({ faults: [{ action: 'ImportWorkflowDefinition', loseEdges: true }] })
    const result = await submit(client, orders, options)
    expect(result).toMatchObject({ created: true, edges })
    expect(emulator.jobs).toHaveLength(2)
    expect(result.jobId).toBe(emulator.jobs[1]?.id)
    const depends = emulator.projects[0]?.workflows[0]?.edges.flatMap((edge) => edge.depends)
    expect(depends).toHaveLength(4)
  })

  test('cost one look-up before they are repaired, however many they are', async () => {
    const { client, emulator } = await emulated({ faults: [{ action: 'ImportWorkflowDefinition', loseEdges: true }] })
    const many = Array.from({ length: 20 }, (_, at) => virtual(`v${at}`).after('start'))
    expect(await submit(client, base.nodeList([start, ...many]), options)).toMatchObject({ created: true })
    expect(actions(emulator).filter((action) => action === 'ListNodeDependencies')).toHaveLength(1)
  })

  // Each node with a lost edge costs a call; the definition is believed when it proved true of twenty.
  test.each([
    ['are believed lost', 60, () => [], 1 + 20],
    [
      'are looked for further while some are found',
      60,
      (node: string) => (Number(node.slice(1)) % 10 === 0 ? ['start'] : []),
      1 + 60,
    ],
  ])('%s after %i nodes in bounded calls, several at once', async (_, count, upstream, calls) => {
    const faults = [{ action: 'ImportWorkflowDefinition', loseEdges: true, times: 9 }] as const
    const { client } = await emulated({ faults })
    let [asked, running, most] = [0, 0, 0]
    const steps: SubmitProgress[] = []
    const names = new Map<string, string>()
    const watched: DataWorksClient = {
      ...client,
      getWorkflowDefinition: async (...given) => {
        const definition = await client.getWorkflowDefinition(...given)
        for (const { id, name } of JSON.parse(definition.spec).spec.workflows[0].nodes) names.set(id, name)
        return definition
      },
      eachNodeDependency: async function* ({ id }) {
        asked += 1
        most = Math.max(most, ++running)
        await new Promise((resolve) => setTimeout(resolve, 1))
        running -= 1
        for (const name of upstream(names.get(String(id)) ?? '')) yield { ...listed, name }
      },
    }
    const many = Array.from({ length: count }, (_unused, at) => virtual(`v${at + 1}`).after('start'))
    const onProgress = (progress: SubmitProgress) => steps.push(progress)
    const error = await caught(submit(watched, base.nodeList([start, ...many]), { ...options, onProgress }))
    expect(error).toMatchObject({ kind: 'incomplete', lost: { nodes: [] } })
    expect(error.lost?.edges).toHaveLength(
      count - many.filter((_unused, at) => upstream(`v${at + 1}`).length > 0).length,
    )
    expect(asked).toBe(calls)
    expect(most).toBe(5)
    expect(
      steps
        .flatMap((step) => (step.step === 'edges' ? [`${step.round}: ${step.asked} of ${step.nodes}`] : []))
        .slice(0, 2),
    ).toEqual([`1: 1 of ${count}`, `2: 20 of ${count}`])
  })

  test('are named when they stay lost', async () => {
    const faults = [{ action: 'ImportWorkflowDefinition', loseEdges: true, times: Number.POSITIVE_INFINITY }] as const
    const { client, emulator } = await emulated({ faults })
    const error = await caught(submit(client, orders, options))
    expect(error).toMatchObject({ kind: 'incomplete', code: 'IncompleteWorkflow', lost: { nodes: [], edges } })
    expect(error.message).toContain(
      "without edges 'ods' after 'start', 'ods' after its own previous cycle, 'report' after 'ods', 'report' after output 'dw_project_root'",
    )
    expect(emulator.jobs).toHaveLength(2)
  })

  test('are counted from the twentieth on', async () => {
    const { client } = await emulated()
    const outputs = Array.from({ length: 21 }, (_, at) => external(`dw_project.nothing_${at}`))
    const error = await caught(submit(client, base.nodes(start.after(...outputs)), options))
    expect(error.message).toContain("output 'dw_project.nothing_19', and 1 more")
    expect(error.message).not.toContain('nothing_20')
    expect(error.lost?.edges).toHaveLength(21)
  })

  test('to something that does not exist are named alone', async () => {
    const { client } = await emulated()
    const broken = base.nodes(start, odpsSql('b').code('x').after(start, external('dw_project.nothing')))
    const error = await caught(submit(client, broken, options))
    expect(error.lost).toEqual({
      nodes: [],
      edges: [{ node: 'b', type: 'Normal', upstream: 'dw_project.nothing', external: true }],
    })
  })
})

const listed: ListedNode = {
  id: '1',
  name: 'start',
  owner: undefined,
  projectId: undefined,
  description: undefined,
  recurrence: undefined,
  taskId: undefined,
  createTime: undefined,
  modifyTime: undefined,
  script: { id: undefined, path: undefined, command: undefined },
  trigger: {
    id: undefined,
    type: undefined,
    cron: undefined,
    startTime: undefined,
    endTime: undefined,
    timezone: undefined,
  },
  strategy: {
    instanceMode: undefined,
    rerunMode: undefined,
    rerunTimes: undefined,
    rerunInterval: undefined,
    timeout: undefined,
  },
  runtimeResource: { resourceGroup: undefined, resourceGroupId: undefined },
  dataSource: { name: undefined, type: undefined },
  tags: [],
  inputs: { nodeOutputs: [], tables: [], variables: [] },
  outputs: { nodeOutputs: [], tables: [], variables: [] },
}

/** Changes what GetWorkflowDefinition says of the document, as the service does for some kinds of nodes. */
function withDefinition(client: DataWorksClient, change: (document: string) => string): DataWorksClient {
  return {
    ...client,
    getWorkflowDefinition: async (params, call) => {
      const definition = await client.getWorkflowDefinition(params, call)
      return { ...definition, spec: change(definition.spec) }
    },
  }
}

function withoutDependencies(text: string): string {
  const document = JSON.parse(text)
  document.spec.workflows[0].dependencies = []
  return JSON.stringify(document)
}

describe('a definition that omits edges', () => {
  test('is completed from ListNodeDependencies', async () => {
    const { client, emulator } = await emulated()
    const plain = base.nodes(start, odpsSql('b').code('x').after(start), odpsSql('c').code('x').after('b', start))
    const result = await submit(withDefinition(client, withoutDependencies), plain, options)
    expect(result.differences.edges.missing).toEqual([])
    expect(actions(emulator)).toContain('ListNodeDependencies')
    expect(emulator.jobs).toHaveLength(1)
  })

  test('is not completed with edges that are not there', async () => {
    const faults = [{ action: 'ImportWorkflowDefinition', loseEdges: true, times: 2 }] as const
    const { client } = await emulated({ faults })
    const plain = base.nodes(start, odpsSql('b').code('x').after(start))
    expect(await caught(submit(withDefinition(client, withoutDependencies), plain, options))).toMatchObject({
      kind: 'incomplete',
    })
  })
})

describe('what arrived otherwise than it was sent', () => {
  test('is told, and fails nothing, where that is accepted', async () => {
    const { client } = await emulated()
    const change = (text: string) => text.replace('select 2', '-- select 2')
    const accepting = { ...options, acceptDifferences: true }
    const { differences } = await submit(withDefinition(client, change), orders, accepting)
    expect(differences.nodes.changed).toEqual([
      { name: 'report', changes: [{ path: '/script/content', expected: 'select 2', actual: '-- select 2' }] },
    ])
  })

  test('fails when it is a node', async () => {
    const { client } = await emulated()
    const change = (text: string) => {
      const document = JSON.parse(text)
      document.spec.workflows[0].nodes.pop()
      return JSON.stringify(document)
    }
    const error = await caught(submit(withDefinition(client, change), orders, options))
    expect(error).toMatchObject({ kind: 'incomplete', lost: { nodes: [expect.any(String)] } })
  })

  test('fails when it is no document', async () => {
    const { client } = await emulated()
    expect(
      await caught(
        submit(
          withDefinition(client, () => 'x'),
          orders,
          options,
        ),
      ),
    ).toMatchObject({ kind: 'unreadable-answer' })
  })
})
