import { describe, expect, test } from 'vitest'
import { pointerOf } from '../../src/document/index/entity.ts'
import { indexSpec } from '../../src/document/index/index-spec.ts'
import type { NodeEntry } from '../../src/document/index/spec-index.ts'

interface Flow {
  readonly name?: string
  readonly nodes?: readonly object[]
  readonly dependencies?: readonly object[]
  readonly flow?: readonly object[]
  readonly outputs?: object
}

const workflows = (...all: readonly Flow[]): object => ({
  kind: 'CycleWorkflow',
  version: '1.1.0',
  spec: { workflows: all },
})
const offering = (...data: readonly unknown[]): object => ({ nodeOutputs: data.map((each) => ({ data: each })) })
const dependsOn = (nodeId: unknown, ...depends: readonly object[]): object => ({ nodeId, depends })
const place = (node: NodeEntry | undefined): string | undefined =>
  node === undefined ? undefined : pointerOf(node.entity)

/** The ends of every dependency, by the names of the nodes. */
function ends(document: object): (readonly [string | undefined, string | undefined, string])[] {
  return indexSpec(document).edges.map(({ node, upstream, type }) => [node?.name, upstream?.name, type])
}

describe('nodes', () => {
  const a = { id: '1', name: 'a' }
  const b = { name: 'b' }
  const index = indexSpec({
    spec: { nodes: [b], workflows: [{ nodes: [a, b] }, { nodes: [{ id: '1', name: 'c' }, {}] }] },
  })

  test('are called by their id, else by their name', () => {
    expect(index.nodes.map(({ place: at, key, id, name }) => [at, key, id, name])).toEqual([
      [0, 'b', undefined, 'b'],
      [1, '1', '1', 'a'],
      [2, 'b', undefined, 'b'],
      [3, '1', '1', 'c'],
      [4, '', undefined, undefined],
    ])
  })

  test('stand in the body of the document or in a workflow', () => {
    expect(index.flows.map(({ entity, nodes }) => [pointerOf(entity), nodes.length])).toEqual([
      ['/spec', 1],
      ['/spec/workflows/0', 2],
      ['/spec/workflows/1', 2],
    ])
    for (const flow of index.flows) for (const node of flow.nodes) expect(node.flow).toBe(flow)
  })

  test('are found by key and by name, the first one of each', () => {
    expect(place(index.nodesByKey.first.get('1'))).toBe('/spec/workflows/0/nodes/0')
    expect(place(index.nodesByName.first.get('b'))).toBe('/spec/nodes/0')
    expect(index.nodesByName.first.has('1')).toBe(false)
    const repeated = (found: typeof index.nodesByKey): unknown[] =>
      found.repeated.map(({ key, first, other }) => [key, place(first), place(other)])
    expect(repeated(index.nodesByKey)).toEqual([
      ['b', '/spec/nodes/0', '/spec/workflows/0/nodes/1'],
      ['1', '/spec/workflows/0/nodes/0', '/spec/workflows/1/nodes/0'],
    ])
    expect(repeated(index.nodesByName)).toEqual([['b', '/spec/nodes/0', '/spec/workflows/0/nodes/1']])
  })

  test('whose id or name is no text have none', () => {
    const [node] = indexSpec(workflows({ nodes: [{ id: 5, name: ['n'] }] })).nodes
    expect([node?.id, node?.name, node?.key]).toEqual([undefined, undefined, ''])
  })
})

describe('outputs', () => {
  const document = workflows({
    name: 'w',
    outputs: offering('w_out', 'shared'),
    nodes: [
      { name: 'a', outputs: offering('a_out', 5, null, 'shared'), inputs: offering('input') },
      { name: 'b', outputs: offering('a_out') },
    ],
  })
  const { outputs } = indexSpec(document)

  test('are those of nodes and of workflows', () => {
    expect([...outputs.first.keys()].sort()).toEqual(['a_out', 'shared', 'w_out'])
    const output = outputs.first.get('a_out')
    expect(output?.node?.name).toBe('a')
    expect(output === undefined ? '' : pointerOf(output.entity)).toBe('/spec/workflows/0/nodes/0/outputs/nodeOutputs/0')
    expect(output === undefined ? '' : pointerOf(output.owner)).toBe('/spec/workflows/0/nodes/0')
    const ofWorkflow = outputs.first.get('w_out')
    expect(ofWorkflow?.node).toBeUndefined()
    expect(ofWorkflow === undefined ? '' : pointerOf(ofWorkflow.owner)).toBe('/spec/workflows/0')
  })

  test('that come again are known with the first one', () => {
    expect(
      outputs.repeated.map(({ key, first, other }) => [key, pointerOf(first.owner), pointerOf(other.owner)]),
    ).toEqual([
      ['a_out', '/spec/workflows/0/nodes/0', '/spec/workflows/0/nodes/1'],
      ['shared', '/spec/workflows/0/nodes/0', '/spec/workflows/0'],
    ])
  })
})

