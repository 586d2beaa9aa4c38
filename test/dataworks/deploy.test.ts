import { external, fileResource, manualWorkflow, odpsSql, project, virtual, workflow } from 'flowspec'
import { type DeployEvent, type DeployOptions, deploy, type PlanSource, plan } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, base, emulated, ods, options, orders, report, start } from './support/emulated.ts'

const projectId = 10000
const wait = options.wait
const writes = (made: readonly string[]) => made.filter((action) => !/^(?:Get|List)/.test(action))

/** Two workflows of which the second comes after a node of the first. */
const upstream = workflow('upstream').cron('00 02 00 * * ?').nodes(odpsSql('raw').code('select 1'))
const downstream = workflow('downstream')
  .cron('00 30 00 * * ?')
  .nodes(odpsSql('sum').code('select 2').after(upstream.outputOf('raw')))
const retail = project('dw_project').add(downstream, upstream)

describe('deploy', () => {
  test('brings a workspace to what the plan says, and then finds nothing to do', async () => {
    const { client, emulator } = await emulated()
    const events: DeployEvent[] = []
    const result = await deploy(client, orders, { projectId, wait, onProgress: (event) => events.push(event) })
    const made = emulator.projects[0]?.workflows[0]
    expect(result.workflows).toEqual([{ name: 'orders', path: 'orders', workflowId: made?.id, action: 'created' }])
    expect(made?.nodes).toHaveLength(3)
    expect(result.calls).toBe(emulator.requests.length)
    expect(events.map(({ code }) => code)).toEqual(['planned', 'validated', 'importing', 'deployed', 'done'])
    expect(events.every(({ version, calls }) => version === 1 && calls > 0)).toBe(true)
    expect((await plan(client, orders, { projectId })).isEmpty).toBe(true)
    const before = actions(emulator).length
    const again = await deploy(client, orders, { projectId, wait })
    expect(again.workflows).toMatchObject([{ action: 'unchanged', workflowId: made?.id }])
    expect(writes(actions(emulator).slice(before))).toEqual([])
  })

  test('of a project goes by what its workflows come after', async () => {
    const { client, emulator } = await emulated()
    const result = await deploy(client, retail, { projectId, wait })
    expect(result.workflows.map(({ name }) => name)).toEqual(['downstream', 'upstream'])
    expect(emulator.projects[0]?.workflows.find(({ name }) => name === 'downstream')?.edges).toMatchObject([
      { depends: [{ output: 'dw_project.raw' }] },
    ])
    expect((await plan(client, retail, { projectId })).isEmpty).toBe(true)
  })

  test('of workflows that wait for one another finds the last edges in the end', async () => {
    const { client } = await emulated()
    const first = workflow('first')
      .cron('00 02 00 * * ?')
      .nodes(odpsSql('a').code('x').afterPrevious(external('dw_project.b')))
    const second = workflow('second')
      .cron('00 02 00 * * ?')
      .nodes(odpsSql('b').code('x').after(external('dw_project.a')))
    const both = project('dw_project').add(first, second)
    await deploy(client, both, { projectId, wait })
    expect((await plan(client, both, { projectId })).isEmpty).toBe(true)
  })

  test('of a part leaves the others alone', async () => {
    const { client, emulator } = await emulated()
    await deploy(client, retail, { projectId, wait, only: 'upstream' })
    expect(emulator.projects[0]?.workflows.map(({ name }) => name)).toEqual(['upstream'])
    await expect(deploy(client, retail, { projectId, only: ['upstreem'] })).rejects.toThrow('Did you mean upstream?')
  })

  test('carries out a plan, unless the workspace changed since', async () => {
    const { client } = await emulated()
    const planned = await plan(client, orders, { projectId })
    await deploy(client, planned, { projectId, wait })
    const error = await caught(deploy(client, planned, { projectId, wait }))
    expect(error).toMatchObject({ kind: 'stale-plan', code: 'StalePlan' })
    expect(error.reason).toContain("'orders'")
  })

  test('changes nothing when the service refuses one of several workflows', async () => {
    const { client, emulator } = await emulated()
    const taken = workflow('taken').cron('00 02 00 * * ?').nodes(virtual('raw'), virtual('one'), virtual('two'))
    await deploy(client, upstream, { projectId, wait })
    const error = await caught(deploy(client, [workflow('new').cron('00 02 00 * * ?'), taken], { projectId, wait }))
    expect(error).toMatchObject({ kind: 'job-failed' })
    expect(emulator.projects[0]?.workflows.map(({ name }) => name)).toEqual(['upstream'])
  })

  test('refuses documents that were built for another workspace', async () => {
    const { client, emulator } = await emulated()
    const error = await caught(deploy(client, project('other').add(upstream), { projectId, wait }))
    expect(error).toMatchObject({ kind: 'other-workspace' })
    expect(emulator.projects[0]?.workflows).toEqual([])
  })

  test('says what was lost for good', async () => {
    const { client } = await emulated()
    const broken = base.nodes(start, odpsSql('b').code('x').after(start, external('dw_project.nothing')))
    expect(await caught(deploy(client, broken, { projectId, wait }))).toMatchObject({
      kind: 'incomplete',
      lost: { edges: [{ node: 'b', upstream: 'dw_project.nothing' }] },
    })
  })

  test('repairs edges that an import lost', async () => {
    const { client } = await emulated({ faults: [{ action: 'ImportWorkflowDefinition', loseEdges: true, times: 2 }] })
    await deploy(client, orders, { projectId, wait })
    expect((await plan(client, orders, { projectId })).isEmpty).toBe(true)
  })
})

