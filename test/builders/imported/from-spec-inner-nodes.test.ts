import { doWhile, forEach, fromSpec, type SpecBuilder, shell, workflow } from 'flowspec'
import { describe, expect, test } from 'vitest'

const ls = (name: string) => shell(name).code('ls')
const flow = workflow('w')
  .cron('00 02 00 * * ?')
  .nodes(
    forEach('each_region').over('1,2').maxIterations(2).nodes(ls('dwd_orders')),
    doWhile('poll').maxIterations(2).nodes(ls('ask')).while('print(False)', { language: 'python2' }),
    ls('z').after('each_region'),
  )
const names = (nodes: readonly { readonly name: string }[]): readonly string[] => nodes.map(({ name }) => name)

describe.each(['nested', 'siblings'] as const)('a body that is written %s', (loops) => {
  const spec = fromSpec(flow.build({ loops }))

  test('is listed by its loop, and by nothing else', () => {
    expect(names(spec.allNodes())).toEqual(['each_region', 'poll', 'z'])
    expect(names(spec.workflow().allNodes())).toEqual(['each_region', 'poll', 'z'])
    const inner = names(spec.node('each_region', 'forEach').allNodes())
    expect(inner).toEqual(['each_region_start', 'dwd_orders', 'each_region_end'])
    expect(names(spec.node('poll', 'doWhile').allNodes())).toEqual(expect.arrayContaining(['poll_start', 'ask']))
    expect(spec.node('each_region', 'forEach').node('dwd_orders').name).toBe('dwd_orders')
  })

  test('is built again as it was', () => {
    expect(spec.build()).toEqual(flow.build({ loops }))
    expect(spec.with(spec.node('each_region', 'forEach').owner('1')).check()).toEqual(spec.check())
  })
})

test('a node inside of another that is asked for is told where it stands', () => {
  const message =
    /There is no node 'dwd_orders' here: it stands inside 'each_region'\.[\s\S]*\.node\('each_region', kind\)\.node\('dwd_orders'\)/
  expect(() => fromSpec(flow.build()).node('dwd_orders')).toThrow(message)
  expect(() => fromSpec(flow.build()).workflow().node('dwd_orders')).toThrow(message)
  const nested = workflow('w')
    .cron('00 02 00 * * ?')
    .nodes(
      forEach('outer')
        .over('1')
        .maxIterations(1)
        .nodes(forEach('inner').over('1').maxIterations(1).nodes(ls('deep'))),
    )
  expect(() => fromSpec(JSON.parse(JSON.stringify(nested))).node('deep')).toThrow(
    /stands inside 'inner'[\s\S]*\.node\('outer', kind\)\.node\('inner', kind\)\.node\('deep'\)/,
  )
})

/** The service drops an edge whose output nothing offers, so what is left behind has to be told. */
describe('what came after something that was taken out is told', () => {
  const chain = workflow('w')
    .cron('00 02 00 * * ?')
    .nodes(ls('a'), ls('z').after('a'), ls('y').afterPrevious(ls('a')), ls('free'))

  test.each([{}, { project: 'retail' }])('built with %o', (options) => {
    const left = fromSpec(chain.build(options)).without('a')
    expect(left.check()).toMatchObject(
      ['z', 'y'].map((name) => ({
        rule: 'reference/unknown-output',
        severity: 'warning',
        subject: { kind: 'node', name },
      })),
    )
    expect(left.check({ rules: { 'reference/unknown-output': 'off' } })).toEqual([])
  })

  test('by the name of what had the output', () => {
    const [found] = fromSpec(chain.build({ project: 'retail' }))
      .without('a')
      .check()
    expect(found?.message).toBe(
      `Nothing in the document offers the output "retail.a" any more; it was one of node 'a'.`,
    )
    expect(found?.path).toBe('/spec/workflows/0/dependencies/0/depends/0/output')
  })

  test('but nothing where all of it went, or came back', () => {
    const spec = fromSpec(chain.build({ project: 'retail' }))
    const told = (left: SpecBuilder) => left.check().filter(({ rule }) => rule.startsWith('reference/'))
    expect(told(spec.without('a').without('z').without('y'))).toEqual([])
    expect(told(spec.without('a').with(spec.node('a')))).toEqual([])
    expect(told(spec.without('free'))).toEqual([])
  })
})
