import { type AnyNode, combined, doWhile, forEach, odpsSql, virtual, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'
import { indexSpec } from '../../src/document/index/index-spec.ts'
import type { SpecIndex } from '../../src/document/index/spec-index.ts'

const poll = doWhile('poll').nodes(virtual('ask')).while('print(True)', { language: 'python2' })
const each = forEach('each').over('a,b').nodes(virtual('load'), poll.after('load'))
const nodes: readonly AnyNode[] = [virtual('first'), each.after('first'), virtual('last').after('each')]
const build = (list: readonly AnyNode[], loops: 'nested' | 'siblings') =>
  workflow('w').cron('00 02 00 * * ?').nodeList(list).build({ loops })

/** Each node with the loop it is inside of, and each dependency by names. */
function bodies(index: SpecIndex): readonly string[] {
  const holders = index.nodes.map(({ name, flow }) => `${name} in ${String(flow.entity.parent?.value['name'])}`)
  const edges = index.edges.map(({ node, upstream }) => `${node?.name} after ${upstream?.name}`)
  return [...holders, ...edges].sort()
}

describe('the index of a workflow with loops', () => {
  it('reads bodies beside the loops as it reads those inside', () => {
    const nested = indexSpec(build(nodes, 'nested'))
    const siblings = indexSpec(build(nodes, 'siblings'))
    expect(bodies(siblings)).toEqual(bodies(nested))
    expect(bodies(siblings)).toContain('ask in poll')
    for (const { entity, nodes: inside } of siblings.flows) {
      if (entity.name !== 'DoWhile') continue
      expect(inside.map(({ name }) => name)).toEqual(['poll_start', 'ask', 'poll_end'])
    }
  })

  it('leaves a node alone whose container is a workflow, itself, no loop, or not there', () => {
    const held = (type: string, uuid: unknown) => virtual('v').extra({ metadata: { container: { type, uuid } } })
    const others = [virtual('plain'), combined('c').nodes(virtual('x')), each]
    for (const node of [held('Flow', 'each'), held('Node', 'v'), held('Node', 'plain'), held('Node', 'gone')]) {
      const index = indexSpec(build([...others, node], 'nested'))
      expect(index.nodesByName.first.get('v')?.flow.entity.name).toBe('Workflow')
    }
    const odd = indexSpec(
      workflow('w')
        .nodeList([virtual('v').extra({ metadata: 'text' }), held('Node', 7)])
        .toJSON(),
    )
    expect(odd.nodes.map(({ flow }) => flow.entity.name)).toEqual(['Workflow', 'Workflow'])
  })

  it('leaves a loop alone that says it is inside itself', () => {
    const own = { metadata: { container: { type: 'Node', uuid: 'each' } } }
    const index = indexSpec(build([each.extra(own)], 'nested'))
    const loop = index.nodesByName.first.get('each')
    expect(loop?.flow.entity.name).toBe('Workflow')
    expect(index.flows.filter(({ nodes: inside }) => loop !== undefined && inside.includes(loop))).toHaveLength(1)
  })

  it('has a node once that stands in a loop and also says so', () => {
    const inside = virtual('load').extra({ metadata: { container: { type: 'Node', uuid: 'each' } } })
    const index = indexSpec(build([forEach('each').over('a,b').nodes(inside)], 'nested'))
    const body = index.flows.find(({ entity }) => entity.name === 'ForEach')
    expect(body?.nodes.map(({ name }) => name)).toEqual(['each_start', 'load', 'each_end'])
  })

  it('sees the same faults in both forms', () => {
    const write = (name: string) => odpsSql(name).code('select 1').writes('odps.p.t')
    const inside = forEach('each').over('a').nodes(odpsSql('read').code('select 1').reads('odps.p.t'))
    const rulesOf = (list: readonly AnyNode[], loops: 'nested' | 'siblings') =>
      workflow('w')
        .cron('00 02 00 * * ?')
        .nodeList(list)
        .check({ loops })
        .map(({ rule }) => rule)
        .sort()
    for (const list of [
      [write('write'), inside.after('write')],
      [forEach('each').over('a').nodes(write('one'), write('two'))],
    ]) {
      expect(rulesOf(list, 'siblings')).toEqual(rulesOf(list, 'nested'))
    }
  })
})
