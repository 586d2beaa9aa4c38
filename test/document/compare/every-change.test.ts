import { describe, expect, test } from 'vitest'
import { diffDocumentPair } from '../../../src/document/compare/spec-diff.ts'
import type { EntityName } from '../../../src/language/generated/entity-name.ts'
import { entityTable } from '../../../src/language/generated/entity-table.ts'
import { changedAt, everyPlace, type Place } from './support/one-change.ts'
import { wholeDocument } from './support/whole-document.ts'

/** Whether anything is told. */
function isTold(before: object, after: object): boolean {
  const { document, workflows, nodes, edges } = diffDocumentPair(after, before)
  const parts = [workflows, nodes].flatMap(({ missing, extra, changed }) => [...missing, ...extra, ...changed])
  return [...document, ...parts, ...edges.missing, ...edges.extra, ...edges.changed].length > 0
}

/** What is documented as passed over: ids, and what the service notes down in metadata. */
function isPassedOver(place: Place): boolean {
  return place.at(-1) === 'id'
}

const whole = wholeDocument()

test('the document has every field of every entity', () => {
  const missing = (Object.keys(entityTable) as EntityName[]).flatMap((entity) =>
    entityTable[entity].fields
      .filter((field) => !whole.fields.has(`${entity}.${field}`))
      .map((field) => `${entity}.${field}`),
  )
  expect(missing).toEqual([])
})

describe('two documents', () => {
  test('that are equal differ in nothing', () => {
    expect(isTold(whole.document, structuredClone(whole.document))).toBe(false)
  })

  test.each(['another value', 'nothing', 'something else'] as const)('differ where one has %s', (change) => {
    const silent = everyPlace(whole.document)
      .filter((place) => !isPassedOver(place))
      .filter((place) => !isTold(whole.document, changedAt(whole.document, place, change)))
    expect(silent.map((place) => place.join('/'))).toEqual([])
  })
})