describe('what is unchanged', () => {
  test('costs three calls for a workflow of 100 nodes, and writes nothing', async () => {
    const { client, emulator } = await emulated()
    const nodes = Array.from({ length: 100 }, (_, at) =>
      odpsSql(`n${at}`)
        .code('select 1')
        .after(at === 0 ? start : `n${at - 1}`),
    )
    const whole = project('dw_project').add(base.nodeList([start, ...nodes]))
    await deploy(client, whole, { projectId, wait })
    const before = actions(emulator).length
    const { calls } = await deploy(client, whole, { projectId })
    expect(actions(emulator).slice(before).sort()).toEqual([
      'GetProject',
      'GetWorkflowDefinition',
      'ListWorkflowDefinitions',
    ])
    expect(calls).toBe(3)
  })

  test('costs little more than a call a workflow for many', async () => {
    const { client } = await emulated({ jobDuration: { polls: 0 } })
    const names = Array.from({ length: 200 }, (_, at) => `w${at}`)
    const whole = project('dw_project').add(
      ...names.map((name) =>
        workflow(name)
          .cron('00 02 00 * * ?')
          .nodes(virtual(`${name}_start`)),
      ),
    )
    await deploy(client, whole, { projectId, wait })
    const { calls, workflows } = await deploy(client, whole, { projectId })
    expect(workflows).toHaveLength(200)
    // Two pages of a list, and the identifier of the workspace.
    expect(calls).toBe(200 + 3)
  }, 120_000)
})

