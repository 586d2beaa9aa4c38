import fc from 'fast-check'
import { external, manualWorkflow, odpsSql, projectRoot, virtual, workflow, writeJson } from 'flowspec'
import { pinIds } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { diffSpecs } from '../../src/document/compare/spec-diff.ts'

const start = virtual('start')
const ods = odpsSql('ods').code('select 1').after(start).afterPrevious('self')
const report = odpsSql('report')
  .code('select 2')
  .output('finance.report')
  .after(ods, external('other.x'), projectRoot())
  .afterPrevious('children')
const check = odpsSql('check').code('select 3').after(report).afterPrevious(ods)
const orders = workflow('orders').cron('00 02 00 * * ?').nodes(start, ods, report, check)
const document = orders.build({ project: 'dw' })
const plain = workflow('orders').cron('00 02 00 * * ?').nodes(start, ods).build()

const known = {
  projectId: '10000',
  workflowId: '1000000000000000001',
  nodeIds: new Map([
    ['start', '2000000000000000001'],
    ['ods', '2000000000000000002'],
  ]),
}

describe('pinned ids', () => {
  test('are the ones the service has', () => {
    const pinned = pinIds(plain, known)
    expect(pinned.workflowId).toBe('1000000000000000001')
    expect(Object.fromEntries(pinned.nodeIds)).toEqual({ start: '2000000000000000001', ods: '2000000000000000002' })
    expect(pinned.document).toMatchObject({
      spec: {
        workflows: [
          {
            id: '1000000000000000001',
            name: 'orders',
            outputs: { nodeOutputs: [{ data: '1000000000000000001', refTableName: 'orders' }] },
            nodes: [
              { id: '2000000000000000001', name: 'start', outputs: { nodeOutputs: [{ data: '2000000000000000001' }] } },
              { id: '2000000000000000002', name: 'ods', outputs: { nodeOutputs: [{ data: '2000000000000000002' }] } },
            ],
            dependencies: [
              {
                nodeId: '2000000000000000002',
                depends: [
                  { type: 'Normal', output: '2000000000000000001', refTableName: 'start' },
                  { type: 'CrossCycleDependsOnSelf', output: '2000000000000000002' },
                ],
              },
            ],
          },
        ],
      },
    })
  })

  test('are derived where the service has none: 19 digits, below 2^63, the same each time', () => {
    const first = pinIds(document, { projectId: '10000' })
    const all = [first.workflowId, ...first.nodeIds.values()]
    expect(new Set(all).size).toBe(5)
    for (const id of all) expect(id).toMatch(/^[1-8]\d{18}$/)
    expect(pinIds(document, { projectId: '10000' })).toEqual(first)
    // Written down once: ids must not change from version to version, or workflows would be made anew.
    expect(first.workflowId).toBe('2919769697115116265')
    expect(first.nodeIds.get('start')).toBe('2194403066724931454')
  })

  test('differ from workspace to workspace, from workflow to workflow, and from kind to kind', () => {
    const inOther = workflow('other').cron('00 02 00 * * ?').nodes(start).build()
    const byHand = manualWorkflow('orders').nodes(start).build()
    const ids = [
      pinIds(plain, { projectId: '10000' }).nodeIds.get('start'),
      pinIds(plain, { projectId: '20000' }).nodeIds.get('start'),
      pinIds(inOther, { projectId: '10000' }).nodeIds.get('start'),
      pinIds(byHand, { projectId: '10000' }).nodeIds.get('start'),
      pinIds(byHand, { projectId: '10000' }).workflowId,
      pinIds(plain, { projectId: '10000' }).workflowId,
    ]
    expect(new Set(ids).size).toBe(6)
  })

  test('given by the user stay, unless the service has another for the name', () => {
    const own = workflow('orders').id('5555').cron('00 02 00 * * ?').nodes(start.id('7777'), ods.id('8888')).build()
    expect(pinIds(own, { projectId: '1' })).toMatchObject({ workflowId: '5555' })
    expect(Object.fromEntries(pinIds(own, { projectId: '1' }).nodeIds)).toEqual({ start: '7777', ods: '8888' })
    expect(Object.fromEntries(pinIds(own, known).nodeIds)).toEqual(Object.fromEntries(known.nodeIds))
  })

  test('keep clear of one another', () => {
    const derived = pinIds(plain, { projectId: '1' }).nodeIds.get('ods') ?? ''
    const clash = pinIds(plain, { projectId: '1', nodeIds: new Map([['start', derived]]) })
    expect(clash.nodeIds.get('start')).toBe(derived)
    expect(clash.nodeIds.get('ods')).not.toBe(derived)
  })
})

