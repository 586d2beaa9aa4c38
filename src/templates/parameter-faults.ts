import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { joinPointer, unescapeSegment } from '../diagnostics/json-pointer.ts'
import type { BuiltInRuleName } from '../diagnostics/rule-names.ts'
import { showValue } from '../diagnostics/show-value.ts'
import { isRecord } from '../document/json/records.ts'
import type { AjvError } from './ajv.cjs'

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

/** What values a schema takes, in a few words. */
function describeSchema(schema: unknown): string {
  if (!isRecord(schema)) return 'a value'
  if (Array.isArray(schema['enum'])) return `one of ${listValues(schema['enum'])}`
  return describeTypes(schema['type']) ?? 'a value'
}

/** What is wrong with a parameter, and where it stands among the parameters. */
export interface ParameterFault {
  readonly rule: BuiltInRuleName
  readonly message: string
  readonly path: string
  readonly hint?: string
}

type Explain = (error: AjvError) => Omit<ParameterFault, 'path'> & { readonly below?: string }

function nameOf(pointer: string): string {
  return unescapeSegment(pointer.slice(1))
}

/** The parameter and its value; values that are only written, such as passwords, are not shown. */
function subject({ instancePath, data, parentSchema }: AjvError): string {
  const isSecret = isRecord(parentSchema) && parentSchema['writeOnly'] === true
  const name = instancePath === '' ? 'The parameters' : `Parameter '${nameOf(instancePath)}'`
  return isSecret || instancePath === '' ? `${name} cannot be taken` : `${name} is ${showValue(data)}`
}

function properties(schema: unknown): Readonly<Record<string, unknown>> {
  const found = isRecord(schema) ? schema['properties'] : undefined
  return isRecord(found) ? found : {}
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

const explainUnknown: Explain = ({ instancePath, params, parentSchema }) => {
  const name = String(params['additionalProperty'] ?? params['unevaluatedProperty'])
  const known = Object.keys(properties(parentSchema))
  const near = didYouMean(name, known)
  const list = known.length === 0 ? 'There are no parameters here.' : `There are ${known.join(', ')}.`
  const below = joinPointer('', name)
  return {
    rule: 'schema/unknown-field',
    message: `There is no parameter '${nameOf(instancePath + below)}'.`,
    hint: near === undefined ? list : `Did you mean "${near}"?`,
    below,
  }
}

const explainEnum: Explain = (error) => {
  const allowed: unknown = error.params['allowedValues']
  const texts = Array.isArray(allowed) ? allowed.filter((value) => typeof value === 'string') : []
  const near = typeof error.data === 'string' ? didYouMean(error.data, texts) : undefined
  const parts = {
    rule: 'schema/enum',
    message: `${subject(error)}, but it takes one of ${listValues(allowed)}.`,
  } as const
  return near === undefined ? parts : { ...parts, hint: `Did you mean "${near}"?` }
}

function explain(rule: BuiltInRuleName, wanted: (error: AjvError) => string): Explain {
  return (error) => ({ rule, message: `${subject(error)}, but ${wanted(error)}.` })
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
  const: explain('schema/enum', ({ params }) => `it takes ${JSON.stringify(params['allowedValue'])}`),
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

/** Errors inside of alternatives, and those that only repeat others: one error speaks for all of them. */
function isRepeated({ keyword, schemaPath }: AjvError): boolean {
  return keyword === 'if' || /\/(?:anyOf|oneOf)\/\d+\//.test(schemaPath)
}

/** What is wrong with parameters, in words, from the errors of their validation. */
export function explainErrors(errors: readonly AjvError[]): readonly ParameterFault[] {
  return errors
    .filter((error) => !isRepeated(error))
    .map((error) => {
      const { below = '', ...fault } = (explanations[error.keyword] ?? other)(error)
      return { ...fault, path: error.instancePath + below }
    })
}
