import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { joinPointer, unescapeSegment } from '../diagnostics/json-pointer.ts'
import type { BuiltInRuleName } from '../diagnostics/rule-names.ts'
import { showValue } from '../diagnostics/show-value.ts'
import { isRecord } from '../document/json/records.ts'
import type { AjvError } from './ajv.cjs'
import type { SchemaPlaces } from './schema-places.ts'

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
}

/** The types of a schema in words; undefined when it does not say any. */
function describeTypes(type: unknown): string | undefined {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type]
  const found = types.map((name) => (typeof name === 'string' ? typeWords[name] : undefined))
  return found.includes(undefined) ? undefined : found.join(' or ')
}

/** Values as a list of a sentence. */
function listValues(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : ''
}

function properties(schema: unknown): Readonly<Record<string, unknown>> {
  const found = isRecord(schema) ? schema['properties'] : undefined
  return isRecord(found) ? found : {}
}

/** What values a schema takes, in a few words. */
function describeSchema(schema: unknown): string {
  if (!isRecord(schema)) return 'a value'
  if (Array.isArray(schema['enum'])) return `one of ${listValues(schema['enum'])}`
  if (Object.hasOwn(schema, 'const')) return JSON.stringify(schema['const'])
  const names: unknown = schema['required'] ?? Object.keys(properties(schema))
  if (Array.isArray(names) && names.length > 0) return `an object with ${names.map(String).join(' and ')}`
  return describeTypes(schema['type']) ?? 'a value'
}

/** What is wrong with a parameter, and where it stands among the parameters. */
export interface ParameterFault {
  readonly rule: BuiltInRuleName
  readonly message: string
  readonly path: string
  readonly hint?: string
}

type Explain = (error: AjvError, places: SchemaPlaces) => Omit<ParameterFault, 'path'> & { readonly below?: string }

function nameOf(pointer: string): string {
  return unescapeSegment(pointer.slice(1))
}

/** The parameter and its value; values that are only written, such as passwords, are not shown. */
function subject({ instancePath, data, propertyName }: AjvError, places: SchemaPlaces): string {
  const name = instancePath === '' ? 'The parameters' : `Parameter '${nameOf(instancePath)}'`
  const isSecret = places.isSecret(instancePath)
  if (propertyName !== undefined) {
    return isSecret
      ? `${name} cannot be taken`
      : `'${nameOf(joinPointer(instancePath, propertyName))}' cannot be a name`
  }
  if (instancePath === '' || isSecret) return `${name} cannot be taken`
  return `${name} is ${showValue(data)}`
}

const explainMissing: Explain = ({ instancePath, params, parentSchema }) => {
  const name = String(params['missingProperty'])
  const wanted = describeSchema(properties(parentSchema)[name])
  const below = joinPointer('', name)
  return {
    rule: 'schema/missing-field',
    message: `Parameter '${nameOf(instancePath + below)}' is missing; it takes ${wanted}.`,
    below,
  }
}

const mostNames = 20

function listNames(names: readonly string[]): string {
  if (names.length === 0) return 'There are no parameters here.'
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : ''
  return `There are ${names.slice(0, mostNames).join(', ')}${more}.`
}

function unknownName({ params }: AjvError): string {
  return String(params['additionalProperty'] ?? params['unevaluatedProperty'])
}

const explainUnknown: Explain = (error, places) => {
  const { instancePath } = error
  const name = unknownName(error)
  const names = places.namesAt(instancePath)
  const rule = 'schema/unknown-field'
  if (places.isSecret(instancePath)) {
    const message = `${subject(error, places)}, but a field of it is none that it may have.`
    return { rule, message, hint: listNames([...names]) }
  }
  const below = joinPointer('', name)
  const full = nameOf(instancePath + below)
  if (names.has(name)) {
    const hint = 'The schema names it in a condition or an alternative that does not apply.'
    return { rule, message: `Parameter '${full}' is not taken together with the others.`, hint, below }
  }
  const near = didYouMean(name, names)
  const hint = near === undefined ? listNames([...names]) : `Did you mean "${near}"?`
  return { rule, message: `There is no parameter '${full}'.`, hint, below }
}

const explainEnum: Explain = (error, places) => {
  const allowed: unknown = error.params['allowedValues']
  const texts = Array.isArray(allowed) ? allowed.filter((value) => typeof value === 'string') : []
  const isShown = error.propertyName !== undefined || !places.isSecret(error.instancePath)
  // What is near to a secret tells of it.
  const near = isShown && typeof error.data === 'string' ? didYouMean(error.data, texts) : undefined
  const parts = {
    rule: 'schema/enum',
    message: `${subject(error, places)}, but it takes ${isShown ? `one of ${listValues(allowed)}` : 'other values'}.`,
  } as const
  return near === undefined ? parts : { ...parts, hint: `Did you mean "${near}"?` }
}

/** Values that a schema takes, but for those of a secret, which tell of it. */
function listTaken(values: readonly unknown[], { instancePath }: AjvError, places: SchemaPlaces): string {
  return places.isSecret(instancePath) ? 'other values' : listValues(values)
}

function explain(rule: BuiltInRuleName, wanted: (error: AjvError, places: SchemaPlaces) => string): Explain {
  return (error, places) => ({ rule, message: `${subject(error, places)}, but ${wanted(error, places)}.` })
}

