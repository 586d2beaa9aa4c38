import { branch, external, forEach, join, shell, workflow } from 'flowspec'
import { type GraphVertex, graphOf, order } from 'flowspec/graph'
import { describe, expect, test } from 'vitest'

const name = ({ kind, name: text }: GraphVertex): string => (kind === 'node' ? text : `${kind} ${text}`)
const edgesOf = (document: object): string[] =>
  graphOf(document).edges.map(
    ({ from, to, type }) => `${name(from)} → ${name(to)}${type === 'Normal' ? '' : ` ${type}`}`,
  )

const loop = forEach('each').over('[1,2]').nodes(shell('inside').code('ls'))
const orders = workflow('orders').cron('00 02 00 * * ?').nodes(loop, shell('after').code('ls').after(loop))

describe('nodes and flows', () => {
  test('are named and placed, and know what they stand in', () => {
    const { nodes, flows } = graphOf(orders)
    expect(nodes.map((node) => [node.name, node.command, node.flow.role, node.flow.owner?.name])).toEqual([
      ['each', 'CONTROLLER_TRAVERSE', 'workflow', undefined],
      ['after', 'DIDE_SHELL', 'workflow', undefined],
      ['each_start', 'CONTROLLER_TRAVERSE_START', 'for-each', 'each'],
      ['inside', 'DIDE_SHELL', 'for-each', 'each'],
      ['each_end', 'CONTROLLER_TRAVERSE_END', 'for-each', 'each'],
    ])
    expect(nodes.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4])
    expect(nodes[3]?.path).toBe('/spec/workflows/0/nodes/0/for-each/nodes/1')
    expect(flows.map(({ role, name: text, path }) => [role, text, path])).toEqual([
      ['document', 'orders', '/spec'],
      ['workflow', 'orders', '/spec/workflows/0'],
      ['for-each', 'each', '/spec/workflows/0/nodes/0/for-each'],
    ])
  })

  test.each([
    ['do-while', 'do-while'],
    ['doWhile', 'do-while'],
    ['for-each', 'for-each'],
    ['foreach', 'for-each'],
    ['combined', 'combined'],
    ['subflow', 'subflow'],
    ['paiflow', 'paiflow'],
  ])('inside of %s are of the role %s', (field, role) => {
    const { nodes } = graphOf({ spec: { nodes: [{ id: 'outer', [field]: { nodes: [{ id: 'inner' }] } }] } })
    expect(nodes.map(({ key, flow }) => [key, flow.role])).toEqual([
      ['outer', 'document'],
      ['inner', role],
    ])
  })

  test('are those of loops in loops in loops, whichever kind stands outside', () => {
    const inmost = { id: 'c', 'do-while': { nodes: [{ id: 'd' }] } }
    const { nodes } = graphOf({
      spec: { nodes: [{ id: 'a', 'do-while': { nodes: [{ id: 'b', paiflow: { nodes: [inmost] } }] } }] },
    })
    expect(nodes.map(({ key, flow }) => `${flow.owner?.key} ${key}`).sort()).toEqual([
      'a b',
      'b c',
      'c d',
      'undefined a',
    ])
  })

  test('are those of a loop that stand beside it', () => {
    const beside = orders.build({ loops: 'siblings' })
    const read = (document: object): string[] =>
      graphOf(document).nodes.map(({ key, flow }) => `${flow.owner?.key} ${key}`)
    expect(read(beside).sort()).toEqual(read(orders.build()).sort())
    expect(edgesOf(beside).sort()).toEqual(edgesOf(orders.build()).sort())
  })

  test.each([
    ['a loop over a list', 'CONTROLLER_TRAVERSE', 'for-each'],
    ['a loop with a condition', 'CONTROLLER_CYCLE', 'do-while'],
    ['a combined node', 'COMBINED_NODE', 'combined'],
    ['a node of whatever type', 'ODPS_SQL', 'subflow'],
    ['a node that tells no command', undefined, 'subflow'],
  ])('are those inside of %s that says nothing of a body', (_, command, role) => {
    const inside = { metadata: { container: { type: 'Node', uuid: 'loop' } } }
    const graph = graphOf({
      spec: {
        workflows: [
          {
            name: 'w',
            nodes: [
              { id: 'first' },
              { id: 'b', ...inside },
              { id: 'loop', script: { runtime: { command } } },
              { id: 'e', ...inside },
              { id: 'last' },
            ],
            dependencies: [
              { nodeId: 'loop', depends: [{ nodeId: 'first', type: 'Normal' }] },
              { nodeId: 'e', depends: [{ nodeId: 'b', type: 'Normal' }] },
              { nodeId: 'last', depends: [{ nodeId: 'loop', type: 'Normal' }] },
            ],
          },
        ],
      },
    })
    expect(graph.nodes.map(({ key, flow }) => [key, flow.owner?.key, flow.role])).toEqual([
      ['first', undefined, 'workflow'],
      ['b', 'loop', role],
      ['loop', undefined, 'workflow'],
      ['e', 'loop', role],
      ['last', undefined, 'workflow'],
    ])
    // What comes after a loop waits for its inside, which waits for what the loop comes after.
    expect(order(graph).map(({ key }) => key)).toEqual(['first', 'loop', 'b', 'e', 'last'])
  })

  test('are all there, once, when nodes without a body say of one another or of themselves that they are inside', () => {
    const inside = (id: string, uuid: string): object => ({ id, metadata: { container: { type: 'Node', uuid } } })
    const { nodes } = graphOf({
      spec: { nodes: [inside('a', 'b'), inside('b', 'a'), inside('c', 'c'), inside('d', 'x')] },
    })
    expect(nodes.map(({ key, place }) => [key, place])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 3],
    ])
  })

  test('are all there, once, when loops say of one another that they are inside', () => {
    const inside = (id: string, uuid: string): object => ({
      id,
      metadata: { container: { type: 'Node', uuid } },
      'for-each': { nodes: [{ id: `${id}1` }] },
    })
    const { nodes } = graphOf({ spec: { nodes: [inside('a', 'b'), inside('b', 'a')] } })
    expect(nodes.map(({ key }) => key)).toEqual(['a', 'b', 'a1', 'b1'])
    expect(nodes.map(({ place }) => place)).toEqual([0, 1, 2, 3])
  })

  test('have the command of a script or a number that stands elsewhere', () => {
    const scripts = [{ id: 's', path: 'x', runtime: { command: 'PYODPS3' } }]
    const nodes = [{ id: 'a', script: '{{s}}' }, { id: 'b', script: { runtime: { commandTypeId: 10 } } }, { id: 'c' }]
    const { nodes: found } = graphOf({ spec: { scripts, nodes } })
    expect(found.map(({ command }) => command)).toEqual(['PYODPS3', 'ODPS_SQL', undefined])
  })

  test.each([
    [23, 'DI'],
    [24, 'ODPS_SCRIPT'],
    [221, 'PYODPS'],
    [1221, 'PYODPS3'],
  ])(
    'have for the number %d the command of the reference implementation, not that of a page',
    (commandTypeId, command) => {
      const { nodes } = graphOf({ spec: { nodes: [{ id: 'a', script: { runtime: { commandTypeId } } }] } })
      expect(nodes.map((node) => node.command)).toEqual([command])
    },
  )
})

