import { firstOutput } from '../../builders/build/outputs.ts'
import { usualType } from '../../builders/node/parameter.ts'
import { isRecord, readText, recordsOf } from '../../document/json/records.ts'
import { call, literal, plainStep, type Step, step } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import {
  areDistinct,
  hasOnly,
  isText,
  optional,
  parameterStep,
  variableFields,
  withoutFields,
} from './written-lists.ts'

/** Parameters some of which are variables of other nodes, and the nodes they make their own come after. */
export interface TakenParameters {
  readonly steps: readonly Step[]
  readonly upstreams: readonly string[]
}

/** A parameter that takes a variable of another node. */
function takingStep(parameter: Fields, names: ReadonlyMap<string, string>): Step | undefined {
  const { name, referenceVariable: from, type, scope, description } = parameter
  const owner = names.get(readText(isRecord(from) ? from['node'] : undefined, 'output') ?? '')
  const variable = readText(from, 'name')
  if (!isText(name) || owner === undefined || variable === undefined) return undefined
  const taken = readText(from, 'type')
  const pai = taken === 'PaiOutput' ? [literal({ type: taken })] : []
  const options = withoutFields({
    type: type === taken ? undefined : type,
    scope: scope === 'NodeContext' ? undefined : scope,
    description,
  })
  const handle = call('variableOf', literal(owner), literal(variable), ...pai)
  return step('param', literal(name), handle, ...optional(options).map(literal))
}

/**
 * The steps of parameters of which some are variables of other nodes.
 *
 * @param names - the names of nodes by their outputs
 * @returns undefined where none is a variable, or one is nothing that a step says
 */
export function takenParameters(parameters: unknown, names: ReadonlyMap<string, string>): TakenParameters | undefined {
  const all = recordsOf(parameters)
  if (!areDistinct(parameters, 'name') || !all.some((one) => isRecord(one['referenceVariable']))) return undefined
  const steps = all.flatMap((one): readonly Step[] => {
    const made = isRecord(one['referenceVariable']) ? takingStep(one, names) : parameterStep(one, 'NodeParameter')
    return made === undefined ? [] : [made]
  })
  const upstreams = all.flatMap(({ referenceVariable: from }): readonly string[] => {
    const output = readText(isRecord(from) ? from['node'] : undefined, 'output')
    const name = names.get(output ?? '')
    return name === undefined ? [] : [name]
  })
  return steps.length === all.length ? { steps, upstreams: [...new Set(upstreams)] } : undefined
}

/** The steps of the variables that a plain node provides; none where one of them is passed through. */
export function providedSteps(node: Fields): readonly Step[] {
  const outputs = node['outputs']
  const variables = isRecord(outputs) ? recordsOf(outputs['variables']) : []
  const steps = variables.flatMap((one): readonly Step[] => {
    const { name, value, type, description, node: owner } = one
    const isOwn = readText(owner, 'output') === firstOutput(node)
    const isPlain = hasOnly(one, ...variableFields, 'node')
    // A result of PAI has no value of its own.
    const isSaid = isText(value) || (value === undefined && type === 'PaiOutput')
    if (!isOwn || !isPlain || !isText(name) || !isSaid) return []
    const usual = isText(value) ? usualType(value) : undefined
    const options = withoutFields({ type: type === usual ? undefined : type, description })
    return [plainStep('outputVariable', name, value, ...optional(options))]
  })
  return steps.length === variables.length && areDistinct(variables, 'name') ? steps : []
}
