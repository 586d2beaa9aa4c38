import { describe, expect, test } from 'vitest'
import { changesOfPart, diffDocumentPair, diffSpecs } from '../../../src/document/compare/spec-diff.ts'
import { indexSpec } from '../../../src/document/index/index-spec.ts'
import { dependsOn, node, same, spec } from './support/small-documents.ts'

describe('a document that is not read to its end', () => {
  const nested = (levels: number, code: string): object => {
    let inner = node('inner', { script: { content: code } })
    for (let at = 0; at < levels; at++) inner = node(`loop${at}`, { 'for-each': { nodes: [inner] } })
    return spec([inner])
  }

  test('is refused, for its end may be another', () => {
    expect(() => diffDocumentPair(nested(200, 'select 1'), nested(200, 'select 2'))).toThrow('document/too-deep')
    expect(diffDocumentPair(nested(50, 'select 1'), nested(50, 'select 2')).nodes.changed).toHaveLength(1)
  })
})

describe('inputs of a node', () => {
  const nodes = [node('a', { output: 'p.a' }), node('b')]
  const withInput = (data: string): object[] => [nodes[0] ?? {}, node('b', { inputs: { nodeOutputs: [{ data }] } })]

  test('are edges too, and none where the dependencies name the same node', () => {
    expect(diffSpecs(spec(withInput('p.a')), spec(nodes)).edges.missing).toEqual([
      { node: 'b', type: 'Normal', upstream: 'a', external: false },
    ])
    const told = [dependsOn('b', { output: 'p.a' })]
    expect(diffSpecs(spec(withInput('p.a'), told), spec(nodes, told))).toEqual(same)
    expect(diffSpecs(spec(nodes, told), spec(withInput('p.a')))).toEqual(same)
  })

  test('that are others are other edges', () => {
    expect(diffSpecs(spec(withInput('p.a')), spec(withInput('p.x'))).edges).toEqual({
      missing: [{ node: 'b', type: 'Normal', upstream: 'a', external: false }],
      extra: [{ node: 'b', type: 'Normal', upstream: 'p.x', external: true }],
    })
  })

  // A dependency has the edge in both documents.
  test.each([
    ['a text in place of the list', 'p.a'],
    ['an input whose string is a list', [{ data: ['p.a'] }]],
    ['an input without a string', [{ isDefault: true }]],
    ['a number', [{ data: 'p.a' }, 7]],
  ])('that name nothing are told of two documents: %s', (_, nodeOutputs) => {
    const edges = [dependsOn('b', { output: 'p.a' })]
    const broken = spec([nodes[0] ?? {}, node('b', { inputs: { nodeOutputs } })], edges)
    const right = spec(withInput('p.a'), edges)
    const paths = (after: object, before: object): readonly (readonly string[])[] =>
      diffDocumentPair(after, before).nodes.changed.map(({ changes }) => changes.map(({ path }) => path))
    expect(paths(broken, right)).toEqual([['/inputs/nodeOutputs']])
    expect(paths(right, broken)).toEqual([['/inputs/nodeOutputs']])
  })
})

describe('edges to a branch', () => {
  const fork = (id: string): object => {
    const arms = ['big', 'small'].map((arm) => ({ data: `${id}_${arm}` }))
    const branches = arms.map((output) => ({ when: output.data, output }))
    return node('fork', { id, branch: { branches }, outputs: { nodeOutputs: arms } })
  }
  const waiting = (id: string, arm: string): object =>
    spec([fork(id), node('b')], [dependsOn('b', { output: `${id}_${arm}` })])

  test('differ by the arm that is waited for', () => {
    expect(diffSpecs(waiting('1', 'big'), waiting('1', 'small')).edges).toEqual({
      missing: [{ node: 'b', type: 'Normal', upstream: 'fork', external: false, arm: 'big' }],
      extra: [{ node: 'b', type: 'Normal', upstream: 'fork', external: false, arm: 'small' }],
    })
  })

  test('are the same whatever id the branch has', () => {
    expect(diffSpecs(waiting('1', 'big'), waiting('2', 'big')).edges).toEqual(same.edges)
  })
})

