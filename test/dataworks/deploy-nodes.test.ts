import { type AnyNode, branch, forEach, manualWorkflow, odpsSql, shell, virtual } from 'flowspec'
import { deploy, type PlanSource, plan } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, base, emulated, ods, options, orders, report, start } from './support/emulated.ts'

const projectId = 10000
const wait = options.wait
const writes = (made: readonly string[]) => made.filter((action) => !/^(?:Get|List)/.test(action))

const route = branch('route').param('size', '12').arm('big', '${size} > 10').arm('small', '${size} <= 10').after(start)
const branched = base.nodes(start, route, shell('big').code('echo big').after(route.case('big')))

describe('node by node', () => {
  test('goes an update of nodes, when nobody says how', async () => {
    const { client, emulator } = await emulated()
    await deploy(client, orders, { projectId, wait })
    const before = actions(emulator).length
    const edited = base.nodes(start, ods.code('select 9'), report)
    await deploy(client, edited, { projectId, wait })
    expect(writes(actions(emulator).slice(before))).toEqual(['UpdateNode'])
    expect(actions(emulator).slice(before)).toContain('ListNodeDependencies')
    expect((await plan(client, edited, { projectId })).isEmpty).toBe(true)
  })

  test.each<[string, PlanSource]>([
    ['a workflow with every kind of edge', orders],
    ['branches', branched],
    ['a loop', base.nodes(start, forEach('loop').nodes(odpsSql('inner').code('select 1')).after(start))],
    ['a manual workflow', manualWorkflow('by_hand').nodes(start, odpsSql('b').code('x').after(start))],
  ])('makes %s', async (_, source) => {
    const { client, emulator } = await emulated()
    await deploy(client, source, { projectId, wait, strategy: 'nodes' })
    expect(actions(emulator)).toContain('CreateNode')
    expect((await plan(client, source, { projectId })).changes.filter(({ action }) => action !== 'unchanged')).toEqual(
      [],
    )
  })

  test.each<[string, PlanSource, readonly string[]]>([
    ['a node added and one removed', base.nodes(start, ods, virtual('end').after(ods)), ['CreateNode', 'DeleteNode']],
    ['an edge added', base.nodes(start, ods, report.after(start)), ['UpdateNode']],
    ['an edge removed', base.nodes(start, odpsSql('ods').code('select 1'), report), ['UpdateNode']],
    ['a cron', orders.cron('00 03 00 * * ?'), ['UpdateWorkflowDefinition']],
    ['a path', orders.path('retail/orders'), ['MoveWorkflowDefinition']],
  ])('changes %s', async (_, source, expected) => {
    const { client, emulator } = await emulated()
    await deploy(client, orders, { projectId, wait })
    const before = actions(emulator).length
    await deploy(client, source, { projectId, wait, strategy: 'nodes', allowDelete: true })
    expect(writes(actions(emulator).slice(before))).toEqual(expected)
    expect((await plan(client, source, { projectId })).changes.filter(({ action }) => action !== 'unchanged')).toEqual(
      [],
    )
  })

  test.each(['CreateNode', 'UpdateNode'])('sends edges again that %s lost', async (action) => {
    const { client } = await emulated({ faults: [{ action, loseEdges: true, times: 2 }] })
    await deploy(client, base.nodes(start), { projectId, wait })
    await deploy(client, orders, { projectId, wait, strategy: 'nodes' })
    await deploy(client, base.nodes(start, ods.code('select 9'), report.after(start)), { projectId, wait })
    expect(
      (await plan(client, orders, { projectId })).changes.filter(
        ({ kind, action }) => kind === 'edge' && action === 'create',
      ),
    ).toEqual([])
  })

  test('does not make a node again of which the answer was lost', async () => {
    const { client, emulator } = await emulated({ faults: [{ action: 'CreateNode', reset: true, when: 'after' }] })
    await deploy(client, orders, { projectId, wait, strategy: 'nodes' })
    expect(emulator.projects[0]?.workflows[0]?.nodes.map(({ name }) => name).sort()).toEqual(['ods', 'report', 'start'])
    expect(actions(emulator).filter((action) => action === 'CreateNode')).toHaveLength(3)
  })

  test('is refused where a field goes, which no update can say', async () => {
    const { client } = await emulated()
    await deploy(client, base.nodes(start.description('x')), { projectId, wait })
    const error = await caught(deploy(client, base.nodes(start), { projectId, wait, strategy: 'nodes' }))
    expect(error).toMatchObject({ kind: 'refused', code: 'NotIncremental' })
    await deploy(client, base.nodes(start), { projectId, wait })
    expect((await plan(client, base.nodes(start), { projectId })).isEmpty).toBe(true)
  })
})

describe('edges inside of a loop', () => {
  const inside = (...nodes: readonly AnyNode[]) =>
    base.nodes(
      start,
      forEach('loop')
        .nodes(...nodes)
        .after(start),
    )
  const [first, second] = [odpsSql('first').code('select 1'), odpsSql('second').code('select 2')]
  const joined = inside(first, second.after(first))

  // The service knows nodes of loops only as part of their loops, and is asked for no dependencies of theirs in vain.
  test.each([
    ['that a new node brings', inside(first), joined],
    ['that go with a node', joined, inside(first)],
    ['between nodes that are there', inside(first, second), joined],
  ])('%s are planned and deployed', async (_, before, after) => {
    const { client } = await emulated()
    await deploy(client, before, { projectId, wait })
    const planned = await plan(client, after, { projectId })
    expect(planned.changes.some(({ kind, action }) => kind === 'edge' && action !== 'unchanged')).toBe(true)
    await deploy(client, after, { projectId, wait, allowDelete: true })
    expect((await plan(client, after, { projectId })).isEmpty).toBe(true)
  })
})
