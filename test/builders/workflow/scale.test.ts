import { type AnyNode, fromSpec, odpsSql, virtual, type Workflow, workflow } from 'flowspec'
import { expect, it } from 'vitest'

function chain(length: number): AnyNode[] {
  const nodes: AnyNode[] = [virtual('n0')]
  for (let at = 1; at < length; at++)
    nodes.push(
      odpsSql(`n${at}` as string)
        .code('select 1')
        .after(`n${at - 1}` as string),
    )
  return nodes
}

it('builds a chain of 100,000 nodes without running out of stack', () => {
  const document = workflow('w').cron('00 02 00 * * ?').nodeList(chain(100_000)).build()
  expect(document.spec.workflows?.[0]?.dependencies).toHaveLength(99_999)
})

it('finds the one circle in 100,000 nodes', () => {
  const nodes = chain(100_000)
  nodes[0] = virtual('n0').after('n99999' as string)
  const found = workflow('w').cron('00 02 00 * * ?').nodeList(nodes).check()
  expect(found.map(({ rule }) => rule)).toEqual(['graph/cycle'])
})

it('takes nodes one call at a time, 10,000 times', () => {
  let builder: Workflow = workflow('w').cron('00 02 00 * * ?')
  for (const node of chain(10_000)) builder = builder.nodeList([node])
  expect(builder.build().spec.workflows?.[0]?.nodes).toHaveLength(10_000)
})

it('takes nodes of 10,000 that were read out one call at a time, 5,000 times', () => {
  let spec = fromSpec(workflow('w').cron('00 02 00 * * ?').nodeList(chain(10_000)).toJSON())
  for (let at = 5000; at < 10_000; at++) spec = spec.without(`n${at}`)
  expect(spec.allNodes()).toHaveLength(5000)
})