describe('edges', () => {
  test('lead from what comes first to what comes after, inside and outside of loops', () => {
    expect(edgesOf(orders)).toEqual(['each → after', 'each_start → inside', 'inside → each_end'])
  })

  test('are of the types of the document; those about the node itself lead to it', () => {
    const early = shell('a').afterPrevious('children')
    const late = shell('b').after('a', external('other.out')).afterPrevious('self', early)
    expect(edgesOf(workflow('w').nodes(early, late))).toEqual([
      'a → a CrossCycleDependsOnChildren',
      'a → b',
      'external other.out → b',
      'b → b CrossCycleDependsOnSelf',
      'a → b CrossCycleDependsOnOtherNode',
    ])
  })

  test('lead between workflows by their outputs, those of workflows too', () => {
    const out = (data: string): object => ({ nodeOutputs: [{ data }] })
    const workflows = [
      { name: 'first', nodes: [{ id: 'a', outputs: out('p.a') }], outputs: out('p.first') },
      {
        name: 'second',
        inputs: out('p.first'),
        nodes: [{ id: 'b' }],
        dependencies: [{ nodeId: 'b', depends: [{ output: 'p.a' }, { output: 'p.first' }, { output: 'p.else' }] }],
      },
    ]
    expect(edgesOf({ spec: { workflows } })).toEqual([
      'a → b',
      'flow first → b',
      'external p.else → b',
      'flow first → flow second',
    ])
  })

  test('are inputs too, when no dependency repeats them', () => {
    const nodeOutputs = [{ data: 'p.a' }, { data: 'p.root' }]
    const nodes = [
      { id: 'a', outputs: { nodeOutputs: [{ data: 'p.a' }] } },
      { id: 'b', inputs: { nodeOutputs } },
    ]
    const flow = [{ nodeId: 'b', depends: [{ nodeId: 'a' }] }]
    expect(edgesOf({ spec: { nodes, flow } })).toEqual(['a → b', 'external p.root → b'])
    expect(edgesOf({ spec: { nodes } })).toEqual(['a → b', 'external p.root → b'])
  })

  test('are found through references to outputs', () => {
    const artifacts = { nodeOutputs: [{ id: 'o', data: 'p.a' }] }
    const nodes = [
      { id: 'a', outputs: { nodeOutputs: [{ data: 'p.a' }] } },
      { id: 'b', inputs: { nodeOutputs: ['{{o}}'] } },
    ]
    expect(edgesOf({ spec: { artifacts, nodes, flow: [{ nodeId: 'b', depends: [{ output: '{{o}}' }] }] } })).toEqual([
      'a → b',
    ])
  })

  test.each(['flow', 'dependencies'])('are those of version 1.0.0 and of the spelling %s', (field) => {
    const body = { nodes: [{ id: 'a' }, { id: 'b' }], [field]: [{ nodeId: 'b', depends: [{ nodeId: 'a' }] }] }
    expect(edgesOf({ version: '1.0.0', ...body })).toEqual(['a → b'])
    expect(edgesOf({ version: '2.0.0', spec: body })).toEqual(['a → b'])
  })

  test('from an unknown node come from outside', () => {
    expect(edgesOf({ spec: { nodes: [{ id: 'a' }], flow: [{ nodeId: 'a', depends: [{ nodeId: '700' }] }] } })).toEqual([
      'external 700 → a',
    ])
  })

  test('say the conditions of branches and the arms of joins', () => {
    const route = branch('route').param('n', '1').arm('big', '${n} > 10').arm('small', '${n} <= 10')
    const pack = shell('pack').after(route.case('big'))
    const packed = join('packed').arm('a', pack, { status: ['Success', 'NotRun'] })
    const { edges } = graphOf(workflow('w').nodes(route, pack, packed, shell('end').after(packed)))
    expect(edges.map(({ from, to, when, arm }) => [from.name, to.name, when, arm])).toEqual([
      ['route', 'pack', '${n} > 10', undefined],
      ['pack', 'packed', undefined, { name: 'a', statuses: ['1', '2'] }],
      ['packed', 'end', undefined, undefined],
    ])
  })
})

