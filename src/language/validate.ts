import type { EntityName } from './generated/entity-name.ts'

/*
 * The notation of an entity: its fields with a space between, in the order they are written. A field that must be there
 * has `!` behind its name. Then comes what it holds:
 *
 * - `name`: text; `type=a|b`: one of these words; `version~^\d+$`: text of this form
 * - `isDefault?`: true or false; `timeout#0..`: a whole number, with the least and the most it may be
 * - `metadata:`: an object; `script:Script`: an entity
 * - `[]` at the end: a list of these
 */

/** A field that holds an entity, or a list of them. */
interface EntityChild {
  readonly entity: EntityName
  readonly many: boolean
}

/** The types of JSON Schema that fields have. */
type ValueType = 'string' | 'boolean' | 'integer' | 'object' | 'array'

/** What a field holds, and of a list each item; an entity is some object here. */
interface FieldShape {
  readonly type: ValueType
  /** What else must hold, most often nothing. */
  readonly checks: readonly ValueCheck[]
  readonly many: boolean
}

/** What is known of one entity of the language. */
export interface EntityShape {
  /** Field names in the order they are written. */
  readonly fields: readonly string[]
  /** The fields that hold entities. It has no prototype, for a document may have a field `constructor`. */
  readonly children: Readonly<Record<string, EntityChild>>
  readonly values: ReadonlyMap<string, FieldShape>
  /** The fields that must be there. */
  readonly required: readonly string[]
}

/** One keyword of JSON Schema and its value: what an error says of it, and whether something fulfils it. */
interface ValueCheck extends Omit<ShallowError, 'instancePath'> {
  holds(value: unknown): boolean
}

/** The value is one of some words. */
function isWord(words: readonly unknown[]): ValueCheck {
  return { keyword: 'enum', params: { allowedValues: words }, holds: (value) => words.includes(value) }
}

/** The value, if it is text, has a form. */
function hasForm(pattern: string): ValueCheck {
  const form = new RegExp(pattern, 'u')
  return { keyword: 'pattern', params: { pattern }, holds: (value) => typeof value !== 'string' || form.test(value) }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** The value, if it is a number, is so large. */
function isAtLeast(limit: number): ValueCheck {
  const params = { comparison: '>=', limit }
  return { keyword: 'minimum', params, holds: (value) => !isNumber(value) || value >= limit }
}

/** The value, if it is a number, is no larger. */
function isAtMost(limit: number): ValueCheck {
  const params = { comparison: '<=', limit }
  return { keyword: 'maximum', params, holds: (value) => !isNumber(value) || value <= limit }
}

/** Name, `!`, the mark of the type, what is said of values of the type, and `[]`. */
const notation = /^([\w-]+)(!?)([=~?#:]?)(.*?)((?:\[\])?)$/

const types: Readonly<Record<string, ValueType>> = { '?': 'boolean', '#': 'integer', ':': 'object' }

function rangeChecks(range: string): readonly ValueCheck[] {
  const [least, most] = range.split('..')
  return [...(least ? [isAtLeast(Number(least))] : []), ...(most ? [isAtMost(Number(most))] : [])]
}

/** What is asked of a value beside its type. */
function checksOf(mark: string, detail: string): readonly ValueCheck[] {
  if (mark === '=') return [isWord(detail.split('|'))]
  if (mark === '~') return [hasForm(detail)]
  return mark === '#' ? rangeChecks(detail) : []
}

/** Reads the notation of an entity. */
// @__NO_SIDE_EFFECTS__
export function readEntityShape(text: string): EntityShape {
  const values = new Map<string, FieldShape>()
  const children: Record<string, EntityChild> = Object.create(null)
  const required: string[] = []
  for (const part of text.split(' ')) {
    const [, field = '', must, mark = '', detail = '', list] = notation.exec(part) ?? []
    const many = list !== ''
    values.set(field, { type: types[mark] ?? 'string', checks: checksOf(mark, detail), many })
    // The generator writes nothing but names of entities here.
    if (mark === ':' && detail !== '') children[field] = { entity: detail as EntityName, many }
    if (must) required.push(field)
  }
  return { fields: [...values.keys()], children, values, required }
}

/** One way in which an entity, its children left aside, is not what the schema says; the words are those of ajv. */
export interface ShallowError {
  /** JSON Pointer from the entity to the value. */
  readonly instancePath: string
  /** The keyword of JSON Schema that failed, such as `required`. */
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** In the place of a keyword, where a list has more wrong items than are told: `params.count` says how many. */
export const moreItems = 'more items'

const noErrors: readonly ShallowError[] = []

function isRight({ type, checks }: FieldShape, value: unknown): boolean {
  if (!isOfType(type, value)) return false
  for (const check of checks) if (!check.holds(value)) return false
  return true
}

function isFieldRight(shape: FieldShape, value: unknown): boolean {
  if (!shape.many) return isRight(shape, value)
  if (!Array.isArray(value)) return false
  for (let at = 0; at < value.length; at++) if (!isRight(shape, value[at])) return false
  return true
}

const typeError = (instancePath: string, type: ValueType): ShallowError => {
  return { instancePath, keyword: 'type', params: { type } }
}

function addErrors(errors: ShallowError[], { type, checks }: FieldShape, value: unknown, instancePath: string): void {
  if (!isOfType(type, value)) errors.push(typeError(instancePath, type))
  for (const { keyword, params, holds } of checks) if (!holds(value)) errors.push({ instancePath, keyword, params })
}

/** So many errors of the items of one list are told each by itself: more than anybody reads. */
const mostOfItems = 1000

function addItemErrors(errors: ShallowError[], shape: FieldShape, items: readonly unknown[], path: string): void {
  const before = errors.length
  let left = 0
  for (let at = 0; at < items.length; at++) {
    if (errors.length - before < mostOfItems) addErrors(errors, shape, items[at], `${path}/${at}`)
    else if (!isRight(shape, items[at])) left++
  }
  if (left > 0) errors.push({ instancePath: path, keyword: moreItems, params: { count: left } })
}

function addFieldErrors(errors: ShallowError[], shape: FieldShape, value: unknown, path: string): void {
  if (!shape.many) addErrors(errors, shape, value, path)
  else if (!Array.isArray(value)) errors.push(typeError(path, 'array'))
  else addItemErrors(errors, shape, value, path)
}

/**
 * Looks at one entity and not into its children, which are any objects here. It is one pass over the fields the entity
 * has, without an allocation when all is right: a document of 10,000 nodes has 100,000 entities.
 *
 * @returns what ajv finds with the schema of the entity
 */
export function shallowErrors(
  { values, required }: EntityShape,
  entity: Readonly<Record<string, unknown>>,
): readonly ShallowError[] {
  let errors: ShallowError[] | undefined
  for (const field of required) {
    if (entity[field] !== undefined) continue
    errors ??= []
    errors.push({ instancePath: '', keyword: 'required', params: { missingProperty: field } })
  }
  for (const field in entity) {
    const shape = values.get(field)
    const value = entity[field]
    if (shape !== undefined && (value === undefined || isFieldRight(shape, value))) continue
    if (!Object.hasOwn(entity, field)) continue
    errors ??= []
    if (shape !== undefined) addFieldErrors(errors, shape, value, `/${field}`)
    else errors.push({ instancePath: '', keyword: 'additionalProperties', params: { additionalProperty: field } })
  }
  return errors ?? noErrors
}

/** Whether a value is of a type of JSON Schema. */
function isOfType(type: ValueType, value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string'
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Number)
    case 'array':
      return Array.isArray(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return Number.isInteger(value)
  }
}
