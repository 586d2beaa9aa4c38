import { type AnyNode, type BuildOptions, doWhile, forEach, shell, virtual, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'
import { edgesIn } from '../support/edges-in.ts'

const daily = workflow('w').cron('00 02 00 * * ?')
const inner = doWhile('poll').maxIterations(3).nodes(virtual('ask')).while('print(True)', { language: 'python2' })
const outer = forEach('each').over('a,b').maxIterations(9).nodes(virtual('load'), inner.after('load'))
const nodes: readonly AnyNode[] = [virtual('first'), outer.after('first'), virtual('last').after('each')]

describe('bodies of loops beside the loops', () => {
  const flow = daily.nodeList(nodes).build({ loops: 'siblings' }).spec.workflows?.[0]
  const container = (name: string): unknown =>
    flow?.nodes?.find((node) => node.name === name)?.metadata?.['container'] ?? undefined

  it('are nodes of the workflow that name their loop', () => {
    expect(flow?.nodes?.map(({ name }) => name)).toEqual([
      'first',
      'each',
      'last',
      'each_start',
      'load',
      'poll',
      'each_end',
      'poll_start',
      'ask',
      'poll_end',
    ])
    for (const name of ['each_start', 'load', 'poll', 'each_end']) {
      expect(container(name)).toEqual({ type: 'Node', uuid: 'each' })
    }
    for (const name of ['poll_start', 'ask', 'poll_end'])
      expect(container(name)).toEqual({ type: 'Node', uuid: 'poll' })
    for (const name of ['first', 'each', 'last']) expect(container(name)).toBeUndefined()
  })

  it('leave the loop its limits', () => {
    expect(flow?.nodes?.[1]?.['for-each']).toEqual({ maxIterations: 9 })
    expect(flow?.nodes?.[5]?.['do-while']).toEqual({ maxIterations: 3 })
    expect(flow?.nodes?.[9]?.script).toMatchObject({ content: 'print(True)', language: 'python2' })
  })

  it('have the edges they have inside', () => {
    const nested = daily.nodeList(nodes).build()
    expect(edgesIn(flow)).toEqual(edgesIn(nested))
    expect(flow?.dependencies).toHaveLength(7)
  })

  it('name the id of the loop, keep what else their metadata holds, and are no errors', () => {
    const body = virtual('a').extra({ metadata: { note: 1 } })
    const loop = forEach('each').id('77').over('a').nodes(body)
    const built = daily.nodes(loop).build({ loops: 'siblings' })
    expect(built.spec.workflows?.[0]?.nodes?.[2]?.metadata).toEqual({
      note: 1,
      container: { type: 'Node', uuid: '77' },
    })
    const said = (options: BuildOptions): unknown =>
      daily
        .nodeList(nodes)
        .check(options)
        .map(({ rule, severity, message, subject }) => ({ rule, severity, message, subject }))
    expect(said({ loops: 'siblings' })).toEqual(said({}))
    expect(said({})).toMatchObject([{ rule: 'control/nested-loop', severity: 'warning' }])
  })

  it('say where a fault stands', () => {
    const lost: string = 'lost'
    const broken = forEach('each').over('a').nodes(shell('a').codeFile('no-such.sh').after(lost))
    const found = daily.nodes(virtual('x'), virtual('y').after('x'), broken).check({ loops: 'siblings' })
    const paths = found.filter(({ severity }) => severity === 'error').map(({ rule, path }) => [rule, path])
    expect(paths).toEqual([
      ['reference/unknown-node', '/spec/workflows/0/dependencies/1/depends/0/nodeId'],
      ['code/file-unreadable', '/spec/workflows/0/nodes/4/script/content'],
    ])
  })

  it('are silenced where they stand', () => {
    const odd = virtual('a b').suppress('name/characters', 'old name')
    const rules = daily
      .nodes(virtual('x'), forEach('each').over('a').nodes(odd))
      .check({ loops: 'siblings' })
      .map(({ rule }) => rule)
    expect(rules).not.toContain('name/characters')
  })
})