describe('what needs a flag', () => {
  const foreign = workflow('orders').id('5000000000000000005').cron('00 02 00 * * ?').nodes(virtual('by_hand'))

  test.each<[string, PlanSource, PlanSource, Partial<DeployOptions>, string]>([
    ['a node that is no more', orders, base.nodes(start, ods), { allowDelete: true }, "node 'orders/report'"],
    ['all nodes that are no more', orders, base, { allowDelete: true }, "node 'orders/start'"],
    [
      'a workflow that somebody else made',
      foreign,
      base.nodes(virtual('by_hand'), start),
      { adopt: true },
      'not deployed by this project',
    ],
  ])('%s', async (_, before, after, flags, told) => {
    const { client, emulator } = await emulated()
    await deploy(client, before, { projectId, wait })
    const state = structuredClone(emulator.projects)
    const made = actions(emulator).length
    const error = await caught(deploy(client, after, { projectId, wait }))
    expect(error).toMatchObject({ kind: 'refused', code: 'NeedsFlag', ambiguous: false })
    expect(error.reason).toContain(told)
    expect(error.hint).toContain(`${Object.keys(flags)[0]}: true`)
    expect(emulator.projects).toEqual(state)
    expect(writes(actions(emulator).slice(made))).toEqual([])
    await deploy(client, after, { projectId, wait, ...flags })
    expect((await plan(client, after, { projectId })).isEmpty).toBe(true)
  })

  test('what was changed in the console since the last deploy', async () => {
    const { client } = await emulated()
    const { record } = await deploy(client, orders, { projectId, wait })
    const edited = base.nodes(start, odpsSql('ods').code('select 9').after(start).afterPrevious('self'), report)
    await deploy(client, edited, { projectId, wait })
    const planned = await plan(client, orders, { projectId, record })
    const conflict = planned.changes.find(({ action }) => action === 'conflict')
    expect(conflict).toMatchObject({ kind: 'node', name: 'ods', origin: 'console', needs: { flag: 'adopt' } })
    expect(conflict?.modified?.time).toBeGreaterThan(0)
    expect(planned.toText()).toContain('changed in the service since the last deploy')
    expect(await caught(deploy(client, orders, { projectId, wait, record }))).toMatchObject({ kind: 'refused' })
    const mine = await deploy(client, orders, { projectId, wait, record, adopt: true })
    expect((await plan(client, orders, { projectId, record: mine.record })).isEmpty).toBe(true)
    // Changed in code alone.
    const own = await plan(client, edited, { projectId, record: mine.record })
    expect(own.changes.filter(({ action }) => action !== 'unchanged')).toMatchObject([
      { action: 'update', origin: 'code' },
    ])
    expect(own.refused).toEqual([])
  })
})

describe('nothing is deployed', () => {
  test('of a plan of another workspace', async () => {
    const { client, emulator } = await emulated({
      projects: [
        { id: 10000, identifier: 'dw_project' },
        { id: 30000, identifier: 'other' },
      ],
    })
    const planned = await plan(client, upstream, { projectId })
    const error = await caught(deploy(client, planned, { projectId: 30000, wait }))
    expect(error).toMatchObject({ kind: 'other-workspace' })
    expect(error.reason).toContain('30000')
    expect(emulator.projects.flatMap(({ workflows }) => workflows)).toEqual([])
  })

  // The second of them would replace the first, and both would be told of as created.
  test.each<[string, PlanSource]>([
    ['workflows', [base.nodes(odpsSql('a').code('1')), base.nodes(odpsSql('b').code('2'))]],
    ['workflows at two paths', [base.path('a/orders'), base.path('b/orders')]],
    [
      'resources',
      [
        ...project('dw_project').add(fileResource('x.jar')).build().documents,
        fileResource('x.jar').path('lib/x.jar').build(),
      ],
    ],
    // Names of workflows are unique in a workspace, whatever kind they are of: the emulator refuses the second.
    ['workflows of two kinds', [base.nodes(odpsSql('a').code('1')), manualWorkflow('orders').nodes(virtual('b'))]],
  ])('of two %s of one name', async (_, source) => {
    const { client, emulator } = await emulated()
    const taken = /would replace the first|the service refuses the second/
    await expect(deploy(client, source, { projectId, wait })).rejects.toThrow(taken)
    await expect(plan(client, source, { projectId })).rejects.toThrow(taken)
    expect(emulator.requests).toEqual([])
  })
})

test('what is given twice counts once, as modules of a folder gather what others of it make', async () => {
  const { client } = await emulated()
  const jar = fileResource('x.jar')
  const { changes } = await deploy(client, [orders, jar.build(), orders.build(), jar.build()], { projectId, wait })
  const made = changes.filter(({ kind }) => kind === 'resource' || kind === 'workflow')
  expect(made.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['resource x.jar', 'workflow orders'])
})
