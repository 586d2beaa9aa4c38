import fc from 'fast-check'
import type { EntityName } from '../../../src/language/generated/entity-name.ts'
import { entityTable } from '../../../src/language/generated/entity-table.ts'

const ownKey = fc.string({ maxLength: 6 }).filter((text) => text !== '__proto__')

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
    fc.dictionary(ownKey, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}))

/** A number whose text has no point and no exponent would be read as a bigint beyond 2^53. */
function inexact(number: number): number {
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? 0.5 : number
}

const deepest = 6

type Part = [field: string, value: fc.Arbitrary<unknown>]
type Known = Map<string, fc.Arbitrary<object>>

/** The entity of one name at one depth, which is made once however many entities hold it. */
function entity(name: EntityName, depth: number, made: Known): fc.Arbitrary<object> {
  const key = `${name} ${depth}`
  const found = made.get(key) ?? makeEntity(name, depth, made)
  made.set(key, found)
  return found
}

function makeEntity(name: EntityName, depth: number, made: Known): fc.Arbitrary<object> {
  const { fields, children } = entityTable[name]
  const plain = fields.filter((field) => children[field] === undefined).map((field): Part => [field, anything])
  const entities = Object.entries(depth < deepest ? children : {}).map(([field, child]): Part => {
    const arbitrary = entity(child.entity, depth + 1, made)
    const inner = fc.oneof({ weight: 8, arbitrary }, { weight: 1, arbitrary: anything })
    return [field, child.many ? fc.array(inner, { maxLength: 2 }) : inner]
  })
  const own = fc.dictionary(ownKey, anything, { maxKeys: 2, noNullPrototype: true })
  return fc
    .tuple(own, some(plain, 0), some(entities, 2))
    .map(([extra, known, inner]) => ({ ...extra, ...known, ...inner }))
}

/** At least so many and at most three fields: with all of them, documents grow with every level. */
function some(parts: readonly Part[], least: number): fc.Arbitrary<object> {
  const limits = { minLength: Math.min(least, parts.length), maxLength: Math.min(3, parts.length) }
  return fc
    .subarray([...parts], limits)
    .chain((chosen) => fc.record(Object.fromEntries(chosen), { noNullPrototype: true }))
}

/** Documents with the fields of the language at their places, any values in them, and fields of their own. */
export function arbitraryDocument(): fc.Arbitrary<object> {
  return entity('Document', 0, new Map())
}