describe('what is made of ids follows, and nothing else', () => {
  test('outputs of a user and of other workflows stay', () => {
    const text = writeJson(pinIds(document, known).document)
    for (const output of ['finance.report', 'other.x', 'dw_root', 'dw.ods']) expect(text).toContain(`"${output}"`)
    expect(text).not.toContain('"nodeId": "ods"')
  })

  test('other workflows stay, even when their nodes have the same names', () => {
    const [first] = plain.spec.workflows ?? []
    const second = { ...first, name: 'second' }
    const both = { ...plain, spec: { ...plain.spec, workflows: [first, second] } }
    expect(pinIds(both, known).document).toMatchObject({
      spec: { workflows: [{ id: known.workflowId }, second] },
    })
    expect(pinIds(both, known).document).toHaveProperty('spec.workflows.1', second)
  })

  test('code stays, even when it reads like an id', () => {
    const code = workflow('o')
      .cron('00 02 00 * * ?')
      .nodes(virtual('ods'), odpsSql('b').code('ods').after('ods'))
      .build()
    expect(pinIds(code, { projectId: '1' }).document).toMatchObject({
      spec: { workflows: [{ nodes: [{ name: 'ods' }, { script: { content: 'ods', path: 'o/b' } }] }] },
    })
  })

  test('dependencies by name find the node, an id goes first', () => {
    const odd = {
      kind: 'CycleWorkflow',
      version: '1.1.0',
      spec: {
        id: 'x',
        workflows: [
          {
            name: 'w',
            nodes: [
              { id: 'b', name: 'a', outputs: { nodeOutputs: [{ data: 'b' }, { data: 'a' }] } },
              { id: 'c', name: 'b', inputs: { nodeOutputs: [{ data: 'b' }, { nodeId: 'b' }, { data: 'else' }] } },
            ],
            dependencies: [
              { nodeId: 'c', depends: [{ nodeId: 'b' }, { nodeId: 'a' }, { output: 'a' }, { output: 'else' }] },
            ],
          },
        ],
      },
    }
    const nodeIds = new Map([
      ['a', '11'],
      ['b', '22'],
    ])
    expect(pinIds(odd, { projectId: '1', workflowId: '9', nodeIds }).document).toMatchObject({
      spec: {
        id: '9',
        workflows: [
          {
            id: '9',
            nodes: [
              { id: '11', outputs: { nodeOutputs: [{ data: '11' }, { data: '11' }] } },
              { id: '22', inputs: { nodeOutputs: [{ data: '11' }, { nodeId: '11' }, { data: 'else' }] } },
            ],
            dependencies: [
              { nodeId: '22', depends: [{ nodeId: '11' }, { nodeId: '11' }, { output: '11' }, { output: 'else' }] },
            ],
          },
        ],
      },
    })
  })

  test('outputs under the old name of their group follow', () => {
    const old = { name: 'a', outputs: { outputs: [{ data: 'a' }] } }
    const pinned = pinIds(
      { spec: { workflows: [{ name: 'w', nodes: [old] }] } },
      { ...known, nodeIds: new Map([['a', '11']]) },
    )
    expect(pinned.document).toMatchObject({
      spec: { workflows: [{ nodes: [{ outputs: { outputs: [{ data: '11' }] } }] }] },
    })
    expect(pinned.document).not.toHaveProperty('spec.workflows.0.nodes.0.outputs.nodeOutputs')
  })

  test('references in braces and arms of a join follow', () => {
    const joined = {
      name: 'w',
      nodes: [{ name: 'start' }, { name: 'ods', join: { branches: [{ name: 'b1', nodeId: 'start' }] } }],
      dependencies: [{ nodeId: '{{ods}}', depends: [{ nodeId: '{{start}}' }, { nodeId: '{{nodes.start}}' }] }],
    }
    const [start, ods] = ['2000000000000000001', '2000000000000000002']
    expect(pinIds({ spec: { workflows: [joined] } }, known).document).toMatchObject({
      spec: {
        workflows: [
          {
            nodes: [{}, { join: { branches: [{ name: 'b1', nodeId: start }] } }],
            dependencies: [{ nodeId: ods, depends: [{ nodeId: start }, { nodeId: start }] }],
          },
        ],
      },
    })
  })

  test('variables handed on between nodes follow', () => {
    const variable = (type: string, value: string): object => ({
      name: 'v',
      scope: 'NodeContext',
      type,
      value,
      node: { output: 'start' },
    })
    const inputs = {
      variables: [
        variable('NodeOutput', 'start:v'),
        variable('PassThrough', 'start:v'),
        variable('Constant', 'start:v'),
      ],
    }
    const withVariables = workflow('orders')
      .cron('00 02 00 * * ?')
      .nodes(start, odpsSql('b').code('x').extra({ inputs }))
      .build()
    const { document: pinned, nodeIds } = pinIds(withVariables, known)
    const id = nodeIds.get('start')
    expect(pinned).toMatchObject({
      spec: {
        workflows: [
          {
            nodes: [
              {},
              {
                inputs: {
                  variables: [{ value: `${id}:v`, node: { output: id } }, { value: `${id}:v` }, { value: 'start:v' }],
                },
              },
            ],
          },
        ],
      },
    })
  })

  test('fields this library does not know are kept', () => {
    const extra = workflow('w')
      .cron('00 02 00 * * ?')
      .nodes(start.extra({ future: { id: 'start' } }))
      .build()
    expect(pinIds(extra, known).document).toMatchObject({
      spec: { workflows: [{ nodes: [{ future: { id: 'start' } }] }] },
    })
  })
})