describe('variables', () => {
  test.each<[string, object]>([
    ['an input', { inputs: { variables: [{ name: 'v', node: { nodeId: 'a' } }] } }],
    ['a parameter', { script: { parameters: [{ referenceVariable: { name: 'v', node: { output: 'p.a' } } }] } }],
    ['the old spelling of a parameter', { script: { parameters: [{ from: { name: 'v', node: { nodeId: 'a' } } }] } }],
    ['a reference', { inputs: { variables: ['{{var}}'] } }],
  ])('are found in %s, once', (_, fields) => {
    const outputs = { nodeOutputs: [{ data: 'p.a' }], variables: [{ id: 'var', name: 'v' }] }
    const { variables } = graphOf({
      spec: {
        nodes: [
          { id: 'a', outputs },
          { id: 'b', ...fields },
        ],
      },
    })
    expect(variables.map(({ from, to, name: text }) => `${from.key} ${text} ${to.key}`)).toEqual(['a v b'])
  })

  test('are found in PAI flows', () => {
    const variableDepends = [{ variableName: 'in', depends: [{ variableName: 'v', nodeId: 'a' }] }]
    const paiflow = { nodes: [{ id: 'a' }, { id: 'b' }], flow: [{ nodeId: 'b', variableDepends }] }
    const { variables } = graphOf({ spec: { nodes: [{ id: 'pai', paiflow }] } })
    expect(variables.map(({ from, to, name: text }) => `${from.key} ${text} ${to.key}`)).toEqual(['a v b'])
  })
})

test('a graph of a graph is the graph, and it is data', () => {
  const graph = graphOf(orders)
  expect(graphOf(graph)).toBe(graph)
  expect(JSON.parse(JSON.stringify(graph))).toEqual(JSON.parse(JSON.stringify(graphOf(orders.build()))))
})

test.each([[{}], [[]], [{ spec: null }], [{ spec: { nodes: 'x', workflows: [1, null] } }]])(
  'of %j is empty',
  (document) => {
    expect(graphOf(document).edges).toEqual([])
    expect(graphOf(document).nodes).toEqual([])
  },
)
