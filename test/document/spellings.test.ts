import { checkSpec } from 'flowspec'
import { describe, expect, it } from 'vitest'
import { indexSpec } from '../../src/document/index/index-spec.ts'

const outputs = (data: string) => ({ nodeOutputs: [{ data, artifactType: 'NodeOutput' }] })

const node = (name: string, more: object = {}) => ({
  id: name,
  name,
  script: { path: name, runtime: { command: 'VIRTUAL' } },
  outputs: outputs(`own.${name}`),
  ...more,
})
/** A node without a command of its own, so that any control structure may be its. */
const container = (inside: object) =>
  node('loop', { script: { path: 'loop', runtime: { commandTypeId: 1103 } }, ...inside })
const comesAfter = (nodeId: string, upstream: string) => ({ nodeId, depends: [{ type: 'Normal', nodeId: upstream }] })
const body = (spec: object) => ({ kind: 'Node', version: '1.1.0', spec })

const rulesOf = (document: unknown): string[] => checkSpec(document).map(({ rule, path }) => `${rule} ${path}`)

describe('the nodes inside a control structure are nodes', () => {
  const containers: readonly (readonly [string, (nodes: object[], flow: object[]) => object])[] = [
    ['do-while', (nodes, flow) => ({ 'do-while': { nodes, flow } })],
    ['doWhile', (nodes, flow) => ({ doWhile: { nodes, flow } })],
    ['for-each', (nodes, flow) => ({ 'for-each': { nodes, flow } })],
    ['foreach', (nodes, flow) => ({ foreach: { nodes, flow } })],
    ['combined', (nodes, flow) => ({ combined: { nodes, dependencies: flow } })],
    ['subflow', (nodes, flow) => ({ subflow: { nodes, flow } })],
    ['paiflow', (nodes, flow) => ({ paiflow: { nodes, flow } })],
  ]

  it.each(containers)('of %s: unknown nodes, circles and duplicates are found', (field, holding) => {
    const inside = holding(
      [node('a'), node('b'), node('b')],
      [comesAfter('a', 'b'), comesAfter('b', 'a'), comesAfter('b', 'nowhere')],
    )
    const edges = field === 'combined' ? 'dependencies' : 'flow'
    expect(rulesOf(body({ nodes: [container(inside)] }))).toEqual([
      `graph/cycle /spec/nodes/0/${field}/${edges}/0/depends/0`,
      `reference/unknown-node /spec/nodes/0/${field}/${edges}/2/depends/0/nodeId`,
      `name/duplicate-node /spec/nodes/0/${field}/nodes/2/name`,
    ])
  })

  it('includes the end node of a do-while, in both spellings', () => {
    for (const spelling of ['while', 'specWhile']) {
      const loop = { nodes: [node('a')], [spelling]: node('end'), flow: [comesAfter('end', 'a')] }
      const document = body({ nodes: [container({ 'do-while': loop })] })
      expect(rulesOf(document)).toEqual([])
      expect(indexSpec(document).nodes.map(({ name }) => name)).toEqual(['loop', 'a', 'end'])
    }
  })
})

describe('old spellings', () => {
  it.each(['outputs', 'output', 'nodeOutput'])(
    '%s is read as nodeOutputs, and its place is as it is spelled',
    (group) => {
      const first = node('a', { outputs: { [group]: [{ data: 'p.a', artifactType: 'NodeOutput' }] } })
      const second = node('b', { outputs: outputs('p.a') })
      const document = body({ nodes: [first, second], flow: [{ nodeId: 'b', depends: [{ output: 'p.a' }] }] })
      expect(rulesOf(document)).toEqual(['name/duplicate-output /spec/nodes/1/outputs/nodeOutputs/0/data'])
      const [output] = indexSpec(document).outputs.first.values()
      expect(output?.node?.name).toBe('a')
    },
  )

  it('a document of version 1.0.0 has no spec', () => {
    const document = {
      kind: 'CycleWorkflow',
      version: '1.0.0',
      nodes: [node('a'), node('b')],
      flow: [comesAfter('b', 'c')],
    }
    expect(rulesOf(document)).toEqual(['reference/unknown-node /flow/0/depends/0/nodeId'])
    expect(rulesOf({ ...document, flow: [comesAfter('b', 'a')], nodez: [] })).toEqual(['schema/unknown-field /nodez'])
  })

  it('a document with neither spec nor anything a body is made of lacks its spec', () => {
    expect(rulesOf({ kind: 'Node', version: '1.1.0' })).toEqual(['schema/missing-field '])
  })
})

describe('references', () => {
  it('in dependencies are resolved by id, in braces or without', () => {
    const flow = [
      { nodeId: '{{b}}', depends: [{ nodeId: '{{nodes.a}}' }] },
      { nodeId: 'c', depends: [{ output: '{{artifacts.out_b}}' }] },
    ]
    const named = { outputs: { nodeOutputs: [{ id: 'out_b', data: 'p.b', artifactType: 'NodeOutput' }] } }
    const document = body({ nodes: [node('a'), node('b', named), node('c')], flow })
    expect(rulesOf(document)).toEqual([])
    expect(indexSpec(document).edges.map((edge) => [edge.node?.name, edge.upstream?.name])).toEqual([
      ['b', 'a'],
      ['c', 'b'],
    ])
  })
})
