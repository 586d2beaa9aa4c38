import { type AnyNode, external, fromSpec, join, virtual, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'

const daily = workflow('w').cron('00 02 00 * * ?')
const flowOf = (nodes: readonly AnyNode[], project = 'p') =>
  daily.nodeList(nodes).build({ project }).spec.workflows?.[0]

describe('the code of a join', () => {
  it.each([
    ['that is grouped', '(x or y) and z'],
    ['that negates', 'not x and y and z'],
    ['that leaves an arm out', 'x and y'],
    ['that names no arm', 'x and y and z and v'],
    ['that names an arm twice', 'x and y and z or x'],
  ])('is left out for an expression %s, which it cannot say', (_, expression) => {
    const packed = join('packed').arm('x', 'a').arm('y', 'b').arm('z', 'c').expression(expression)
    const built = daily.nodes(virtual('a'), virtual('b'), virtual('c'), packed.result('NotRun')).toJSON()
    const script = { path: 'w/packed', runtime: { command: 'CONTROLLER_JOIN' } }
    expect(built).toHaveProperty('spec.workflows.0.nodes.3.script', script)
    expect(built).toHaveProperty('spec.workflows.0.nodes.3.join.logic', { expression })
  })

  // The reference implementation 2.0.0 writes before each arm how it is joined to those before: 1 is and, 0 is or, and
  // the first has 1. `b1 and b2 or b3 or b4` is a case of its own tests.
  it.each([
    ['a', [1]],
    ['a and b', [1, 1]],
    ['a or b', [1, 0]],
    ['a and b or c', [1, 1, 0]],
    ['a or b and c', [1, 0, 1]],
    ['a or b or c', [1, 0, 0]],
    ['b and c or d or a', [1, 1, 0, 0]],
    ['a OR b And c', [1, 0, 1]],
  ])('has the operator of %s before each arm', (expression, logic) => {
    const names = expression.split(/ and | or /i)
    const packed = names.reduce((made, name) => made.arm(name, name), join('packed')).expression(expression)
    const nodes = [packed, ...names.map((name): AnyNode => virtual(name))]
    const { branchList } = JSON.parse(flowOf(nodes)?.nodes?.[0]?.script?.content ?? '{}')
    expect(branchList.map((arm: { logic: number }) => arm.logic)).toEqual(logic)
    expect(branchList.map((arm: { node: string }) => arm.node)).toEqual(names.map((name) => `p.${name}`))
  })

  // Parentheses go where the list says the same whether `and` binds more than `or`, as in most languages, or all is read
  // from left to right: `a and b or c` is that, `a or b and c` is not.
  it.each([
    ['(a)', 'a', [1]],
    ['((a or b))', 'a or b', [1, 0]],
    ['(a and b) or c', 'a and b or c', [1, 1, 0]],
    ['c or (a and b)', 'a and b or c', [1, 1, 0]],
    ['c OR (a And (b and d)) or e', 'a and b and d or c or e', [1, 1, 1, 0, 0]],
    ['a and (b and c)', 'a and b and c', [1, 1, 1]],
    ['(a or b) or (c or d)', 'a or b or c or d', [1, 0, 0, 0]],
    ['a or b and (c)', 'b and c or a', [1, 1, 0]],
  ])('has %s without its parentheses', (expression, order, logic) => {
    const names = [...new Set(expression.match(/\b[a-e]\b/g))]
    const packed = names.reduce((made, name) => made.arm(name, name), join('packed')).expression(expression)
    const nodes = [packed, ...names.map((name): AnyNode => virtual(name))]
    const { branchList } = JSON.parse(flowOf(nodes)?.nodes?.[0]?.script?.content ?? '{}')
    expect(branchList.map((arm: { logic: number }) => arm.logic)).toEqual(logic)
    expect(branchList.map((arm: { node: string }) => arm.node)).toEqual(
      order.split(/ and | or /).map((name) => `p.${name}`),
    )
  })

  it.each(['(a or b) and c', 'a and (b or c)', '(a and b) or (b and c)', '(a and b) or (c and a)', 'not a or b or c'])(
    'is left out for %s, of which the check tells',
    (expression) => {
      const packed = join('packed').arm('a', 'a').arm('b', 'b').arm('c', 'c').expression(expression)
      const built = daily.nodes(virtual('a'), virtual('b'), virtual('c'), packed)
      expect(built.toJSON()).not.toHaveProperty('spec.workflows.0.nodes.3.script.content')
      expect(built.check()).toMatchObject([{ rule: 'control/join-expression', severity: 'warning' }])
    },
  )

  it.each(['a or', 'or a', 'a b', 'a and or b'])('is left out for %s, which is no expression', (expression) => {
    const packed = join('packed').arm('a', 'a').arm('b', 'b').expression(expression)
    const built = daily.nodes(virtual('a'), virtual('b'), packed).toJSON()
    expect(built).not.toHaveProperty('spec.workflows.0.nodes.2.script.content')
  })

  it('has the arms in the order of the expression, and gives way to that of a user', () => {
    const packed = join('packed').arm('x', 'a').arm('y', 'b').expression('y  OR x').result('NotRun')
    const code = flowOf([virtual('a'), virtual('b'), packed], 'p')?.nodes?.[2]?.script?.content ?? ''
    expect(JSON.parse(code)).toEqual({
      branchList: [
        { node: 'p.b', runStatus: [1], logic: 1 },
        { node: 'p.a', runStatus: [1], logic: 0 },
      ],
      resultStatus: '2',
    })
    const own = [packed.code('{}'), packed.extra({ script: { content: '{}' } })]
    for (const one of own) {
      expect(flowOf([one, virtual('a'), virtual('b')])?.nodes?.[0]?.script?.content).toBe('{}')
    }
    const touched = flowOf([packed.extra({ script: { language: 'json' } }), virtual('a'), virtual('b')])?.nodes?.[0]
    expect(touched?.script).toMatchObject({ language: 'json', content: expect.stringContaining('branchList') })
  })
})

describe('a join that was read', () => {
  const odd = [
    undefined,
    null,
    'text',
    [null],
    { branches: 1, logic: 'x' },
    { branches: [null, 1, { name: 'x', assertion: null }], logic: { expression: 1 } },
    { branches: [{ name: 'x', output: 'a', assertion: { field: 'status', in: '1' } }], logic: null },
  ]

  it.each(odd.map((held) => [JSON.stringify(held), held]))('can be changed, whatever it holds: %s', (_, held) => {
    const own = { name: 'j', script: { runtime: { command: 'CONTROLLER_JOIN' } }, join: held }
    const spec = fromSpec({
      kind: 'CycleWorkflow',
      version: '1.1.0',
      spec: { workflows: [{ name: 'w', nodes: [own] }] },
    })
    const changed = spec.with(spec.node('j', 'join').arm('y', external('p.y'))).toJSON()
    expect(JSON.stringify(changed)).toContain('"name":"y"')
  })

  it('has its code written anew where it was made of its arms', () => {
    const spec = fromSpec(daily.nodes(virtual('a'), virtual('b'), join('j').arm('x', 'a').arm('y', 'b')).build())
    const code = (expression: string) =>
      spec.with(spec.node('j', 'join').expression(expression)).build().spec.workflows?.[0]?.nodes?.[2]?.script?.content
    expect(code('x or y')).toMatch(/"logic":1.*"logic":0/)
    expect(code('(x or y)')).toBe(code('x or y'))
    expect(code('not (x or y)')).toBeUndefined()
  })
})
