import {
  type AnyNode,
  branch,
  doWhile,
  external,
  type FlowDocument,
  forEach,
  fromSpec,
  join,
  node,
  paramHub,
  shell,
  subProcess,
  virtual,
  workflow,
} from 'flowspec'
import { describe, expect, it } from 'vitest'
import { bodyOf, cron, diagnosticsOf, type Fields } from '../support/from-spec.ts'

describe('control structures that were read', () => {
  const route = branch('route').param('n', '1').arm('big', '${n} > 10').arm('small', '${n} <= 10', { desc: 'few' })
  const pack = shell('pack').code('x').after(route.case('big'))
  const packed = join('packed').arm('a', pack).arm('b', 'route')
  const hub = paramHub('hub').variable('day', '$[yyyymmdd]')
  const inner = shell('inner').code('x')
  const each = forEach('each').over('1,2').nodes(inner).maxIterations(3)
  const poll = doWhile('poll').nodes(shell('ask').code('x')).while('print(True)', { language: 'python2' })
  const sub = subProcess('sub').runs('shared')
  const flow = workflow('w').cron(cron).nodes(route, pack, packed, hub, each, poll, sub)
  const spec = fromSpec(flow.build())
  const changed = (...nodes: readonly AnyNode[]): FlowDocument => spec.with(...nodes).build()

  it('are built again as they were', () => {
    expect(spec.build()).toEqual(flow.build())
  })

  it('keep their handles', () => {
    const last = shell('last').code('x').after(spec.node('route', 'branch').case('small'))
    const day = spec.node('hub', 'paramHub').take('day')
    expect(changed(last.param('d', day))).toEqual(
      flow.nodeList([shell('last').code('x').after(route.case('small')).param('d', hub.take('day'))]).build(),
    )
    expect(spec.node('each', 'forEach').item).toBe(each.item)
    const unknown = spec.with(last.after(spec.node('route', 'branch').case('none')))
    expect(unknown.check()).toContainEqual(expect.objectContaining({ rule: 'reference/unknown-output' }))
  })

  it('take the arms of a branch by their outputs, whatever these are', () => {
    const outputs = { nodeOutputs: [{ data: 'p.1' }, { data: 'p.route_big' }] }
    const branches = [
      { when: 'a', output: { data: 'p.route_big', refTableName: 'route_big' } },
      { when: 'b', output: 'p.1' },
    ]
    const read = fromSpec({ spec: { nodes: [{ id: '1', name: 'route', outputs, branch: { branches } }] } })
    const arms = read.node('route', 'branch')
    const { flow: edges } = bodyOf(read.with(virtual('x').after(arms.case('big'), arms.case('p.1'))))
    expect(edges).toMatchObject([{ depends: [{ output: 'p.route_big' }, { output: 'p.1' }] }])
  })

  it('take a new arm, and another condition of one they have', () => {
    const arms = spec.node('route', 'branch').arm('none', '${n} is None').arm('small', 'True')
    const same = route.arm('none', '${n} is None').arm('small', 'True')
    expect(changed(arms)).toEqual(workflow('w').cron(cron).nodes(same, pack, packed, hub, each, poll, sub).build())
  })

  it('take a new arm of a join', () => {
    const arms = spec.node('packed', 'join').arm('c', 'hub', { status: 'NotRun' }).result('NotRun')
    const same = packed.arm('c', 'hub', { status: 'NotRun' }).result('NotRun')
    expect(changed(arms)).toEqual(workflow('w').cron(cron).nodes(route, pack, same, hub, each, poll, sub).build())
  })

  it('take a new variable, and another workflow to run', () => {
    const more = spec.node('hub', 'paramHub').variable('region', 'eu').variable('day', '1')
    const other = spec.node('sub', 'subProcess').runs(external('p.q'))
    const same = [hub.variable('region', 'eu').variable('day', '1'), sub.runs(external('p.q'))] as const
    expect(changed(more, other)).toEqual(
      workflow('w').cron(cron).nodes(route, pack, packed, same[0], each, poll, same[1]).build(),
    )
  })

  it('take limits, nodes and conditions of loops', () => {
    const more = spec.node('each', 'forEach').maxIterations(9).parallelism(2)
    const again = spec.node('poll', 'doWhile').while('print(False)', { language: 'python3' })
    const same = [each.maxIterations(9).parallelism(2), poll.while('print(False)', { language: 'python3' })] as const
    expect(changed(more, again)).toEqual(
      workflow('w')
        .cron(cron)
        .nodes(route, pack, packed, hub, ...same, sub)
        .build(),
    )
  })

  it('have no end but their own, whatever the commands of their nodes end in', () => {
    const front = node('front', 'SITE_FRONT_END').code('x')
    const read = fromSpec(workflow('w').cron(cron).nodes(each.nodes(front)).build())
    const body = read.node('each', 'forEach').nodes(shell('more').code('x'))
    const [loop] = read.with(body).build().spec.workflows?.[0]?.nodes ?? []
    const depends = (name: string) =>
      loop?.['for-each']?.flow?.find(({ nodeId }) => nodeId === name)?.depends?.map(({ output }) => output)
    expect(depends('front')).toEqual(['each_start'])
    expect(depends('each_end')).toEqual(['inner', 'front', 'more'])
  })

  it('take nodes into the bodies of loops, between their start and their end', () => {
    const more = [shell('more').code('x'), shell('next').code('x').after('more', 'inner')] as const
    const read = fromSpec(workflow('w').cron(cron).nodes(each).build())
    const body = read.node('each', 'forEach').nodes(...more)
    const nodes = bodyOf(read.with(body)).workflows?.[0]?.['nodes'] as readonly Fields[]
    const loop = nodes[0]?.['for-each'] as { readonly nodes: readonly Fields[]; readonly flow: readonly Fields[] }
    expect(loop.nodes.map(({ name }) => name)).toEqual(['each_start', 'inner', 'each_end', 'more', 'next'])
    const outputs = loop.flow.map(({ nodeId, depends }) => [
      nodeId,
      (depends as readonly Fields[]).map((one) => one['output']),
    ])
    expect(Object.fromEntries(outputs)).toEqual({
      inner: ['each_start'],
      each_end: ['inner', 'next'],
      more: ['each_start'],
      next: ['more', 'inner'],
    })
  })

  it('give the nodes inside, to be put back changed', () => {
    const loop = spec.node('each', 'forEach')
    const same = forEach('each').over('1,2').nodes(inner.code('y')).maxIterations(3)
    expect(changed(loop.nodes(loop.node('inner').code('y')))).toEqual(
      workflow('w').cron(cron).nodes(route, pack, packed, hub, same, poll, sub).build(),
    )
    expect(loop.nodes(shell('more')).node('more').name).toBe('more')
    expect(each.node('inner').name).toBe('inner')
    expect(diagnosticsOf(() => loop.node('iner'))[0]?.hint).toBe('Did you mean "inner"?')
  })

  it('say so when a body stands beside its loop', () => {
    const read = fromSpec({ spec: { nodes: [{ name: 'l', 'for-each': { maxIterations: 3 } }] } })
    const loop = read.node('l', 'forEach').nodes(shell('x').code('x'))
    expect(read.with(loop).check()).toContainEqual(expect.objectContaining({ rule: 'control/structure' }))
    const limited = read.with(read.node('l', 'forEach').maxIterations(5))
    expect(limited.toJSON()).toEqual({ spec: { nodes: [{ name: 'l', 'for-each': { maxIterations: 5 } }] } })
  })
})
