import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Entity, hasShape, pointerOf } from '../../src/document/index/entity.ts'
import { indexSpec } from '../../src/document/index/index-spec.ts'
import { isRecord } from '../../src/document/json/records.ts'
import type { EntityName } from '../../src/language/generated/entity-name.ts'
import { entityTable } from '../../src/language/generated/entity-table.ts'
import { arbitraryDocument } from './support/arbitrary-document.ts'

type Found = readonly [name: EntityName, pointer: string, value: unknown]

/** The entities of a document, found the plain way. */
function naive(name: EntityName, value: unknown, pointer: string): Found[] {
  if (!isRecord(value)) return []
  const inner = Object.entries(entityTable[name].children).flatMap(([field, { entity, many }]) => {
    const held = value[field]
    if (!many) return naive(entity, held, `${pointer}/${field}`)
    return Array.isArray(held) ? held.flatMap((item, at) => naive(entity, item, `${pointer}/${field}/${at}`)) : []
  })
  return [[name, pointer, value], ...inner]
}

const names: readonly EntityName[] = [
  'Document',
  ...Object.values(entityTable).flatMap(({ children }) => Object.values(children).map(({ entity }) => entity)),
]
const everyName = [...new Set(names)]
const byPointer = (left: Found, right: Found): number => (`${left[1]} ${left[0]}` < `${right[1]} ${right[0]}` ? -1 : 1)

test('every entity stands at its pointer, below its parent', () => {
  fc.assert(
    fc.property(arbitraryDocument(), (document) => {
      const index = indexSpec(document)
      const entities = [...index.eachEntity(...everyName)]
      const found = entities.map((entity): Found => [entity.name, pointerOf(entity), entity.value])
      expect(found.toSorted(byPointer)).toEqual(naive('Document', document, '').sort(byPointer))
      for (const { parent, children, value } of entities) {
        for (const child of children) expect(child.parent?.value).toBe(value)
        expect(parent === undefined || parent.children.some((child) => child.value === value)).toBe(true)
      }
    }),
  )
})

test('entities of a name come in the order of the document', () => {
  const node = (name: string): object => ({ name, strategy: { timeout: 0 }, inputs: {}, outputs: {} })
  const document = {
    spec: {
      nodes: [node('a')],
      workflows: [{ nodes: [node('b'), node('c')], strategy: {}, outputs: {} }, { nodes: [node('d')] }],
    },
  }
  const index = indexSpec(document)
  expect(index.entitiesOf('Node').map(({ value }) => value['name'])).toEqual(['a', 'b', 'c', 'd'])
  expect([...index.eachEntity('Workflow', 'Node')].map(pointerOf)).toEqual([
    '/spec/workflows/0',
    '/spec/workflows/1',
    '/spec/nodes/0',
    '/spec/workflows/0/nodes/0',
    '/spec/workflows/0/nodes/1',
    '/spec/workflows/1/nodes/0',
  ])
  expect(index.entitiesOf('Datasource')).toEqual([])
})

describe('an entity', () => {
  const script = { path: 'n', runtime: { command: 'VIRTUAL' }, parameters: [{ name: 'a' }, 5, { name: 'c' }] }
  const entity = (): Entity => {
    const [found] = indexSpec({ spec: { nodes: [{ name: 'n', script }] } }).entitiesOf('Script')
    if (found === undefined) throw new Error('there is no script')
    return found
  }

  test('gives what it holds by field; of a list, the first, with its place among all items', () => {
    expect(entity().child('runtime')?.value).toBe(script.runtime)
    expect(entity().child('parameters')?.value).toBe(script.parameters[0])
    expect(entity().child('path')).toBeUndefined()
    expect(entity().children.map(({ field, position }) => [field, position])).toEqual([
      ['runtime', -1],
      ['parameters', 0],
      ['parameters', 2],
    ])
  })

  test('has the faults of its own shape, and none of its parts', () => {
    expect(entity().faults.map(({ keyword, instancePath }) => [keyword, instancePath])).toEqual([
      ['type', '/parameters/1'],
    ])
    expect(entity().parent?.faults).toEqual([])
    expect(hasShape(entity())).toBe(false)
    expect(hasShape(entity().parent)).toBe(true)
    expect(hasShape(undefined)).toBe(false)
  })

  test('with fields of its own has its shape all the same', () => {
    const index = indexSpec({ kind: 'Node', version: '1.1.0', spec: {}, mine: 1 })
    expect(index.faulty).toHaveLength(1)
    expect(index.faulty.every(hasShape)).toBe(true)
  })
})
