import { type AnyNode, combined, doWhile, forEach, fromSpec } from 'flowspec'
import { deriveDependencies } from 'flowspec/sql'
import { describe, expect, test } from 'vitest'
import { edges, flow, ods, sql } from './support/flows.ts'

describe('inside of loops', () => {
  const rounds = (name: string, ...nodes: readonly AnyNode[]) =>
    doWhile(name)
      .nodes(...nodes)
      .while('return False', { language: 'python2' })
  const first = sql('first', 'insert into a select 1')
  const second = sql('second', 'insert into b select * from a')
  const third = sql('third', 'insert into c select * from b join ods_orders')
  const bodies: readonly (readonly [string, AnyNode, readonly string[]])[] = [
    ['a for-each loop', forEach('loop').over('[1]').nodes(third, first, second), ['loop']],
    ['a do-while loop', rounds('loop', third, first, second), ['loop']],
    ['a combined node', combined('loop').nodes(third, first, second), ['loop']],
    ['a loop in a loop', rounds('outer', forEach('loop').over('[1]').nodes(third, first, second)), ['outer']],
  ]
  const wanted = (found: readonly string[]): readonly string[] =>
    found.filter((edge) => !/_(start|end)\b/.test(edge) && edge.includes('>'))

  test.each(bodies)('of %s each edge is where both nodes are', (_, loop, [outer = '']) => {
    const given = flow(ods, loop)
    const expected = ['first > second', `ods > ${outer}`, 'second > third']
    const { builder, left, added } = deriveDependencies(given)
    expect(wanted(edges(builder))).toEqual(expected)
    expect(left).toEqual([])
    expect(added.map(({ node: reader, upstream }) => [reader, upstream])).toEqual([
      ['third', 'second'],
      ['third', 'ods'],
      ['second', 'first'],
    ])
    expect(wanted(edges(given))).toEqual([])
    expect(deriveDependencies(builder).added).toEqual([])
    const read = deriveDependencies(fromSpec(given.build())).builder
    expect(wanted(edges(read))).toEqual(expected)
  })

  test('of a body that was read and got more nodes', () => {
    const read = fromSpec(flow(forEach('loop').over('[1]').nodes(first, second)).build())
    const loop = read.workflow().node('loop', 'forEach').nodes(third)
    expect(wanted(edges(deriveDependencies(read.with(loop)).builder))).toEqual(['first > second', 'second > third'])
  })

  test('what is outside of the documents, and the cycle before, the outermost waits for', () => {
    const own = sql('own', 'insert overwrite table t select * from t join outside')
    const loop = rounds('outer', forEach('loop').over('[1]').nodes(own))
    const { builder, added, left } = deriveDependencies(flow(loop), {
      ...{ unknown: 'external', self: 'previous', project: 'retail' },
    })
    expect(wanted(edges(builder))).toEqual(['outer > outer CrossCycleDependsOnSelf', 'retail.outside > outer'])
    expect(added.map(({ upstream, kind }) => [upstream, kind])).toEqual([
      ['outer', 'self'],
      ['retail.outside', 'external'],
    ])
    expect(left).toEqual([])
    expect(deriveDependencies(builder, { unknown: 'external', self: 'previous', project: 'retail' }).added).toEqual([])
  })
})
