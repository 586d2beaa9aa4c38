import {
  type AnyNode,
  assignment,
  branch,
  combined,
  doWhile,
  forEach,
  join,
  paiFlow,
  paramHub,
  subProcess,
  virtual,
} from 'flowspec'
import { describe, expect, it } from 'vitest'

describe('every builder of a control structure', () => {
  const builders = {
    branch: () => branch('route').arm('big', 'True'),
    join: () => join('j').arm('x', 'a'),
    assignment: () => assignment('ids', 'shell'),
    forEach: () => forEach('l').nodes(virtual('a')),
    doWhile: () => doWhile('d').nodes(virtual('a')).while('print(True)', { language: 'python2' }),
    combined: () => combined('c').nodes(virtual('a')),
    paiFlow: () => paiFlow('f').nodes(virtual('a')),
    subProcess: () => subProcess('p').runs('7'),
    paramHub: () => paramHub('h').variable('a', '1'),
  }

  it.each(Object.entries(builders))('%s stays what it is at any step of a node, and is never changed', (_, make) => {
    const builder: AnyNode = make()
    const before = JSON.stringify(builder)
    const steps: readonly AnyNode[] = [
      builder.id('7'),
      builder.path('x').owner('1').description('d'),
      builder.code('x').language('y').datasource('d').resourceGroup('g'),
      builder.param('a', 'b').output('o').reads('r').writes('w'),
      builder.after('x').afterPrevious('self').strategy({ priority: 1 }).trigger({ cron: 'c' }),
      builder.runtime({ engine: 'e' }).outputVariable('v', '1').override({ priority: 1 }),
      builder.autoParse(true).extra({ a: 1 }).suppress('name/characters', 'why'),
      builder.when(true, (one) => one.owner('2')),
    ]
    for (const step of steps) expect(Object.getPrototypeOf(step)).toBe(Object.getPrototypeOf(builder))
    expect(JSON.stringify(builder)).toBe(before)
  })

  it('adds what is its own to a new builder, and keeps nothing a caller changes later', () => {
    const status: ('Success' | 'NotRun')[] = ['Success']
    const datasource = { name: 'd', type: 'odps' }
    const shapes: [AnyNode, () => AnyNode][] = []
    const add = <Builder extends AnyNode>(builder: Builder, step: (builder: Builder) => AnyNode): void => {
      shapes.push([builder, () => step(builder)])
    }
    add(builders.branch(), (one) => one.arm('more', 'True'))
    add(builders.join(), (one) => one.arm('y', 'b', { status }).expression('x').result('NotRun'))
    add(builders.forEach(), (one) => one.nodes(virtual('b')).maxIterations(1).parallelism(2).over('[]'))
    add(builders.doWhile(), (one) => one.nodes(virtual('b')).while('x', { language: 'odps-sql', datasource }))
    add(builders.combined(), (one) => one.nodes(virtual('b')))
    add(builders.paiFlow(), (one) => one.nodes(virtual('b')))
    add(builders.subProcess(), (one) => one.runs('8'))
    add(builders.paramHub(), (one) => one.variable('b', '2'))
    for (const [builder, step] of shapes) {
      const before = JSON.stringify(builder)
      const next = step()
      const after = JSON.stringify(next)
      expect(after).not.toBe(before)
      expect(JSON.stringify(builder)).toBe(before)
      status.push('NotRun')
      datasource.name += 'x'
      expect(JSON.stringify(next)).toBe(after)
    }
    expect(Object.isFrozen(status) || Object.isFrozen(datasource)).toBe(false)
  })
})
