import type { EntityShape, FieldShape, ValueType } from './entity-shape.ts'
import { isOfType } from './is-of-type.ts'
import type { ShallowError } from './shallow-error.ts'

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

function addFieldErrors(errors: ShallowError[], shape: FieldShape, value: unknown, path: string): void {
  if (!shape.many) addErrors(errors, shape, value, path)
  else if (!Array.isArray(value)) errors.push(typeError(path, 'array'))
  else for (let at = 0; at < value.length; at++) addErrors(errors, shape, value[at], `${path}/${at}`)
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
