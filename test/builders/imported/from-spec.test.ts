import { fromSpec, readSpec } from 'flowspec'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf, foreign } from '../support/from-spec.ts'

describe('a document as builders', () => {
  it('is built again as it was, whatever stands in it', () => {
    const spec = fromSpec(foreign)
    expect(spec.toJSON()).toEqual(foreign)
    expect([spec.kind, spec.version]).toEqual(['CycleWorkflow', '1.1.0'])
    expect(spec.nodes.map((node) => node.name)).toEqual(['start', 'ods'])
    expect(spec.workflows).toEqual([])
  })

  it.each([
    ['no spec', { version: '1.0.0', kind: 'CycleWorkflow', nodes: [{ id: 'a' }], flow: [], trigger: 1 }],
    ['neither kind nor version', { spec: { nodes: [] } }],
    ['strays in its lists', { kind: 'Node', spec: { nodes: ['{{n}}', null, 3, {}], flow: ['x', { nodeId: 7 }] } }],
    ['lists that are none', { kind: 'Node', spec: { nodes: {}, workflows: 'w', flow: 1 } }],
    ['strays among workflows', { spec: { workflows: [null, { name: 'w' }, 'w2'] } }],
    ['two nodes of one id', { spec: { nodes: [{ id: 'a' }, { id: 'a' }], flow: [{ nodeId: 'a' }, { nodeId: 'a' }] } }],
    ['both spellings', { spec: { nodes: [{ id: 'a' }], flow: [{ nodeId: 'a' }], dependencies: [] } }],
    ['entities of other kinds', { kind: 'Function', spec: { functions: [{ name: 'f', script: {}, new: 1 }] } }],
    ['nothing', {}],
  ])('keeps a document with %s', (_, document) => {
    const spec = fromSpec(document)
    expect(spec.toJSON()).toEqual(document)
    expect(() => spec.check()).not.toThrow()
    for (const one of spec.workflows) expect(one.toJSON()).toEqual(document)
    for (const node of spec.nodes) expect(spec.with(node).toJSON()).toEqual(document)
  })

  it('keeps integers beyond 2^53', () => {
    const text = '{"kind":"Node","spec":{"nodes":[{"id":"a","name":"a","calendarId":9007199254740993}]}}'
    const node = { id: 'a', name: 'a', calendarId: 9007199254740993n, owner: 'o' }
    const spec = fromSpec(readSpec(text))
    expect(spec.with(spec.node('a').owner('o')).toJSON()).toEqual({ kind: 'Node', spec: { nodes: [node] } })
  })

  it('neither keeps nor freezes what it is given', () => {
    const given = { spec: { nodes: [{ name: 'a' }], x: { y: 1 } } }
    const spec = fromSpec(given)
    const before = JSON.stringify(spec)
    given.spec.nodes.push({ name: 'b' })
    given.spec.x.y = 2
    expect(JSON.stringify(spec)).toBe(before)
    expect(Object.isFrozen(given.spec.x)).toBe(false)
  })

  it.each([
    ['a list', []],
    ['a text', '{}'],
    ['nothing', undefined],
    ['null', null],
  ])('throws when it is %s', (_, value) => {
    expect(diagnosticsOf(() => fromSpec(value))).toMatchObject([{ rule: 'document/not-json' }])
  })

  it('throws when it holds what JSON cannot', () => {
    const cyclic: Record<string, unknown> = { kind: 'Node' }
    cyclic['spec'] = { self: cyclic }
    expect(diagnosticsOf(() => fromSpec(cyclic))).toMatchObject([{ message: expect.stringContaining('"self"') }])
    expect(diagnosticsOf(() => fromSpec({ made: new Date(0) }))).toMatchObject([{ rule: 'document/not-json' }])
  })

  it('shows itself in logs', async () => {
    const { inspect } = await import('node:util')
    expect(inspect(fromSpec({ kind: 'Node' }))).toBe("{ kind: 'Node' }")
  })
})
