import { ExactNumber, isWhole } from '../../diagnostics/exact-number.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { type ShallowError, shallowErrors } from '../../language/validate.ts'
import { referable } from '../references.ts'
import { spellings } from '../spellings.ts'

type Value = Readonly<Record<string, unknown>>

/**
 * A validator knows no bigint and no text of a number; one beyond what a number holds is as far out of every range as the
 * largest number.
 */
function asValidNumber(value: bigint | ExactNumber): number {
  // None is what a part of a whole number is, whatever it would be rounded to.
  if (typeof value !== 'bigint' && !isWhole(value)) return Number.NaN
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, Number(value)))
}

function isLarge(value: unknown): value is bigint | ExactNumber {
  return typeof value === 'bigint' || value instanceof ExactNumber
}

/** A text in the place of an entity is a reference to one, which the validator has to take for some object. */
function withoutReferences(name: EntityName, field: string, held: unknown): unknown {
  const child = entityTable[name].children[field]
  if (child === undefined || !referable.has(child.entity)) return held
  if (child.many && Array.isArray(held)) return held.map((item: unknown) => (typeof item === 'string' ? {} : item))
  return !child.many && typeof held === 'string' ? {} : held
}

/** The values of a field, each with the spelling that it has in the document: the one that is read comes first. */
type SpelledValues = readonly (readonly [spelling: string, held: unknown])[]

/** The values of an entity by the fields of the schema; the service reads null as absent. */
function spelledValues(name: EntityName, value: Value): ReadonlyMap<string, SpelledValues> {
  const others = new Map(Object.entries(spellings[name] ?? {}))
  const found = new Map<string, [string, unknown][]>()
  for (const [spelling, held] of Object.entries(value)) {
    if (held === null || held === undefined) continue
    const field = others.get(spelling) ?? spelling
    const values = found.get(field)
    if (values === undefined) found.set(field, [[spelling, held]])
    else if (spelling === field) values.unshift([spelling, held])
    else values.push([spelling, held])
  }
  return found
}

/** A value as its validator has to see it: bigints are integers, and references are objects. */
function asValidated(name: EntityName, field: string, held: unknown): unknown {
  return isLarge(held) ? asValidNumber(held) : withoutReferences(name, field, held)
}

const keywordsByRank: readonly string[] = ['enum', 'type']

/** How much of a fault an error tells; a value of the wrong type may violate other keywords too. */
function rankOf({ keyword }: ShallowError): number {
  const rank = keywordsByRank.indexOf(keyword)
  return rank < 0 ? keywordsByRank.length : rank
}

/** One error for each value: the one that says most. Several fields may be missing from or unknown to one entity. */
function oneForEach(errors: readonly ShallowError[]): readonly ShallowError[] {
  const least = new Map<string, number>()
  for (const error of errors) {
    const rank = least.get(error.instancePath) ?? Number.POSITIVE_INFINITY
    least.set(error.instancePath, Math.min(rank, rankOf(error)))
  }
  return errors.filter((error) => rankOf(error) === least.get(error.instancePath))
}

/** An error at the place that the document has, which may spell the field in another way than the schema does. */
function inSpelling(error: ShallowError, spelled: ReadonlyMap<string, string>): ShallowError {
  const [, field = '', ...below] = error.instancePath.split('/')
  const spelling = spelled.get(field) ?? field
  return spelling === field ? error : { ...error, instancePath: ['', spelling, ...below].join('/') }
}

type Fields = ReadonlyMap<string, SpelledValues>

/** What is wrong with an entity when each field has its value at a place among those it has; a field with fewer is left out. */
function faultsAt(name: EntityName, fields: Fields, at: number): readonly ShallowError[] {
  const seen: [string, unknown][] = []
  const spelled = new Map<string, string>()
  for (const [field, values] of fields) {
    const chosen = values[at]
    if (chosen === undefined) continue
    const [spelling, held] = chosen
    seen.push([field, asValidated(name, field, held)])
    spelled.set(field, spelling)
  }
  const errors = oneForEach(shallowErrors(entityTable[name], Object.fromEntries(seen)))
  return errors.map((error) => inSpelling(error, spelled))
}

/** What the shape of an entity violates, its children left aside. Of a field in several spellings, each is judged. */
export function shapeFaults(name: EntityName, value: Value): readonly ShallowError[] {
  const errors = shallowErrors(entityTable[name], value)
  if (errors.length === 0) return errors
  const fields = spelledValues(name, value)
  const faults = [...faultsAt(name, fields, 0)]
  for (let at = 1; [...fields.values()].some((values) => values.length > at); at++) {
    // What the entity lacks or has too much was told already; here it has the fields of so many spellings alone.
    faults.push(...faultsAt(name, fields, at).filter(({ instancePath }) => instancePath !== ''))
  }
  return faults
}
