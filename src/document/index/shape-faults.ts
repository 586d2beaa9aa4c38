import { ExactNumber, isWhole } from '../../diagnostics/exact-number.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { type ShallowError, shallowErrors } from '../../language/validate.ts'
import { referable } from '../references.ts'
import { spelledField, spellings } from '../spellings.ts'

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

/**
 * The entity as its validator has to see it: the service reads null as absent, bigints are integers, fields have the
 * spelling of the schema, and references are objects.
 */
function asValidated(name: EntityName, value: Value): Value {
  const fields = Object.entries(value).filter(([, held]) => held !== null && held !== undefined)
  const others = new Map(Object.entries(spellings[name] ?? {}))
  const seen = fields.map(([spelling, held]): [string, unknown] => {
    const field = others.get(spelling) ?? spelling
    return [field, isLarge(held) ? asValidNumber(held) : withoutReferences(name, field, held)]
  })
  return Object.fromEntries(seen)
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
function inSpelling(error: ShallowError, name: EntityName, value: Value): ShallowError {
  const [, field = '', ...below] = error.instancePath.split('/')
  const spelled = field === '' ? field : spelledField(name, value, field)
  return spelled === field ? error : { ...error, instancePath: ['', spelled, ...below].join('/') }
}

/** What the shape of an entity violates, its children left aside. */
export function shapeFaults(name: EntityName, value: Value): readonly ShallowError[] {
  const shape = entityTable[name]
  const errors = shallowErrors(shape, value)
  if (errors.length === 0) return errors
  return oneForEach(shallowErrors(shape, asValidated(name, value))).map((error) => inSpelling(error, name, value))
}