const range = (words: string): Explain =>
  explain('schema/range', ({ params }) => `it takes ${words} ${String(params['limit'])}`)
const size = (words: string, things: string): Explain =>
  explain('schema/value', ({ params }) => `it takes ${words} ${String(params['limit'])} ${things}`)
const alternatives: Explain = explain('schema/value', ({ schema, message = '' }) =>
  Array.isArray(schema) ? `it takes ${[...new Set(schema.map(describeSchema))].join(' or ')}: it ${message}` : message,
)

const explanations: Readonly<Record<string, Explain>> = {
  required: explainMissing,
  dependentRequired: explainMissing,
  dependencies: explainMissing,
  additionalProperties: explainUnknown,
  unevaluatedProperties: explainUnknown,
  enum: explainEnum,
  type: explain('schema/type', ({ params }) => `it takes ${describeTypes(params['type']) ?? String(params['type'])}`),
  const: explain(
    'schema/enum',
    (error, places) => `it takes ${listTaken([error.params['allowedValue']], error, places)}`,
  ),
  minimum: range('at least'),
  maximum: range('at most'),
  exclusiveMinimum: range('more than'),
  exclusiveMaximum: range('less than'),
  multipleOf: explain('schema/range', ({ params }) => `it takes multiples of ${String(params['multipleOf'])}`),
  minLength: size('at least', 'characters'),
  maxLength: size('at most', 'characters'),
  minItems: size('at least', 'items'),
  maxItems: size('at most', 'items'),
  minProperties: size('at least', 'fields'),
  maxProperties: size('at most', 'fields'),
  pattern: explain('schema/value', ({ params }) => `it takes text that matches ${String(params['pattern'])}`),
  format: explain('schema/value', ({ params }) => `it takes text of the format ${String(params['format'])}`),
  uniqueItems: explain(
    'schema/value',
    ({ params }) => `its items ${String(params['i'])} and ${String(params['j'])} are equal`,
  ),
  anyOf: alternatives,
  oneOf: alternatives,
}
const other: Explain = explain('schema/value', ({ message = 'is not what its schema says' }) => `it ${message}`)

/** Errors that only repeat others: of conditions, and of the names of properties, each of which has an error of its own. */
const repeating: ReadonlySet<string> = new Set(['if', 'propertyNames'])

/**
 * Finds errors inside of alternatives of which none fits, for which the error of the alternatives speaks. Their schemas tell
 * them, for what a reference leads to has no path that does.
 */
function alternativeErrors(errors: readonly AjvError[], places: SchemaPlaces): ReadonlySet<AjvError> {
  const found = new Set<AjvError>()
  for (const [index, { keyword, schema, instancePath }] of errors.entries()) {
    if (keyword !== 'anyOf' && keyword !== 'oneOf') continue
    const inside = places.schemasWithin(schema)
    // They stand right before it, and those of other values do not come between.
    for (let at = index - 1; at >= 0; at--) {
      const error = errors[at]
      if (error === undefined || !isWithin(error.instancePath, instancePath)) break
      if (inside.has(error.parentSchema)) found.add(error)
    }
  }
  return found
}

function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`)
}

/** The places at which, or inside of which, something is wrong but that properties are left over. */
function faultyPlaces(errors: readonly AjvError[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { keyword, instancePath } of errors) {
    if (keyword === 'unevaluatedProperties') continue
    let place = instancePath
    while (!found.has(place)) {
      found.add(place)
      place = place.slice(0, Math.max(0, place.lastIndexOf('/')))
    }
  }
  return found
}

/** The place of a property whose name is at fault, below what holds it; names inside of secrets are not shown. */
function namePath({ propertyName, instancePath }: AjvError, places: SchemaPlaces): string | undefined {
  if (propertyName === undefined) return undefined
  return places.isSecret(instancePath) ? '' : joinPointer('', propertyName)
}

/** What is wrong with parameters, in words, from the errors of their validation. */
export function explainErrors(errors: readonly AjvError[], places: SchemaPlaces): readonly ParameterFault[] {
  const inside = alternativeErrors(errors, places)
  const spoken = errors.filter((error) => !repeating.has(error.keyword) && !inside.has(error))
  const faulty = faultyPlaces(spoken)
  // A property that some branch names is only left over where that branch has a fault, which is told.
  const isLeftOver = (error: AjvError): boolean =>
    error.keyword === 'unevaluatedProperties' &&
    faulty.has(error.instancePath) &&
    places.namesAt(error.instancePath).has(unknownName(error))
  return spoken.filter((error) => !isLeftOver(error)).map((error) => faultOf(error, places))
}

function faultOf(error: AjvError, places: SchemaPlaces): ParameterFault {
  const place = places.shown(error.instancePath)
  // Of what stands deeper in a secret, the secret is told.
  const told = place === error.instancePath ? error : { ...error, instancePath: place }
  const explanation =
    told !== error && explanations[error.keyword] === explainMissing ? other : explanations[error.keyword]
  const { below = '', ...fault } = (explanation ?? other)(told, places)
  return { ...fault, path: told === error ? place + (namePath(error, places) ?? below) : place }
}
