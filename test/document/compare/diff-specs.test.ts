import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffSpecs } from '../../../src/document/compare/spec-diff.ts'
import { dependsOn, type NodeParts, node, same, spec } from './support/small-documents.ts'

describe('nodes', () => {
  test('that only one side has are named', () => {
    const diff = diffSpecs(spec([node('a'), node('b')]), spec([node('b'), node('c')]))
    expect(diff.nodes).toEqual({ missing: ['a'], extra: ['c'], changed: [] })
  })

  test.each<[string, object, object, object[]]>([
    ['a value', { rerunTimes: 3 }, { rerunTimes: 2 }, [{ path: '/rerunTimes', expected: 3, actual: 2 }]],
    ['a field that is gone', { owner: '1' }, {}, [{ path: '/owner', expected: '1', actual: undefined }]],
    [
      'a value inside',
      { script: { content: 'select 1', runtime: { command: 'X' } } },
      { script: { content: 'select 2', runtime: { command: 'X' } } },
      [{ path: '/script/content', expected: 'select 1', actual: 'select 2' }],
    ],
    [
      'a parameter, wherever it stands',
      {
        script: {
          parameters: [
            { name: 'a', value: '1' },
            { name: 'b', value: '2' },
          ],
        },
      },
      {
        script: {
          parameters: [
            { name: 'b', value: '3' },
            { name: 'a', value: '1' },
          ],
        },
      },
      [{ path: '/script/parameters/1/value', expected: '2', actual: '3', item: 'b' }],
    ],
    [
      'a parameter that is gone',
      { script: { parameters: [{ name: 'a', value: '1' }] } },
      { script: { parameters: [] } },
      [{ path: '/script/parameters/0', expected: { name: 'a', value: '1' }, actual: undefined, item: 'a' }],
    ],
    [
      'a map of an engine',
      { script: { runtime: { emrJobConfig: { cores: 2 } } } },
      { script: { runtime: { emrJobConfig: { cores: 1, queue: 'default' } } } },
      [{ path: '/script/runtime/emrJobConfig', expected: { cores: 2 }, actual: { cores: 1, queue: 'default' } }],
    ],
    ...[[1], [1, 3], [1, 2, 3], { 0: 1, 1: 2 }, 'x'].map((actual): [string, object, object, object[]] => [
      `a list, which is ${JSON.stringify(actual)}`,
      { x: [1, 2] },
      { x: actual },
      [{ path: '/x', expected: [1, 2], actual }],
    ]),
    [
      'an output',
      { output: 'p.a' },
      { output: 'p.b' },
      [{ path: '/outputs/nodeOutputs', expected: 'p.a', actual: undefined, item: 'p.a' }],
    ],
    [
      'an object in place of text',
      { datasource: { name: 'x' } },
      { datasource: 'x' },
      [{ path: '/datasource', expected: { name: 'x' }, actual: 'x' }],
    ],
  ])('differ by %s', (_, expected, actual, changes) => {
    const diff = diffSpecs(spec([node('a', { ...expected })]), spec([node('a', { ...actual })]))
    expect(diff.nodes.changed).toEqual([{ name: 'a', changes }])
  })

  test.each<[string, NodeParts, NodeParts]>([
    ['ids', {}, { id: '763' }],
    ['the output that an id gives', { id: 'a', output: 'a' }, { id: '763', output: '763' }],
    ['fields the service adds', {}, { rerunTimes: 3, metadata: { tenantId: '1' }, recurrence: 'Normal' }],
    [
      'ids inside',
      { trigger: { type: 'Scheduler' }, runtimeResource: { resourceGroup: 'g' } },
      {
        trigger: { type: 'Scheduler', id: '1' },
        runtimeResource: { resourceGroup: 'g', id: '2', resourceGroupId: '3' },
      },
    ],
    ['ids of another origin inside', { trigger: { id: '1' } }, { trigger: { id: '2' } }],
    ['empty groups', { inputs: {}, tags: [] }, {}],
    ['null for nothing', { description: null }, {}],
    [
      'lists of the same, each in its spelling',
      { x: { list: [1, { a: 'b' }] } },
      { x: { list: ['1', { a: 'b', c: 0 }] } },
    ],
    ['a number as text', { priority: 1, autoParse: false }, { priority: '1', autoParse: 'false' }],
    ['other metadata', { metadata: { owner: '1' } }, { metadata: { owner: '2' } }],
  ])('are the same in spite of %s', (_, expected, actual) => {
    expect(diffSpecs(spec([node('a', expected)]), spec([node('a', actual)]))).toEqual(same)
  })
})

describe('the workflow', () => {
  test('differs by its own fields', () => {
    const diff = diffSpecs(spec([], [], { trigger: { cron: 'a' } }), spec([], [], { trigger: { cron: 'b' }, id: '1' }))
    const changes = [{ path: '/trigger/cron', expected: 'a', actual: 'b' }]
    expect(diff.workflows).toEqual({ missing: [], extra: [], changed: [{ name: 'orders', changes }] })
  })

  test('of another name is another one', () => {
    expect(diffSpecs(spec([]), spec([], [], { name: 'other' })).workflows).toMatchObject({
      missing: ['orders'],
      extra: ['other'],
    })
  })
})

