import { type AnyNode, external, fromSpec, isFlowSpecError, join, virtual, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'

const daily = workflow('w').cron('00 02 00 * * ?')
const [a, b, c] = [virtual('a'), virtual('b'), virtual('c')] as const

/** The join that a workflow has last, built for the project `p`. */
function built(...nodes: readonly AnyNode[]): Readonly<Record<string, unknown>> {
  const node = daily.nodeList(nodes).build({ project: 'p' }).spec.workflows?.[0]?.nodes?.at(-1)
  return JSON.parse(JSON.stringify(node))
}

/** What stands in the code of a join for each arm: its output, the states it waits for, and 1 for `and`, 0 for `or`. */
function codeOf(node: Readonly<Record<string, unknown>>): unknown {
  const content: unknown = Reflect.get(Object(node['script']), 'content')
  return typeof content === 'string' ? JSON.parse(content) : content
}

const arm = (node: string, runStatus: readonly number[], logic: number): object => ({ node, runStatus, logic })

/** Source: the code of joins in documents of the corpus, "branchList" with "resultStatus". */
describe('a join writes its arms, and its code', () => {
  const two = join('j').arm('x', a).arm('y', b)
  it.each<[what: string, joined: AnyNode, expression: string, code: unknown]>([
    ['of all arms', two, 'x and y', { branchList: [arm('p.a', [1], 1), arm('p.b', [1], 1)], resultStatus: '1' }],
    ['of one arm', join('j').arm('x', a), 'x', { branchList: [arm('p.a', [1], 1)], resultStatus: '1' }],
    [
      'joined by or',
      two.expression('x or y'),
      'x or y',
      { branchList: [arm('p.a', [1], 1), arm('p.b', [1], 0)], resultStatus: '1' },
    ],
    [
      'joined by And, and spaced',
      two.expression(' y\tAnd  x '),
      ' y\tAnd  x ',
      { branchList: [arm('p.b', [1], 1), arm('p.a', [1], 1)], resultStatus: '1' },
    ],
    [
      'with states',
      join('j')
        .arm('x', a, { status: 'NotRun' })
        .arm('y', b, { status: ['Success', 'NotRun', '3', '-1'] }),
      'x and y',
      { branchList: [arm('p.a', [2], 1), arm('p.b', [1, 2, 3, -1], 1)], resultStatus: '1' },
    ],
    [
      'with a state of its own',
      two.result('NotRun'),
      'x and y',
      { branchList: [arm('p.a', [1], 1), arm('p.b', [1], 1)], resultStatus: '2' },
    ],
    ['with the code of a state', two.result('15'), 'x and y', expect.objectContaining({ resultStatus: '15' })],
    [
      'of which the last of one name counts',
      two.arm('x', c),
      'x and y',
      expect.objectContaining({ branchList: [arm('p.c', [1], 1), arm('p.b', [1], 1)] }),
    ],
    ['of an arm it does not have', two.expression('x and z'), 'x and z', undefined],
    ['of only some arms', two.expression('x'), 'x', undefined],
    ['of an arm twice', two.expression('x and y and x'), 'x and y and x', undefined],
    ['that negates', two.expression('not x'), 'not x', undefined],
    ['with another word', two.expression('x xor y'), 'x xor y', undefined],
    ['without an expression', two.expression(''), '', undefined],
    ['that ends early', two.expression('x and'), 'x and', undefined],
  ])('%s', (_, joined, expression, code) => {
    const node = built(a, b, c, joined)
    expect(node['join']).toMatchObject({ logic: { expression } })
    expect(codeOf(node)).toEqual(code)
  })

  it('waits for what it joins, each once', () => {
    const flow = daily.nodes(a, b, two.after(a)).build({ project: 'p' }).spec.workflows?.[0]
    expect(flow?.dependencies?.at(-1)?.depends?.map(({ output, nodeId }) => output ?? nodeId)).toEqual(['p.a', 'p.b'])
  })

  it('waits once for a node that is named twice', () => {
    const flow = daily.nodes(a, virtual('v').after(a, 'a')).build({ project: 'p' }).spec.workflows?.[0]
    expect(flow?.dependencies?.at(-1)?.depends).toHaveLength(1)
  })

  it.each<[given: unknown, said: RegExp]>([
    [daily, /comes after workflow 'w', which is no node/],
    [5, /comes after a value that is none of these|after\(\): .* is 5/],
    [null, /comes after a value that is none of these|after\(\): .* is null/],
  ])('is not there for %s', (given, said) => {
    const node = virtual('v')
    const told = (): string => {
      const added: AnyNode = Reflect.apply(node.after, node, [given])
      return daily
        .nodeList([added])
        .check()
        .map(({ message }) => message)
        .join('\n')
    }
    let outcome = ''
    try {
      outcome = told()
    } catch (error) {
      outcome = isFlowSpecError(error) ? error.message : String(error)
    }
    expect(outcome).toMatch(said)
  })

  it('has the outputs of other documents', () => {
    const node = built(join('j').arm('x', external('other.out')))
    expect(node['join']).toMatchObject({
      branches: [{ name: 'x', output: { data: 'other.out', artifactType: 'NodeOutput' } }],
    })
    expect(codeOf(node)).toMatchObject({ branchList: [arm('other.out', [1], 1)] })
  })

  it('tells a missing node once, where its dependency would stand', () => {
    const faults = daily.nodeList([join('j').arm('x', 'nowhere')]).check()
    expect(faults.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toHaveLength(1)
  })
})

describe('a join that was read and is changed', () => {
  const document = (expression?: string): ReturnType<typeof daily.build> =>
    daily
      .nodeList([
        a,
        b,
        c,
        join('j')
          .arm('x', a)
          .arm('y', b)
          .expression(expression ?? 'x and y'),
      ])
      .build({ project: 'p' })

  function changed(expression: string | undefined, change: (read: ReturnType<typeof readJoin>) => AnyNode): unknown {
    const spec = fromSpec(document(expression))
    const node = spec
      .with(change(readJoin(spec)))
      .build()
      .spec.workflows?.[0]?.nodes?.find(({ name }) => name === 'j')
    return [node?.join?.logic?.expression, node?.join?.resultStatus, node?.script?.content !== undefined]
  }

  function readJoin(spec: ReturnType<typeof fromSpec>) {
    return spec.node('j', 'join')
  }

  it.each<[what: string, expression: string, change: (read: ReturnType<typeof readJoin>) => AnyNode, outcome: unknown]>(
    [
      [
        'takes a new arm into an expression of all',
        'x and y',
        (read) => read.arm('z', 'c'),
        ['x and y and z', undefined, true],
      ],
      ['keeps an expression that says more', 'x or y', (read) => read.arm('z', 'c'), ['x or y', undefined, false]],
      ['exchanges an arm', 'x and y', (read) => read.arm('y', 'c'), ['x and y', undefined, true]],
      ['takes an expression', 'x and y', (read) => read.expression('y or x'), ['y or x', undefined, true]],
      ['takes a result', 'x and y', (read) => read.result('NotRun'), ['x and y', '2', true]],
    ],
  )('%s', (_, expression, change, outcome) => {
    expect(changed(expression, change)).toEqual(outcome)
  })

  it('keeps code that is not made of its arms', () => {
    const own = daily.nodeList([a, b, join('j').arm('x', a).code('{}')]).build({ project: 'p' })
    const spec = fromSpec(own)
    const node = spec.with(readJoin(spec).arm('y', b)).build().spec.workflows?.[0]?.nodes?.at(-1)
    expect(node?.script?.content).toBe('{}')
    expect(node?.join?.branches).toMatchObject([{ name: 'x' }, { name: 'y' }])
  })
})

/** Calls a method of a join as callers without a compiler may. */
function call(method: string, ...given: readonly unknown[]): unknown {
  const found: unknown = method === 'join' ? join : Reflect.get(join('j'), method)
  if (typeof found !== 'function') throw new Error(`there is no ${method}`)
  return Reflect.apply(found, join('j'), given)
}

describe('a join refuses what is none of its arguments', () => {
  it.each<[method: string, given: readonly unknown[], said: RegExp]>([
    ['arm', [5, a], /arm\(\): arm is 5/],
    ['arm', ['x', 5], /arm\(\): upstream is 5/],
    ['arm', ['x', a, { state: '1' }], /arm\(\): options .*"state"/],
    ['arm', ['x', a, { status: 3 }], /options\.status is 3/],
    ['arm', ['x', a, { status: [] }], /options\.status is /],
    ['expression', [5], /expression\(\): expression is 5/],
    ['result', ['3x'], /result\(\): status is "3x"/],
    ['result', ['x3'], /result\(\): status is "x3"/],
    ['join', [5], /join\(\): name is 5/],
  ])('%s of %j', (method, given, said) => {
    let caught: unknown
    try {
      call(method, ...given)
    } catch (error) {
      caught = error
    }
    expect(isFlowSpecError(caught) && caught.message).toMatch(said)
  })
})
