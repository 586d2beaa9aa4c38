import { firstOutput } from '../../builders/build/outputs.ts'
import { usualType } from '../../builders/node/parameter.ts'
import { isRecord, readText, recordsOf } from '../../document/json/records.ts'
import { call, type Expression, literal, plainStep, type Step, step } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import {
  areDistinct,
  hasKnownWords,
  hasOnly,
  isText,
  optional,
  parameterStep,
  variableFields,
  withoutFields,
} from './written-lists.ts'

/** Steps some of which take variables of other nodes, and the nodes they make their own come after. */
export interface TakenParameters {
  readonly steps: readonly Step[]
  readonly upstreams: readonly string[]
}

/** A variable of another node as its handle, and the name of that node. */
interface TakenVariable {
  readonly handle: Expression
  readonly owner: string
  /** Its type, where it has one of its own. */
  readonly type: string | undefined
}

/** The handle of a variable of another node; undefined for one of a node that is not there. */
function takenVariable(from: unknown, names: ReadonlyMap<string, string>): TakenVariable | undefined {
  const owner = names.get(readText(isRecord(from) ? from['node'] : undefined, 'output') ?? '')
  const variable = readText(from, 'name')
  if (owner === undefined || variable === undefined) return undefined
  const type = readText(from, 'type')
  const pai = type === 'PaiOutput' ? [literal({ type })] : []
  return { handle: call('variableOf', literal(owner), literal(variable), ...pai), owner, type }
}

/** A parameter that takes a variable of another node. */
function takingStep(parameter: Fields, names: ReadonlyMap<string, string>): Step | undefined {
  const { name, referenceVariable: from, type, scope, description } = parameter
  const taken = takenVariable(from, names)
  if (!isText(name) || taken === undefined || !hasKnownWords(parameter)) return undefined
  const options = withoutFields({
    type: type === taken.type ? undefined : type,
    scope: scope === 'NodeContext' ? undefined : scope,
    description,
  })
  return step('param', literal(name), taken.handle, ...optional(options).map(literal))
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

/** A variable that a node provides, as the step of its builder, and the node that it is passed through from. */
interface ProvidedStep {
  readonly step: Step
  readonly upstream?: string
}

/** A variable that a node passes through. */
function passingStep(word: string, variable: Fields, names: ReadonlyMap<string, string>): ProvidedStep | undefined {
  const { name, type, description, referenceVariable: from } = variable
  const taken = takenVariable(from, names)
  if (!isText(name) || taken === undefined || !hasKnownWords(variable)) return undefined
  if (!hasOnly(variable, ...variableFields, 'node', 'referenceVariable')) return undefined
  const options = withoutFields({ type: type === 'PassThrough' ? undefined : type, description })
  const args = [literal(name), taken.handle, ...optional(options).map(literal)]
  return { step: step(word, ...args), upstream: taken.owner }
}

function providedStep(word: string, variable: Fields, names: ReadonlyMap<string, string>): ProvidedStep | undefined {
  if (isRecord(variable['referenceVariable'])) return passingStep(word, variable, names)
  const { name, value, type, description } = variable
  // A result of PAI has no value of its own.
  const isSaid = isText(value) || (word === 'outputVariable' && value === undefined && type === 'PaiOutput')
  if (!hasOnly(variable, ...variableFields, 'node') || !isText(name) || !isSaid) return undefined
  if (!hasKnownWords(variable)) return undefined
  const usual = isText(value) ? usualType(value) : undefined
  const options = withoutFields({ type: type === usual ? undefined : type, description })
  return { step: plainStep(word, name, value, ...optional(options)) }
}

/**
 * The steps of variables that a node provides, and the nodes that those come from which it passes through.
 *
 * @param word - the step of its builder
 * @param names - the names of nodes by their outputs
 * @returns undefined where one is nothing that a step says
 */
export function variablesSteps(
  word: 'outputVariable' | 'variable',
  variables: readonly Fields[],
  names: ReadonlyMap<string, string>,
): TakenParameters | undefined {
  const made = variables.flatMap((one) => providedStep(word, one, names) ?? [])
  if (made.length < variables.length || !areDistinct(variables, 'name')) return undefined
  const upstreams = new Set(made.flatMap(({ upstream }) => upstream ?? []))
  return { steps: made.map((one) => one.step), upstreams: [...upstreams] }
}

const noVariables: TakenParameters = { steps: [], upstreams: [] }

/** The steps of the variables that a plain node provides; none where one of them is another's, or nothing that a step says. */
export function providedSteps(node: Fields, names: ReadonlyMap<string, string>): TakenParameters {
  const outputs = node['outputs']
  const variables = isRecord(outputs) ? recordsOf(outputs['variables']) : []
  const isOwn = variables.every(({ node: owner }) => readText(owner, 'output') === firstOutput(node))
  return (isOwn ? variablesSteps('outputVariable', variables, names) : undefined) ?? noVariables
}