describe('edges', () => {
  const nodes = [node('a'), node('b')]
  const served = [node('b', { id: '22' }), node('a', { id: '11' })]

  test.each<[string, object, object]>([
    ['output and output', { output: 'a' }, { output: '11' }],
    ['output and id', { output: 'a' }, { nodeId: '11' }],
    ['id and output', { nodeId: 'a' }, { output: '11' }],
    ['a default type', { output: 'a' }, { type: 'Normal', output: '11' }],
    ['both spellings at once', { nodeId: 'a', output: 'a' }, { output: '11', refTableName: 'a' }],
    ['an output that only the service has', { output: 'dw.a' }, { output: '11' }],
    ['the same output, which only the service knows', { output: 'dw.a' }, { output: 'dw.a' }],
    ['an output from outside', { output: 'other.x' }, { type: 'Normal', output: 'other.x' }],
    ['the own previous cycle', { type: 'CrossCycleDependsOnSelf', output: 'b' }, { type: 'CrossCycleDependsOnSelf' }],
    [
      'the children',
      { type: 'CrossCycleDependsOnChildren', output: 'b' },
      { type: 'CrossCycleDependsOnChildren', nodeId: '22' },
    ],
    [
      'the children, with and without a node',
      { type: 'CrossCycleDependsOnChildren', output: 'b' },
      { type: 'CrossCycleDependsOnChildren' },
    ],
  ])('are the same by %s', (_, expected, actual) => {
    const both = { nodeOutputs: [{ data: '11' }, { data: 'dw.a' }] }
    const known = [node('b', { id: '22' }), node('a', { id: '11', outputs: both })]
    expect(diffSpecs(spec(nodes, [dependsOn('b', expected)]), spec(known, [dependsOn('22', actual)])).edges).toEqual(
      same.edges,
    )
  })

  test.each<[string, object, object | undefined, object]>([
    ['is gone', { output: 'a' }, undefined, { node: 'b', type: 'Normal', upstream: 'a', external: false }],
    ['is of another type', { output: 'a' }, { type: 'CrossCycleDependsOnOtherNode', output: '11' }, { type: 'Normal' }],
    ['comes from elsewhere', { output: 'x.y' }, { output: 'x.z' }, { upstream: 'x.y', external: true }],
    ['is external on one side only', { output: 'a' }, { output: 'a.b' }, { upstream: 'a', external: false }],
  ])('are missing when one %s', (_, expected, actual, missing) => {
    const dependencies = actual === undefined ? [] : [dependsOn('22', actual)]
    const diff = diffSpecs(spec(nodes, [dependsOn('b', expected)]), spec(served, dependencies))
    expect(diff.edges.missing).toMatchObject([missing])
    expect(diff.edges.extra).toHaveLength(dependencies.length)
  })

  test('of one node may stand in several entries and in any order, and once is as good as twice', () => {
    const left = spec([...nodes, node('c')], [dependsOn('c', { output: 'a' }, { output: 'b' })])
    const right = spec(
      [...nodes, node('c')],
      [dependsOn('c', { output: 'b' }), dependsOn('c', { output: 'a' }, { output: 'a' })],
    )
    expect(diffSpecs(left, right)).toEqual(same)
  })

  test('keep a node and an output of the same text apart', () => {
    const left = spec([node('a', { output: 'p.a' }), node('b')], [dependsOn('b', { nodeId: 'a' })])
    const right = spec([node('a', { output: 'p.a' }), node('b')], [dependsOn('b', { output: 'a.x' })])
    expect(diffSpecs(left, right).edges).toEqual({
      missing: [{ node: 'b', type: 'Normal', upstream: 'a', external: false }],
      extra: [{ node: 'b', type: 'Normal', upstream: 'a.x', external: true }],
    })
  })

  test('are found by the name of their node where an id was meant', () => {
    expect(
      diffSpecs(spec(nodes, [dependsOn('b', { output: 'a' })]), spec(served, [dependsOn('b', { nodeId: 'a' })])).edges,
    ).toEqual(same.edges)
  })

  test('are found by names also where no document has a node of that id', () => {
    const left = spec([node('a', { id: '1' }), node('b', { id: '2' })], [dependsOn('2', { nodeId: '1' })])
    const right = spec(served, [dependsOn('b', { nodeId: 'a' })])
    expect(diffSpecs(left, right).edges).toEqual(same.edges)
    expect(diffSpecs(right, left).edges).toEqual(same.edges)
  })
})

describe('any document', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 12 })

  test('is the same as itself with its parts in another order and other ids', () => {
    fc.assert(
      fc.property(names, fc.infiniteStream(fc.nat()), (all, random) => {
        const pick = (): number => random.next().value ?? 0
        const edges = all.map((name) => [name, all[pick() % all.length] ?? name] as const)
        const left = spec(
          all.map((name) => node(name)),
          edges.map(([to, from]) => dependsOn(to, { output: from })),
        )
        const id = (name: string): string => `9${all.indexOf(name)}`
        const shuffled = all.toSorted(() => (pick() % 2 === 0 ? 1 : -1))
        const right = spec(
          shuffled.map((name) => node(name, { id: id(name) })),
          edges.map(([to, from]) => dependsOn(id(to), { nodeId: id(from) })).reverse(),
        )
        expect(diffSpecs(left, right)).toEqual(same)
      }),
    )
  })

  test.each([null, 5, [], {}, { spec: 5 }, { spec: { workflows: [5, { nodes: [null] }] } }])('may be %j', (odd) => {
    expect(() => diffSpecs(Object(odd), spec([node('a')]))).not.toThrow()
    expect(() => diffSpecs(spec([node('a')]), Object(odd))).not.toThrow()
  })
})