describe('a dependency', () => {
  const nodes = [
    { id: '1', name: 'a', outputs: offering('a_out') },
    { id: '2', name: 'b', outputs: offering('b_out') },
    { name: 'c', outputs: offering('c_out') },
  ]

  test.each<[string, object, string | undefined, string]>([
    ['an id', { type: 'Normal', nodeId: '2' }, 'b', 'Normal'],
    ['the name of a node without id', { type: 'Normal', nodeId: 'c' }, 'c', 'Normal'],
    ['the name of a node with an id', { type: 'Normal', nodeId: 'b' }, undefined, 'Normal'],
    ['an output', { type: 'Normal', output: 'b_out' }, 'b', 'Normal'],
    ['an id and the output of another node, of which the id counts', { nodeId: '2', output: 'c_out' }, 'b', 'Normal'],
    ['a wrong id and an output', { nodeId: '9', output: 'c_out' }, 'c', 'Normal'],
    ['an output of the workflow', { output: 'w_out' }, undefined, 'Normal'],
    ['an output nobody offers', { output: 'x' }, undefined, 'Normal'],
    ['nothing', {}, undefined, 'Normal'],
    ['null', { type: null, nodeId: null, output: 'b_out' }, 'b', 'Normal'],
    [
      'the previous cycle of a node',
      { type: 'CrossCycleDependsOnOtherNode', nodeId: '2' },
      'b',
      'CrossCycleDependsOnOtherNode',
    ],
    ['its own previous cycle', { type: 'CrossCycleDependsOnSelf' }, 'a', 'CrossCycleDependsOnSelf'],
    [
      'its own previous cycle, whatever else it names',
      { type: 'CrossCycleDependsOnSelf', nodeId: '2' },
      'a',
      'CrossCycleDependsOnSelf',
    ],
    ['a type that is no text', { type: 5, nodeId: '2' }, 'b', ''],
  ])('on %s', (_, depend, upstream, type) => {
    const document = workflows({ nodes, outputs: offering('w_out'), dependencies: [dependsOn('1', depend)] })
    expect(ends(document)).toEqual([['a', upstream, type]])
  })

  test.each([['9'], [null], [5]])('of nobody (%j) has an upstream all the same', (nodeId) => {
    expect(ends(workflows({ nodes, dependencies: [dependsOn(nodeId, { nodeId: '2' })] }))).toEqual([
      [undefined, 'b', 'Normal'],
    ])
  })

  test('knows its place and its flow', () => {
    const index = indexSpec(
      workflows({ nodes, dependencies: [dependsOn('1'), dependsOn('2', { nodeId: '1' }, { nodeId: 'c' })] }),
    )
    expect(index.edges.map(({ entity, flow }) => [pointerOf(entity), pointerOf(flow.entity)])).toEqual([
      ['/spec/workflows/0/dependencies/1/depends/0', '/spec/workflows/0'],
      ['/spec/workflows/0/dependencies/1/depends/1', '/spec/workflows/0'],
    ])
    expect(index.flows.map(({ dependencies }) => dependencies.length)).toEqual([0, 2])
  })

  test('means the node of its own workflow where several have that id', () => {
    const flow = (name: string): Flow => ({
      nodes: [
        { id: 'x', name: `${name}_x` },
        { id: 'y', name: `${name}_y` },
        { id: 'x', name: `${name}_again` },
      ],
      dependencies: [dependsOn('y', { nodeId: 'x' }, { nodeId: 'z' })],
    })
    const last = { nodes: [{ id: 'z', name: 'z' }], dependencies: [dependsOn('z', { nodeId: 'x' })] }
    expect(ends(workflows(flow('one'), flow('two'), last)).map(([node, upstream]) => [node, upstream])).toEqual([
      ['one_y', 'one_x'],
      ['one_y', 'z'],
      ['two_y', 'two_x'],
      ['two_y', 'z'],
      ['z', 'one_x'],
    ])
  })

  test('between nodes outside of workflows is spelt flow or dependencies', () => {
    const spec = { nodes, flow: [dependsOn('1', { nodeId: '2' })] }
    expect(ends({ spec })).toEqual([['a', 'b', 'Normal']])
    expect(ends({ spec: { ...spec, dependencies: [] } })).toEqual([['a', 'b', 'Normal']])
    expect(ends({ spec: { ...spec, dependencies: [dependsOn('2', { nodeId: 'c' })] } })).toEqual([['b', 'c', 'Normal']])
  })

  // "Workflow edges: `dependencies` (reads `flow`)", where that has no entries: the parser of the reference implementation.
  test('in a workflow is spelt flow where there are no dependencies', () => {
    const flow = [dependsOn('1', { nodeId: '2' })]
    const other = [dependsOn('2', { nodeId: '1' })]
    expect(ends(workflows({ nodes, flow }))).toEqual([['a', 'b', 'Normal']])
    expect(ends(workflows({ nodes, flow, dependencies: [] }))).toEqual([['a', 'b', 'Normal']])
    expect(ends(workflows({ nodes, flow, dependencies: other }))).toEqual([['b', 'a', 'Normal']])
  })

  test('of a list of what is no object is none', () => {
    const odd = {
      spec: { nodes: 'n', workflows: [5, { nodes: [null, 'x'], dependencies: [7, { depends: ['y', []] }] }] },
    }
    const index = indexSpec(odd)
    expect(index.edges).toEqual([])
    expect(index.nodes).toEqual([])
    expect(index.flows).toHaveLength(2)
  })
})

