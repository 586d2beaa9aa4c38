import { describe, expect, test } from 'vitest'
import { shapeFaults } from '../../src/document/index/shape-faults.ts'
import type { EntityName } from '../../src/language/generated/entity-name.ts'

/** A node with its required fields and one more, which may have any name. */
function nodeWith(field: string, value: unknown): Readonly<Record<string, unknown>> {
  const node = { name: 'n', script: {} }
  return Object.defineProperty(node, field, { value, enumerable: true })
}

// Every object answers to these names, and to `__proto__` with an object.
test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])('%s is an unknown field', (field) => {
  const unknown = { instancePath: '', keyword: 'additionalProperties', params: { additionalProperty: field } }
  for (const value of [1, 'x', {}, [], true]) expect(shapeFaults('Node', nodeWith(field, value))).toEqual([unknown])
})

describe('what is as good as right has no fault', () => {
  test.each<[what: string, name: EntityName, value: Readonly<Record<string, unknown>>]>([
    ['null, which the service reads as absent', 'Node', { name: 'n', timeout: null, mine: null }],
    ['a text that refers to an entity', 'Node', { name: 'n', script: '{{script}}', fileResources: ['{{a}}', {}] }],
    ['an integer that was read without loss', 'Trigger', { calendarId: 2n ** 60n }],
    ['another spelling of a field', 'Node', { name: 'n', doWhile: {} }],
  ])('%s', (_, name, value) => {
    expect(shapeFaults(name, value)).toEqual([])
  })
})

// Two megabytes of wrong items would take more than a gigabyte, and nobody reads them.
test('a list of many wrong items has a fault for each of the first thousand, and one that counts the others', () => {
  const wrong = (count: number) => shapeFaults('Script', { parameters: Array.from({ length: count }, () => 5) })
  expect(wrong(1000).map(({ instancePath }) => instancePath)).toEqual(
    Array.from({ length: 1000 }, (_, at) => `/parameters/${at}`),
  )
  const faults = wrong(200_000)
  expect(faults).toHaveLength(1001)
  expect(faults.at(-1)).toEqual({ instancePath: '/parameters', keyword: 'more items', params: { count: 199_000 } })
})
