import { type AnyNode, checkSpec, type Diagnostic, workflow as flow, forEach, shell } from 'flowspec'
import { describe, expect, test } from 'vitest'

type Dependency = readonly [node: string, upstream: string, type?: string]

const node = (name: string, folder = 'orders'): object => ({
  id: name,
  name,
  script: { path: `${folder}/${name}`, runtime: { command: 'VIRTUAL' } },
  outputs: { nodeOutputs: [{ artifactType: 'NodeOutput', data: `${folder}.${name}` }] },
})

const workflow = (name: string, nodes: readonly string[], dependencies: readonly Dependency[]): object => ({
  name,
  script: { path: name, runtime: { command: 'WORKFLOW' } },
  trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
  nodes: nodes.map((each) => node(each, name)),
  dependencies: dependencies.map(([nodeId, upstream, type = 'Normal']) => ({
    nodeId,
    depends: [{ type, nodeId: upstream }],
  })),
})

const document = (...workflows: readonly object[]): object => ({
  kind: 'CycleWorkflow',
  version: '1.1.0',
  spec: { workflows },
})

const check = (nodes: readonly string[], dependencies: readonly Dependency[]): readonly Diagnostic[] =>
  // Each dependency stands in an entry of its own here, of which another rule has its own to say.
  checkSpec(document(workflow('orders', nodes, dependencies)), { rules: { 'graph/duplicate-entry': 'off' } })

const names = (count: number): string[] => Array.from({ length: count }, (_, place) => `n${place}`)

describe('a cycle', () => {
  // The reference implementation reads types without regard to case.
  test('of a type in another case is one', () => {
    const found = check(
      ['a', 'b'],
      [
        ['a', 'b', 'normal'],
        ['b', 'a'],
      ],
    )
    expect(found.map(({ rule }) => rule)).toContain('graph/cycle')
  })

  test('is shown from its first node in the document, with the dependency to look at', () => {
    expect(
      check(
        ['c', 'a', 'b'],
        [
          ['a', 'b'],
          ['b', 'c'],
          ['c', 'a'],
        ],
      ),
    ).toMatchObject([
      {
        rule: 'graph/cycle',
        severity: 'error',
        path: '/spec/workflows/0/dependencies/2/depends/0',
        message: 'These wait for one another: c → b → a → c.',
        hint: 'Read "a → b" as "b comes after a"; remove one of these dependencies.',
        subject: { kind: 'node', name: 'c' },
      },
    ])
  })

  test('of many nodes is shown in part', () => {
    const nodes = names(14)
    const ring = nodes.map((name, place): Dependency => [nodes[(place + 1) % 14] ?? '', name])
    const shown = names(12).join(' → ')
    expect(check(nodes, ring).map(({ message }) => message)).toEqual([`These wait for one another: ${shown} → … → n0.`])
  })

  test('of twelve nodes is shown whole', () => {
    const nodes = names(12)
    const ring = nodes.map((name, place): Dependency => [nodes[(place + 1) % 12] ?? '', name])
    expect(check(nodes, ring)[0]?.message).toBe(`These wait for one another: ${nodes.join(' → ')} → n0.`)
  })

  test('of nodes in two workflows is found', () => {
    const found = checkSpec(document(workflow('one', ['a'], [['a', 'b']]), workflow('two', ['b'], [['b', 'a']])))
    expect(found.map(({ rule, message }) => [rule, message])).toEqual([
      ['graph/cycle', 'These wait for one another: a → b → a.'],
    ])
  })

  test('among nodes outside of workflows is found, in both spellings', () => {
    for (const field of ['flow', 'dependencies']) {
      const spec = {
        nodes: [node('a'), node('b')],
        [field]: [
          { nodeId: 'a', depends: [{ nodeId: 'b' }] },
          { nodeId: 'b', depends: [{ nodeId: 'a' }] },
        ],
      }
      expect(checkSpec({ kind: 'Node', version: '1.1.0', spec }).map(({ rule, path }) => `${rule} ${path}`)).toEqual([
        `graph/cycle /spec/${field}/0/depends/0`,
      ])
    }
  })

  test('is one diagnostic for each group of nodes that wait for one another', () => {
    const found = check(names(7), [
      ['n0', 'n1'],
      ['n1', 'n0'],
      ['n1', 'n2'],
      ['n2', 'n0'],
      ['n3', 'n4'],
      ['n4', 'n3'],
      ['n5', 'n3'],
      ['n6', 'n6'],
    ])
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'graph/cycle: These wait for one another: n0 → n1 → n0.',
      'graph/cycle: These wait for one another: n3 → n4 → n3.',
      "graph/self-dependency: Node 'n6' comes after itself.",
    ])
  })

  test('and a node in it that comes after itself are two faults', () => {
    const found = check(
      ['a', 'b'],
      [
        ['a', 'b'],
        ['b', 'a'],
        ['a', 'a'],
      ],
    )
    expect(found.map(({ rule }) => rule)).toEqual(['graph/cycle', 'graph/self-dependency'])
  })
})

