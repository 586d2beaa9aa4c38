import { checkSpec } from 'flowspec'
import { cycles, graphOf, order, toDot, toMermaid } from 'flowspec/graph'
import { describe, expect, it } from 'vitest'

const flowOf = (id: string, nodes: readonly string[]): object => ({
  id,
  name: `flow ${id}`,
  outputs: { nodeOutputs: [{ data: `p.${id}` }] },
  nodes: nodes.map((name) => ({ id: name, name, outputs: { nodeOutputs: [{ data: `p.${name}` }] } })),
})

/** What a workflow itself depends on stands in the body, as in SpecUtilTest of the reference implementation. */
const documentOf = (entries: Readonly<Record<string, readonly object[]>>, spelling = 'flow'): object => ({
  kind: 'CycleWorkflow',
  spec: {
    workflows: [flowOf('1', ['a', 'b']), flowOf('2', ['c'])],
    [spelling]: Object.entries(entries).map(([nodeId, depends]) => ({ nodeId, depends })),
  },
})

const edgesOf = (document: object): readonly string[] =>
  graphOf(document).edges.map(({ from, to, type }) => `${from.kind} ${from.name} → ${to.kind} ${to.name} ${type}`)

describe('what a workflow itself depends on, in the graph', () => {
  it.each<[string, object, string]>([
    ['a workflow by id', { nodeId: '2' }, 'flow flow 2 → flow flow 1 Normal'],
    ['a workflow by a reference', { nodeId: '{{2}}' }, 'flow flow 2 → flow flow 1 Normal'],
    ['a workflow by output', { output: 'p.2' }, 'flow flow 2 → flow flow 1 Normal'],
    ['a node of another workflow', { output: 'p.c' }, 'node c → flow flow 1 Normal'],
    ['an output from outside', { output: 'q.x' }, 'external q.x → flow flow 1 Normal'],
    [
      'its own previous cycle',
      { type: 'CrossCycleDependsOnSelf' },
      'flow flow 1 → flow flow 1 CrossCycleDependsOnSelf',
    ],
  ])('leads from %s', (_, depend, edge) => {
    expect(edgesOf(documentOf({ 1: [depend] }))).toEqual([edge])
    expect(edgesOf(documentOf({ 1: [depend] }, 'dependencies'))).toEqual([edge])
  })

  it('keeps an edge of a workflow and one of a node that has its name apart', () => {
    const workflows = [{ name: 'w', nodes: [{ id: 'w', name: 'w' }] }]
    const document = { spec: { workflows, flow: [{ nodeId: 'w', depends: [{ output: 'q.x' }] }] } }
    expect(edgesOf(document)).toEqual(['external q.x → flow w Normal'])
  })

  it('puts its nodes after all it waits for', () => {
    expect(order(documentOf({})).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
    expect(order(documentOf({ 1: [{ nodeId: '2' }] })).map(({ key }) => key)).toEqual(['c', 'a', 'b'])
    expect(order(documentOf({ 1: [{ output: 'p.c' }] })).map(({ key }) => key)).toEqual(['c', 'a', 'b'])
  })

  it('is a cycle where workflows wait for one another', () => {
    const document = documentOf({ 1: [{ nodeId: '2' }], 2: [{ nodeId: '1' }] })
    expect(cycles(document).map((members) => members.map(({ name }) => name))).toEqual([['flow 1', 'flow 2']])
    const text = 'These wait for one another: flow 1 → flow 2 → flow 1.'
    expect(() => order(document)).toThrow(text)
    expect(checkSpec(document).filter(({ rule }) => rule === 'graph/cycle')).toMatchObject([{ message: text }])
  })

  it('is drawn', () => {
    const document = documentOf({ 1: [{ nodeId: '2' }, { output: 'q.x' }] })
    expect(toMermaid(document)).toBe(`flowchart LR
  subgraph w1 ["flow 1"]
    direction LR
    n0["a"]
    n1["b"]
  end
  subgraph w2 ["flow 2"]
    direction LR
    n2["c"]
  end
  e0(["q#46;x"])
  w2 --> w1
  e0 --> w1
`)
    expect(toDot(document)).toContain('w2 -> w1')
  })
})
