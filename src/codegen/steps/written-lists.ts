import { usualType } from '../../builders/node/parameter.ts'
import { isRecord } from '../../document/json/records.ts'
import { sourceTypes, variableScopes, variableTypes } from '../../language/schema/enumerations.ts'
import { plainStep, type Step } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** The fields of an object without some, and without those that are undefined. */
export function withoutFields(value: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(value).filter(([key, held]) => !names.includes(key) && held !== undefined))
}

/** Whether all keys of an object are among those. */
export function hasOnly(value: Fields, ...names: readonly string[]): boolean {
  return Object.keys(value).every((key) => names.includes(key))
}

/** Options as the last argument of a step, which is left out when there are none. */
export function optional(options: Fields): readonly unknown[] {
  return Object.keys(options).length === 0 ? [] : [options]
}

/** A step with an object; none where the object is empty. */
export function objectSteps(name: string, value: object): readonly Step[] {
  return Object.keys(value).length === 0 ? [] : [plainStep(name, value)]
}

/** The items of a list of objects; undefined where it holds something else, or is none. */
export function onlyRecords(list: unknown): readonly Fields[] | undefined {
  if (!Array.isArray(list)) return undefined
  const records = list.filter(isRecord)
  return records.length === list.length ? records : undefined
}

/** One step for each item of a list; none at all when there is an item that no step makes. */
export function stepsOfAll(list: unknown, stepOf: (item: Fields) => Step | undefined): readonly Step[] {
  if (!Array.isArray(list) || list.length === 0) return []
  const steps: Step[] = []
  for (const item of list) {
    const made = isRecord(item) ? stepOf(item) : undefined
    if (made === undefined) return []
    steps.push(made)
  }
  return steps
}

const sources: readonly unknown[] = sourceTypes

/**
 * The step that gives a node or workflow an output.
 *
 * @param name - the readable name that the builder would write by itself; undefined when it writes none
 */
export function outputStep(output: Fields, name: string | undefined): Step | undefined {
  const { data, artifactType, refTableName, isDefault, sourceType } = output
  if (!hasOnly(output, 'data', 'artifactType', 'refTableName', 'isDefault', 'sourceType')) return undefined
  if (!isText(data) || artifactType !== 'NodeOutput') return undefined
  if (refTableName !== undefined ? !isText(refTableName) : name !== undefined) return undefined
  if (isDefault !== undefined && typeof isDefault !== 'boolean') return undefined
  if (sourceType !== undefined && !sources.includes(sourceType)) return undefined
  const shown = refTableName === name ? undefined : refTableName
  const options = withoutFields({ refTableName: shown, isDefault, sourceType })
  return plainStep('output', data, ...optional(options))
}

const scopes: readonly unknown[] = variableScopes
const types: readonly unknown[] = variableTypes

/** The fields of a variable that steps can say. */
export const variableFields: readonly string[] = ['artifactType', 'name', 'scope', 'type', 'value', 'description']

/** Whether a variable has words, if any, that steps take as options, and a description in text. */
export function hasKnownWords({ scope, type, description }: Fields): boolean {
  if (scope !== undefined && !scopes.includes(scope)) return false
  if (type !== undefined && !types.includes(type)) return false
  return description === undefined || isText(description)
}

/** The step that gives a parameter, whose usual scope is that of who has it. */
export function parameterStep(variable: Fields, usualScope: string): Step | undefined {
  const { artifactType, name, scope, type, value, description } = variable
  if (!hasOnly(variable, ...variableFields)) return undefined
  if (artifactType !== 'Variable' || !isText(name) || !isText(value)) return undefined
  if (scope === undefined || type === undefined || !hasKnownWords(variable)) return undefined
  const options = withoutFields({
    type: type === usualType(value) ? undefined : type,
    scope: scope === usualScope ? undefined : scope,
    description,
  })
  return plainStep('param', name, value, ...optional(options))
}

/** Whether the items of a list have different names; a later step for a name would replace an earlier. */
export function areDistinct(list: unknown, field: string): boolean {
  if (!Array.isArray(list)) return true
  const names = list.map((item: unknown) => (isRecord(item) ? item[field] : undefined))
  return new Set(names).size === names.length
}
