import { manualWorkflow, node, odpsSql, readSpec, virtual, workflow, writeJson } from 'flowspec'
import { clientTransport, createClient, type SubmitProgress, type SubmitSource, submit } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { base, edges, emulated, ods, options, orders, report, start } from './support/emulated.ts'
import { officialClient } from './support/official-client.ts'

describe('submitting', () => {
  test('creates a workflow with all nodes and edges, and reads them back', async () => {
    const { client, emulator } = await emulated()
    const result = await submit(client, orders, options)
    const [workflows] = emulator.projects.map((project) => project.workflows)
    expect(workflows).toMatchObject([{ id: result.workflowId, name: 'orders' }])
    expect(result).toMatchObject({ created: true, edges, differences: { edges: { missing: [], extra: [] } } })
    expect(result.nodes.map((node) => node.name)).toEqual(['start', 'ods', 'report'])
    expect(new Set(result.nodes.map((node) => node.id))).toEqual(new Set(workflows?.[0]?.nodes.map((node) => node.id)))
    expect(result.jobId).toBe(emulator.jobs[0]?.id)
  })

  test('again updates the same workflow and nodes', async () => {
    const { client, emulator } = await emulated()
    const first = await submit(client, orders, options)
    const changed = base.nodes(start, ods.code('select 99'), report, virtual('end').after('report'))
    const second = await submit(client, changed, options)
    expect(second).toMatchObject({ created: false, workflowId: first.workflowId })
    expect(second.nodes.slice(0, 3)).toEqual(first.nodes)
    const workflows = emulator.projects[0]?.workflows ?? []
    expect(workflows).toHaveLength(1)
    expect(workflows[0]?.nodes).toHaveLength(4)
    expect(JSON.stringify(workflows[0]?.document)).toContain('select 99')
  })

  test('twice at the same moment makes one workflow', async () => {
    const { client, emulator } = await emulated()
    const results = await Promise.all([submit(client, orders, options), submit(client, orders, options)])
    expect(new Set(results.map((result) => result.workflowId)).size).toBe(1)
    expect(emulator.projects[0]?.workflows).toHaveLength(1)
  })

  test('takes the ids of a workflow that someone else made', async () => {
    const { client } = await emulated()
    const theirs = workflow('orders')
      .id('5000000000000000005')
      .cron('00 05 00 * * ?')
      .nodes(virtual('start').id('6000000000000000006'))
    await submit(client, theirs, options)
    const result = await submit(client, orders, { ...options, adopt: true })
    expect(result).toMatchObject({ created: false, workflowId: '5000000000000000005' })
    expect(result.nodes[0]).toEqual({ name: 'start', id: '6000000000000000006' })
  })

  test('is not led astray by names that contain the name', async () => {
    const { client, emulator } = await emulated()
    const rename = (name: string) =>
      workflow(name)
        .cron('00 02 00 * * ?')
        .nodes(virtual(`start_of_${name}`))
    const others = ['orders_daily', 'my_orders', 'Orders']
    for (const name of others) await submit(client, rename(name), options)
    expect(await submit(client, orders, options)).toMatchObject({ created: true })
    expect(emulator.projects[0]?.workflows).toHaveLength(4)
  })

  test.each<[string, (text: string) => SubmitSource]>([
    ['a built document', () => orders.build()],
    ['a document that was read', (text) => readSpec(text)],
  ])('takes %s', async (_, document) => {
    const { client } = await emulated()
    expect(await submit(client, document(writeJson(orders.build())), options)).toMatchObject({
      created: true,
      edges,
    })
  })

  test('takes a document with a loop, whose nodes stand in the workflow too', async () => {
    const { client } = await emulated()
    const inner = ['i1', 'i2'].map((name) => ({ id: name, name, script: { runtime: { command: 'VIRTUAL' } } }))
    const body = { nodes: inner, flow: [{ nodeId: 'i2', depends: [{ type: 'Normal', nodeId: 'i1' }] }] }
    const loop = node('loop', 'CONTROLLER_TRAVERSE').after(start).extra({ 'for-each': body })
    const result = await submit(client, base.nodes(start, loop).build(), options)
    expect(result.nodes.map(({ name }) => name)).toEqual(['start', 'loop', 'i1', 'i2'])
    expect(result.edges).toMatchObject([
      { node: 'loop', upstream: 'start' },
      { node: 'i2', upstream: 'i1' },
    ])
  })

  test('takes a manual workflow, and finds it again', async () => {
    const { client } = await emulated()
    const manual = manualWorkflow('by_hand').nodes(start, odpsSql('m').code('select 1').after(start))
    expect(await submit(client, manual, options)).toMatchObject({ created: true })
    expect(await submit(client, manual, options)).toMatchObject({ created: false })
  })

  test('builds with the options it is given', async () => {
    const { client, emulator } = await emulated()
    await submit(client, orders, { ...options, build: { project: 'dw_project' } })
    expect(JSON.stringify(emulator.projects[0]?.workflows[0]?.document)).toContain('"data":"dw_project.ods"')
  })

  test('works with ids that are numbers on the wire', async () => {
    const { client } = await emulated({ idsAsNumbers: true })
    const first = await submit(client, orders, options)
    expect(first).toMatchObject({ created: true, edges })
    expect(first.workflowId).toMatch(/^\d{19}$/)
    expect(await submit(client, orders, options)).toMatchObject({ created: false, workflowId: first.workflowId })
  })

  test('works through the official client', async () => {
    const { emulator } = await emulated()
    const transport = clientTransport(officialClient(emulator.url, emulator.credentials))
    expect(await submit(createClient({ transport }), orders, options)).toMatchObject({ created: true, edges })
  })

  test.each([10000, '10000', 10000n, '010000'])('takes the workspace as %o, and means the same', async (projectId) => {
    const { client } = await emulated()
    expect(await submit(client, orders, { ...options, projectId })).toMatchObject({ workflowId: '2919769697115116265' })
  })

  test('says how far it is', async () => {
    const { client } = await emulated()
    const steps: SubmitProgress[] = []
    await submit(client, orders, { ...options, onProgress: (step) => steps.push(step) })
    expect(steps.map(({ step }) => step)).toEqual(['checked', 'looked-up', 'importing', 'job', 'job', 'compared'])
    expect(steps[0]).toEqual({ step: 'checked', workflow: 'orders', nodes: 3, edges: 4 })
    expect(steps[1]).toEqual({ step: 'looked-up', workflowId: undefined, nodes: 0 })
  })
})
