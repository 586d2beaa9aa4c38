import {
  type AnyNode,
  branch,
  combined,
  doWhile,
  forEach,
  join,
  node,
  odpsSql,
  paiFlow,
  shell,
  triggerWorkflow,
  variableOf,
  virtual,
  workflow,
  writeJson,
} from 'flowspec'
import { pinIds, submit } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { diffSpecs } from '../../src/document/compare/spec-diff.ts'
import { indexSpec } from '../../src/document/index/index-spec.ts'
import { actions, emulated, options } from './support/emulated.ts'

const daily = workflow('inner').cron('00 02 00 * * ?')
const poll = doWhile('poll').nodes(virtual('ask')).while('print(True)', { language: 'python2' })
const each = forEach('each').over('a,b').nodes(virtual('load'), poll.after('load'))
const route = branch('route').arm('big', 'True').arm('small', 'False')
const pack = shell('pack').code('x').after(route.case('big'))
const send = shell('send').code('x').after(route.case('small'))
const both = join('both').arm('x', pack).arm('y', send).expression('x or y')
const type = 'PaiOutput'
const read = node('read', 'PAI_FLOW_TF_READ_FILE_DATA').outputVariable('data', undefined, { type })
const parse = node('parse', 'PAI_FLOW_RAG_TEXT_PARSE_CHUNK').param('input', variableOf(read, 'data', { type }))
const nodes: readonly AnyNode[] = [
  virtual('start'),
  each.after('start'),
  route.after(each),
  pack,
  send,
  both,
  combined('both_tables').nodes(odpsSql('one').code('select 1'), odpsSql('two').code('select 2').after('one')),
  paiFlow('texts').nodes(read, parse),
]
const known = { projectId: '10000' }

