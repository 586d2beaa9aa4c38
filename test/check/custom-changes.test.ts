import { checkSpec, type Diagnostic, virtual, workflow } from 'flowspec'
import { type CustomRule, defineRule, type Entity } from 'flowspec/rules'
import { describe, expect, test } from 'vitest'
import { baseDocument } from './support/base-document.ts'

const wordsOf = (entity: Entity | undefined): unknown =>
  entity?.faults.find(({ keyword }) => keyword === 'enum')?.params['allowedValues']

const brief = ({ severity, rule, path }: Diagnostic): string => `${severity} ${rule} ${path}`

describe('what a rule does to what it looks at', () => {
  const touching = (run: CustomRule['run']): CustomRule =>
    defineRule({ name: 'custom/touching', severity: 'error', summary: 'Changes what it looks at.', run })
  const own = (): Record<string, unknown> => JSON.parse(JSON.stringify(baseDocument))
  const put = (holder: unknown, key: string | number, value: unknown): void => {
    Object.assign(Object(holder), { [key]: value })
  }

  test.each<[string, CustomRule['run']]>([
    ['the document', ({ document }) => put(document, 'kind', 'Node')],
    ['what is deep in the document', ({ document }) => put(Object(document).spec.workflows[0].trigger, 'cron', 'x')],
    ['the value of an entity', ({ nodes: [node] }) => put(node?.entity.value, 'name', 'x')],
    ['a list in a value', ({ entitiesOf }) => put(entitiesOf('Workflow')[0]?.value['nodes'], 0, 'x')],
    ['the value of a parent', ({ nodes: [node] }) => put(node?.entity.parent?.value, 'name', 'x')],
    ['the list of nodes', ({ nodes }) => void Object(nodes).reverse()],
    ['the nodes of a workflow', ({ flows: [, flow] }) => void Object(flow?.nodes).pop()],
    ['the list of edges', ({ edges }) => void Object(edges).sort()],
    ['an edge', ({ edges: [edge] }) => put(edge, 'node', undefined)],
    ['a node', ({ nodes: [node] }) => put(node, 'flow', undefined)],
    ['the outputs by their text', ({ outputs }) => void Object(outputs.first).clear()],
    ['the nodes by their keys', ({ nodesByKey }) => void Object(nodesByKey.first).set('x', undefined)],
    ['the faults of an entity that has none', ({ nodes: [node] }) => void Object(node?.entity.faults).push({})],
    ['the index', (index) => put(index, 'nodes', [])],
  ])('ends the rule where it changes %s, and no other rule sees anything of it', (_, run) => {
    const [document, seen] = [own(), [] as unknown[]]
    const looking = defineRule({
      name: 'custom/looking',
      severity: 'error',
      summary: 'Looks.',
      run(index) {
        const names = index.nodes.map(({ name }) => name)
        seen.push(JSON.stringify(index.document), names, index.edges.length, index.outputs.first.size)
      },
    })
    checkSpec(document, { custom: [looking] })
    const found = checkSpec(document, { custom: [touching(run), looking] })
    expect(found.map(brief)).toEqual(['error settings/faulty-rule '])
    expect(found[0]?.message).toMatch(
      /^custom\/touching threw an error: .*(?:read.only|not extensible|delete property)/,
    )
    expect(document).toEqual(baseDocument)
    expect(seen.slice(4)).toEqual(seen.slice(0, 4))
  })

  const output = { nodeOutputs: [{ data: 'retail.a', artifactType: 'NodeOutput' }] }
  const wrong = (): object => ({
    kind: 'Node',
    version: '1.1.0',
    spec: { nodes: ['a', 'b'].map((name) => ({ name, recurrence: 'Paused', outputs: output })) },
  })

  test.each<[string, CustomRule['run']]>([
    ['the faults of an entity', ({ faulty: [entity] }) => void Object(entity?.faults).splice(0)],
    ['a fault of an entity', ({ faulty: [entity] }) => put(entity?.faults[0], 'keyword', 'type')],
    ['the words that a field takes', ({ faulty: [entity] }) => void Object(wordsOf(entity)).push('Paused')],
    ['an output that is offered again', ({ outputs }) => put(outputs.repeated[0]?.other, 'node', undefined)],
  ])('ends the rule where it changes %s, and no later check sees anything of it', (_, run) => {
    const before = checkSpec(wrong())
    expect(before.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['schema/enum', 'name/duplicate-output']))
    const found = checkSpec(wrong(), { custom: [touching(run)] })
    expect(found.filter(({ rule }) => rule === 'settings/faulty-rule')).toHaveLength(1)
    expect(checkSpec(wrong())).toEqual(before)
  })

  class Spec {
    readonly name = 'orders'
    readonly nodes: readonly object[] = [{ name: 'ods' }]
  }

  test.each<[string, () => unknown, unknown]>([
    ['a date', () => new Date(0), {}],
    ['a function', () => () => 1, undefined],
    ['what is no number', () => Number.NaN, undefined],
    ['an instance of a class', () => new Spec(), { name: 'orders', nodes: [{ name: 'ods' }] }],
  ])('a document with %s is looked at as a copy of what JSON holds of it', (_, value, held) => {
    const [document, seen] = [{ ...own(), mine: value() }, [] as unknown[]]
    const looking = touching((index) => void seen.push(Reflect.get(Object(index.document), 'mine'), index.nodes.length))
    checkSpec(document, { custom: [looking] })
    expect(seen).toEqual([held, 4])
    const rename = touching(({ nodes: [node] }) => put(node?.entity.value, 'name', 'x'))
    expect(checkSpec(document, { custom: [rename] }).map(({ rule }) => rule)).toContain('settings/faulty-rule')
    expect(document).toEqual({ ...own(), mine: document.mine })
  })

  test('a document of instances of a class, or one that contains itself, is looked at', () => {
    const around: Record<string, unknown> = { ...own() }
    around['metadata'] = { around }
    for (const [document, count] of [
      [{ kind: 'Node', version: '1.1.0', spec: new Spec() }, 1],
      [around, 4],
    ] as const) {
      const seen: unknown[] = []
      checkSpec(document, { custom: [touching(({ nodes }) => void seen.push(nodes.length))] })
      expect(seen).toEqual([count])
    }
  })

  test('a document that is frozen outside alone is not changed inside', () => {
    const document = Object.freeze(own())
    checkSpec(document, { custom: [touching(({ document: given }) => put(Object(given).spec, 'name', 'x'))] })
    expect(document).toEqual(baseDocument)
  })

  test('a builder, and a document of a builder, are looked at as they are', () => {
    const orders = workflow('orders').cron('00 02 00 * * ?').nodes(virtual('start'))
    const rename = touching(({ nodes: [node] }) => put(node?.entity.value, 'name', 'x'))
    const wanted = JSON.stringify(orders)
    expect(orders.check({ custom: [rename] }).map(({ rule }) => rule)).toContain('settings/faulty-rule')
    expect(checkSpec(orders.build(), { custom: [rename] }).map(({ rule }) => rule)).toContain('settings/faulty-rule')
    expect(JSON.stringify(orders)).toBe(wanted)
  })
})