describe('pinning', () => {
  test('leaves the document as it was', () => {
    const before = writeJson(document)
    pinIds(document, known)
    expect(writeJson(document)).toBe(before)
  })

  test('twice is as good as once', () => {
    const once = pinIds(document, { projectId: '10000' })
    expect(pinIds(once.document, { projectId: '10000' })).toEqual(once)
  })

  test('refuses a document without a workflow', () => {
    expect(() => pinIds({ kind: 'CycleWorkflow', spec: {} }, known)).toThrow('has no workflow')
  })

  test('refuses a document that contains itself', () => {
    const node: Record<string, unknown> = { name: 'a' }
    node['for-each'] = { nodes: [node] }
    expect(() => pinIds({ spec: { workflows: [{ name: 'w', nodes: [node] }] } }, known)).toThrow('contains itself')
  })

  test('keeps a field named __proto__', () => {
    const odd: unknown = JSON.parse('{"spec":{"workflows":[{"name":"w","__proto__":{"a":1}}]}}')
    const text = writeJson(pinIds(Object(odd), known).document)
    expect(text).toContain('"__proto__"')
  })

  test('shares what does not change', () => {
    const { document: pinned } = pinIds(document, known)
    const nodes = (of: object) => Object(of).spec.workflows[0].nodes
    expect(nodes(pinned)[1].script).toBe(nodes(document)[1].script)
    expect(nodes(pinIds(pinned, known).document)).toBe(nodes(pinned))
  })

  test('changes no edge and no node of any workflow', () => {
    const graph = fc.array(fc.nat(30), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(graph, (upstream) => {
        const nodes = upstream.map((from, at) => (from < at ? virtual(`n${at}`).after(`n${from}`) : virtual(`n${at}`)))
        const built = workflow('w').cron('00 02 00 * * ?').nodeList(nodes).build()
        expect(diffSpecs(built, pinIds(built, { projectId: '1' }).document)).toEqual(diffSpecs(built, built))
      }),
    )
  })
})