test('a value that is no document has nothing but the fault', () => {
  const index = indexSpec('text')
  expect(index.document).toBe('text')
  expect(index.faults.map(({ rule }) => rule)).toEqual(['document/not-json'])
  expect([index.nodes, index.flows, index.edges, index.faulty, index.entitiesOf('Document')]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ])
})

describe('an entity that a text refers to', () => {
  const script = (content: string, id?: unknown) => ({ path: 'p', content, id })
  const nodes = [
    { name: 'a', script: script('inner', 's2') },
    { name: 'b', script: '{{Script.s1}}' },
  ]
  const scripts = [script('first', 's1'), script('none'), script('number', 7), script('last', 's1')]
  const index = indexSpec({ kind: 'CycleWorkflow', version: '1.1.0', spec: { scripts, nodes } })
  const found = (reference: string, name: 'Script' | 'Trigger' = 'Script') =>
    index.entityById(name, reference)?.value['content']

  test('is the last that has the id, wherever it stands', () => {
    expect(['s1', '{{s1}}', '{{Script.s1}}', 's2'].map((text) => found(text))).toEqual([
      'last',
      'last',
      'last',
      'inner',
    ])
  })

  test('is none for other texts, and for entities of another name', () => {
    expect(['s3', '', '7', '{{}}', '{{a.b.s1}}'].map((text) => found(text))).toEqual(new Array(5).fill(undefined))
    expect(found('s1', 'Trigger')).toBeUndefined()
  })
})

describe('nesting', () => {
  /** A document whose innermost entity stands so deep, the document itself at 0. */
  function nested(depth: number): object {
    let variable: object = { name: 'v' }
    for (let at = 2; at < depth; at++) variable = { name: 'v', referenceVariable: variable }
    return { kind: 'CycleWorkflow', version: '1.1.0', spec: { variables: [variable] } }
  }

  test('is followed 256 entities deep', () => {
    const index = indexSpec(nested(256))
    expect(index.faults).toEqual([])
    expect(index.entitiesOf('Variable')).toHaveLength(255)
  })

  test('is told where it goes deeper, and not followed', () => {
    const { faults } = indexSpec(nested(400))
    const path = `/spec/variables/0${'/referenceVariable'.repeat(255)}`
    expect(faults).toMatchObject([{ rule: 'document/too-deep', path }])
  })
})