/** Every text in a document that is one of some names, or begins with one and `_`, where ids and outputs stand. */
function leftOver(document: unknown, names: readonly string[]): readonly string[] {
  const places = new Set(['id', 'nodeId', 'data', 'output', 'uuid', 'node', 'nodeoutput'])
  const left: string[] = []
  const queue: unknown[] = [document]
  for (const value of queue) {
    if (typeof value !== 'object' || value === null) continue
    for (const [key, held] of Object.entries(value)) {
      const isName = (name: string): boolean => held === name || String(held).startsWith(`${name}_`)
      if (typeof held === 'string' && places.has(key) && names.some(isName)) left.push(`${key}: ${held}`)
      queue.push(key === 'content' && typeof held === 'string' && /^[[{]/.test(held) ? JSON.parse(held) : held)
    }
  }
  return left
}

describe.each(['nested', 'siblings'] as const)('ids of nodes inside of others, with loops %s', (loops) => {
  const document = daily.nodeList(nodes).build({ loops })
  const pinned = pinIds(document, known)
  const names = indexSpec(document).nodes.map(({ name }) => name ?? '')

  test('are pinned as those of the workflow are', () => {
    expect([...pinned.nodeIds.keys()].sort()).toEqual([...names].sort())
    expect(new Set(pinned.nodeIds.values()).size).toBe(names.length)
    for (const id of pinned.nodeIds.values()) expect(id).toMatch(/^[1-8]\d{18}$/)
    expect(indexSpec(pinned.document).nodes.map(({ id, name }) => [name, id])).toEqual(
      names.map((name) => [name, pinned.nodeIds.get(name)]),
    )
  })

  test('leave no name where an id or an output made of one stood', () => {
    expect(leftOver(document, names).length).toBeGreaterThan(40)
    expect(leftOver(pinned.document, names)).toEqual([])
    const { edges, nodes: parts } = diffSpecs(document, pinned.document)
    expect([edges.missing, edges.extra, parts.missing, parts.extra]).toEqual([[], [], [], []])
  })

  test('are the same from one build to the next, and pinned once for all', () => {
    expect(pinIds(daily.nodeList(nodes).build({ loops }), known)).toEqual(pinned)
    expect(pinIds(pinned.document, known)).toEqual(pinned)
    expect(writeJson(pinIds(pinned.document, known).document)).toBe(writeJson(pinned.document))
  })
})

describe('the arms of a branch', () => {
  test('have outputs that begin with its id, in its code and for what comes after them', () => {
    const { document, nodeIds } = pinIds(daily.nodes(route, pack, send, both).build(), {
      ...known,
      nodeIds: new Map([['route', '77']]),
    })
    const [pinnedRoute, , , pinnedBoth] = Object(document).spec.workflows[0].nodes
    expect(pinnedRoute.branch.branches.map((arm: { output: object }) => arm.output)).toMatchObject([
      { data: '77_big' },
      { data: '77_small' },
    ])
    expect(pinnedRoute.outputs.nodeOutputs).toMatchObject([{ data: '77' }, { data: '77_big' }, { data: '77_small' }])
    expect(JSON.parse(pinnedRoute.script.content)).toMatchObject([{ nodeoutput: '77_big' }, { nodeoutput: '77_small' }])
    expect(JSON.parse(pinnedBoth.script.content)).toMatchObject({
      branchList: [{ node: nodeIds.get('pack') }, { node: nodeIds.get('send') }],
      resultStatus: '1',
    })
    expect(Object(document).spec.workflows[0].dependencies[0].depends[0].output).toBe('77_big')
  })

  test('keep outputs with the name of a project, and code of a user', () => {
    const document = daily.nodes(route.code('not [ JSON'), pack).build({ project: 'p' })
    const text = writeJson(pinIds(document, known).document)
    for (const kept of ['"p.route_big"', '"p.route_small"', 'not [ JSON']) expect(text).toContain(kept)
  })
})

describe('a workflow with nodes inside of others', () => {
  test.each(['nested', 'siblings'] as const)('is submitted and updated with the same ids, loops %s', async (loops) => {
    const { client, emulator } = await emulated()
    const settings = { ...options, build: { loops } }
    const flow = daily.nodeList(nodes)
    const first = await submit(client, flow, settings)
    expect(first.created).toBe(true)
    for (const { id } of first.nodes) expect(id).toMatch(/^[1-8]\d{18}$/)
    const second = await submit(client, flow, settings)
    expect(second).toMatchObject({ created: false, workflowId: first.workflowId, nodes: first.nodes })
    expect(first.edges).toContainEqual({ node: 'pack', type: 'Normal', upstream: 'route', external: false, arm: 'big' })
    expect(actions(emulator).filter((action) => action === 'ImportWorkflowDefinition')).toHaveLength(2)
    const kept = indexSpec(emulator.projects[0]?.workflows[0]?.document)
    const loopOf = (name: string): unknown => kept.nodesByName.first.get(name)?.flow.entity.parent?.value['name']
    expect([loopOf('load'), loopOf('ask')]).toEqual(['each', 'poll'])
  })

  test('takes the ids that the service has for nodes inside', async () => {
    const { client } = await emulated()
    const loop = forEach('each').over('a').nodes(virtual('load').id('5555555555555555555'))
    await submit(client, daily.nodes(loop), options)
    const again = await submit(client, daily.nodes(forEach('each').over('a').nodes(virtual('load'))), options)
    expect(again.nodes).toContainEqual({ name: 'load', id: '5555555555555555555' })
  })
})

describe('a workflow that a trigger starts', () => {
  test('is found again by its name', async () => {
    const { client, emulator } = await emulated()
    const flow = triggerWorkflow('on_order').trigger('topic').nodes(virtual('take'))
    const first = await submit(client, flow.id('3333333333333333333'), options)
    expect(first.created).toBe(true)
    const adopting = { ...options, adopt: true }
    expect(await submit(client, flow, adopting)).toMatchObject({ created: false, workflowId: '3333333333333333333' })
    expect(emulator.projects[0]?.workflows).toHaveLength(1)
  })

  test('is updated by its derived id where the service does not list the type', async () => {
    const refusal = { action: 'ListWorkflowDefinitions', status: 400, code: 'InvalidParameter', times: 2 }
    const { client, emulator } = await emulated({ faults: [refusal] })
    const flow = triggerWorkflow('on_order').trigger('topic').nodes(virtual('take'))
    const first = await submit(client, flow, options)
    expect((await submit(client, flow, options)).workflowId).toBe(first.workflowId)
    expect(emulator.projects[0]?.workflows).toHaveLength(1)
  })
})
