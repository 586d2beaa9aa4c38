import fc from 'fast-check'
import type { EntityName } from '../../../src/model/generated/entity-name.ts'
import { entityTable } from '../../../src/model/generated/entity-table.ts'

const key = fc.string({ maxLength: 6 }).filter((text) => text !== '__proto__')

/** What can stand in JSON text, integers beyond 2^53 included; no -0, which text does not keep. */
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'anything' },
    fc.constantFrom(null, true, false, 0, 1, -1.5, 9007199254740991),
    fc.string({ maxLength: 8 }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : inexact(number))),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 70n }),
    fc.bigInt({ min: -(2n ** 70n), max: -(2n ** 53n) }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}))

/** A number whose text has no point and no exponent would be read as a bigint beyond 2^53. */
function inexact(number: number): number {
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? 0.5 : number
}

const deepest = 6

function entity(name: EntityName, depth: number): fc.Arbitrary<object> {
  const { fields, children } = entityTable[name]
  const parts: Record<string, fc.Arbitrary<unknown>> = {}
  for (const field of fields) {
    const child = children[field]
    if (child === undefined) parts[field] = anything
    else if (depth < deepest) {
      const inner = fc.oneof(
        { weight: 8, arbitrary: entity(child.entity, depth + 1) },
        { weight: 1, arbitrary: anything },
      )
      parts[field] = child.many ? fc.oneof(fc.array(inner, { maxLength: 2 }), anything) : inner
    }
  }
  const own = fc.dictionary(key, anything, { maxKeys: 2, noNullPrototype: true })
  return fc.tuple(own, fc.record(parts, { requiredKeys: [], noNullPrototype: true })).map(([extra, known]) => ({
    ...extra,
    ...known,
  }))
}

/** Documents with the fields of the language at their places, any values in them, and fields of their own. */
export function arbitraryDocument(): fc.Arbitrary<object> {
  return entity('Document', 0)
}