describe('nodes of one name', () => {
  const loop = (name: string, ...inner: object[]): object => node(name, { 'do-while': { nodes: inner } })
  const twoLoops = (code: string): object =>
    spec([loop('x', node('start', { script: { content: code } })), loop('y', node('start'))])

  test('in different places are each compared with the one in its place', () => {
    const { changed } = diffDocumentPair(twoLoops('select 1'), twoLoops('select 2')).nodes
    expect(changed.map(({ name, changes }) => [name, changes.map(({ path }) => path)])).toEqual([
      ['start', ['/script/content']],
    ])
  })

  test('that stand elsewhere now are told with both places', () => {
    const left = spec([loop('x', node('inner'))])
    const right = spec([loop('x'), node('inner')])
    expect(diffDocumentPair(left, right).nodes).toEqual({
      missing: [],
      extra: [],
      changed: [{ name: 'inner', changes: [{ path: '/metadata/container', expected: 'orders/x', actual: 'orders' }] }],
    })
  })
})

describe('a reference', () => {
  const scripts = (first: string, second: string): object => ({
    kind: 'CycleWorkflow',
    version: '1.1.0',
    spec: {
      variables: [
        { id: first, name: 'one', value: '1' },
        { id: second, name: 'two', value: '2' },
      ],
      nodes: [{ name: 'a', script: { parameters: ['{{Variable.x}}'] } }],
    },
  })
  const changesOf = (after: object, before: object): readonly object[] => diffDocumentPair(after, before).document
  const path = '/spec/nodes/0/script/parameters/0'

  test('to an id that is of something else now, or of nothing, is told', () => {
    expect(changesOf(scripts('x', 'y'), scripts('y', 'x'))).toEqual([{ path, expected: 'one', actual: 'two' }])
    expect(changesOf(scripts('x', 'y'), scripts('z', 'y'))).toEqual([{ path, expected: 'one', actual: undefined }])
    expect(changesOf(scripts('x', 'y'), scripts('x', 'z'))).toEqual([])
  })
})

describe('what an entry of dependencies says beside its edges', () => {
  const noted = (nodeId: string, note: string): object => ({ ...dependsOn(nodeId), metadata: { note } })
  const ofNode = (id: string, nodeId: string, note: string): object => spec([node('a', { id })], [noted(nodeId, note)])
  const ofWorkflow = (id: string, nodeId: string, note: string): object => {
    const workflow = { id, name: 'orders', script: { path: 'orders', runtime: { command: 'WORKFLOW' } } }
    return { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows: [workflow], flow: [noted(nodeId, note)] } }
  }

  test.each([
    ['a node by its id', ofNode, '1', '2'],
    ['a node by a reference in braces', ofNode, '{{1}}', '{{2}}'],
    ['a node by its id and by its name', ofNode, '1', 'a'],
    ['a workflow by its id', ofWorkflow, '1', '2'],
  ])('is compared whatever ids there are: %s', (_, documentOf, first, second) => {
    const changes = (note: string): readonly object[] =>
      diffDocumentPair(documentOf('1', first, 'x'), documentOf('2', second, note)).document
    expect(changes('x')).toEqual([])
    expect(changes('y')).toMatchObject([{ expected: { note: 'x' }, actual: { note: 'y' } }])
  })
})

test('what variables of a flow depend on is compared with what the service has', () => {
  const flow = (output: string): object => {
    const variableDepends = [{ variableName: 'input', depends: [{ variableName: 'data', output }] }]
    return node('texts', {
      paiflow: { nodes: [node('parse')], flow: [{ nodeId: 'parse', depends: [], variableDepends }] },
    })
  }
  const entityOf = (output: string) => indexSpec(spec([flow(output)])).nodes[0]?.entity
  const [expected, actual] = [entityOf('a'), entityOf('b')]
  if (expected === undefined || actual === undefined) throw new Error('no node')
  expect(changesOfPart(expected, expected)).toEqual([])
  expect(changesOfPart(expected, actual).map(({ item }) => item)).toEqual(['b', 'a'])
})