describe('no cycle', () => {
  test.each(['CrossCycleDependsOnSelf', 'CrossCycleDependsOnChildren', 'CrossCycleDependsOnOtherNode'])(
    'goes through %s',
    (type) => {
      expect(
        check(
          ['a', 'b'],
          [
            ['a', 'b'],
            ['b', 'a', type],
            ['a', 'a', type],
          ],
        ),
      ).toEqual([])
    },
  )

  test.each(['Normal2', ''])('goes through a dependency of an unknown type (%j)', (type) => {
    expect(
      check(
        ['a', 'b'],
        [
          ['a', 'b'],
          ['b', 'a', type],
        ],
      ).map(({ rule }) => rule),
    ).toEqual(['schema/enum'])
  })

  test('goes through one whose type is no text', () => {
    const edge = { nodeId: 'b', depends: [{ type: 5, nodeId: 'a' }] }
    const first = { nodeId: 'a', depends: [{ nodeId: 'b' }] }
    const flow = { ...workflow('orders', ['a', 'b'], []), dependencies: [first, edge] }
    expect(checkSpec(document(flow)).map(({ rule }) => rule)).toEqual(['schema/enum'])
  })

  test('is in a chain of 100,000 nodes', () => {
    const nodes = names(100_000)
    const chain = nodes.slice(1).map((name, place): Dependency => [name, `n${place}`])
    expect(check(nodes, chain)).toEqual([])
    expect(check(nodes, [...chain, ['n0', 'n99999']]).map(({ rule }) => rule)).toEqual(['graph/cycle'])
  })
})

describe('a cycle through the body of a loop', () => {
  const daily = flow('daily').cron('00 02 00 * * ?')
  const shellOf = (name: string) => shell(name).code('./run.sh')
  const loop = (...body: readonly AnyNode[]) =>
    forEach('loop')
      .over('1')
      .nodes(...(body as []))

  test.each<[string, readonly AnyNode[], readonly string[]]>([
    [
      'what is inside waits for what waits for the loop',
      [loop(shellOf('in').after('out')), shellOf('out').after('loop')],
      ['loop → out → in → loop'],
    ],
    [
      'what is inside waits for what waits for another inside',
      [loop(shellOf('a'), shellOf('b').after('a', 'out')), shellOf('out').after('loop')],
      ['loop → out → b → loop'],
    ],
    [
      'the loop waits for what waits for what is inside',
      [loop(shellOf('in')).after('out'), shellOf('out').after('in')],
      ['loop → in → out → loop'],
    ],
    [
      'a loop in a loop',
      [loop(forEach('inner').over('1').nodes(shellOf('in').after('out'))), shellOf('out').after('loop')],
      ['loop → out → in → inner → loop'],
    ],
    ['none, where nothing outside waits for the loop', [loop(shellOf('in').after('out')), shellOf('out')], []],
    [
      'none, where what waits for one inside comes before another inside',
      [loop(shellOf('a'), shellOf('b').after('out')), shellOf('out').after('a')],
      [],
    ],
    [
      'one alone, where both nodes stand in the body',
      [loop(shellOf('a').after('b'), shellOf('b').after('a'))],
      ['a → b → a'],
    ],
  ])('%s', (_, nodes, expected) => {
    const found = daily
      .nodeList(nodes)
      .check()
      .filter(({ rule }) => rule === 'graph/cycle')
    expect(found.map(({ message }) => message)).toEqual(expected.map((text) => `These wait for one another: ${text}.`))
  })
})
