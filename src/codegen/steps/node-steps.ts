import { isRecord, itemsOf, readText } from '../../document/json/records.ts'
import { codeKindOf } from '../../language/code-kind.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import { fileKind, survivesFile } from '../program/code-file.ts'
import { plainStep, type Step, step } from '../program/expression.ts'
import { type Fields, isEntityOf, isFieldOf } from '../rest/typed-fields.ts'
import type { NodeSite } from './node-site.ts'
import { nodeStrategyFields, strategyInput } from './strategy-steps.ts'
import { nodeTriggerSteps } from './trigger-steps.ts'
import {
  areDistinct,
  hasOnly,
  isText,
  objectSteps,
  optional,
  outputStep,
  parameterStep,
  stepsOfAll,
  withoutFields,
} from './written-lists.ts'

/** The object in a field; none where it is another value. */
export function objectIn(value: Fields, field: string): Fields {
  const held = value[field]
  return isRecord(held) ? held : {}
}

/** The command of a node; the empty text when it has none. */
export function commandOf(node: Fields): string {
  return readText(objectIn(objectIn(node, 'script'), 'runtime'), 'command') ?? ''
}

/** The name of a node, or else what dependencies call it. */
export function nameOf(node: Fields): string {
  return readText(node, 'name') ?? readText(node, 'id') ?? ''
}

/** What dependencies call a node. */
export function keyOf(node: Fields): string {
  return readText(node, 'id') ?? nameOf(node)
}

/** The output that the builder of a node gives it when none is given. */
export function usualOutput(node: Fields, project: string | undefined): string {
  return project === undefined ? keyOf(node) : `${project}.${nameOf(node)}`
}

function textStep(name: string, value: unknown, usual: unknown): readonly Step[] {
  return isText(value) && value !== usual ? [plainStep(name, value)] : []
}

function languageSteps({ language, extension }: Fields, usual: unknown): readonly Step[] {
  if (!isText(language) || (language === usual && extension === undefined)) return []
  return [plainStep('language', language, ...optional(isText(extension) ? { extension } : {}))]
}

function runtimeSteps(runtime: Fields, cu: unknown): readonly Step[] {
  const rest = withoutFields(runtime, 'command', ...(cu === undefined ? [] : ['cu']))
  return Object.keys(rest).length > 0 && isEntityOf('Runtime', rest) ? [plainStep('runtime', rest)] : []
}

/** The step that gives a node its code, from a file where it is code in a language. */
export function codeSteps(node: Fields): readonly Step[] {
  const script = objectIn(node, 'script')
  const { content, language } = script
  if (!isText(content)) return []
  const kind = fileKind(isText(language) ? language : undefined, codeKindOf(commandOf(node)))
  if (kind === undefined || !survivesFile(content)) return [plainStep('code', content)]
  return [step('codeFile', { kind: 'file', file: { ...kind, title: nameOf(node), text: content } })]
}

/** The steps that give parameters, none of which is a variable of another node. */
export function parameterSteps(parameters: unknown, usualScope: string): readonly Step[] {
  return areDistinct(parameters, 'name') ? stepsOfAll(parameters, (one) => parameterStep(one, usualScope)) : []
}

function datasourceSteps(node: Fields): readonly Step[] {
  const held = node['datasource']
  if (!isRecord(held) || !isEntityOf('Datasource', held)) return []
  const { name, type, ...rest } = held
  const usual = nodeTypes.get(commandOf(node))?.datasourceType
  return [
    plainStep('datasource', name, ...optional({ ...(type === undefined || type === usual ? {} : { type }), ...rest })),
  ]
}

/** Compute units, which a step gives together with the resource group. */
function unitsOf(node: Fields): string | undefined {
  const cu = readText(objectIn(objectIn(node, 'script'), 'runtime'), 'cu')
  return isText(objectIn(node, 'runtimeResource')['resourceGroup']) ? cu : undefined
}

function resourceSteps(node: Fields, cu: string | undefined): readonly Step[] {
  const { resourceGroup, resourceGroupId } = objectIn(node, 'runtimeResource')
  if (!isText(resourceGroup)) return []
  return [
    plainStep(
      'resourceGroup',
      resourceGroup,
      ...optional(withoutFields({ cu, resourceGroupId: isText(resourceGroupId) ? resourceGroupId : undefined })),
    ),
  ]
}

/** References by name alone, as `.resources(…)` and `.functions(…)` write them. */
function nameSteps(name: string, list: unknown): readonly Step[] {
  if (!Array.isArray(list)) return []
  const names = list.flatMap((one: unknown) =>
    isRecord(one) && hasOnly(one, 'name') && isText(one['name']) ? one['name'] : [],
  )
  return names.length === list.length ? [plainStep(name, ...names)] : []
}

function tableSteps(name: string, tables: unknown): readonly Step[] {
  if (!Array.isArray(tables) || tables.length === 0) return []
  const inputs = tables.flatMap((table: unknown): unknown[] => {
    if (!isRecord(table) || table['artifactType'] !== 'Table' || !isEntityOf('Table', table)) return []
    return [hasOnly(table, 'artifactType', 'guid') ? table['guid'] : withoutFields(table, 'artifactType')]
  })
  return inputs.length === tables.length ? [plainStep(name, ...inputs)] : []
}

/** Whether the outputs of a node are those that its builder writes when none are given. */
function isUsualOutput(outputs: unknown, node: Fields, project: string | undefined): boolean {
  const [output, ...others] = itemsOf(outputs)
  if (!isRecord(output) || others.length > 0) return false
  const { data, artifactType, refTableName, ...rest } = output
  const isUsual = data === usualOutput(node, project) && artifactType === 'NodeOutput'
  return isUsual && refTableName === node['name'] && Object.keys(rest).length === 0
}

export function outputSteps(
  node: Fields,
  outputs: unknown,
  { isFilled, project }: Pick<NodeSite, 'isFilled' | 'project'>,
): readonly Step[] {
  if (isFilled && isUsualOutput(outputs, node, project)) return []
  return stepsOfAll(outputs, (one) => outputStep(one, isFilled ? nameOf(node) : undefined))
}

function ownStrategySteps(node: Fields, lifted: object): readonly Step[] {
  const input = strategyInput('Node', node, nodeStrategyFields)
  return objectSteps('strategy', withoutFields(input, ...Object.keys(lifted)))
}

function overrideSteps(node: Fields): readonly Step[] {
  return objectSteps('override', strategyInput('Strategy', objectIn(node, 'strategy'), entityTable.Strategy.fields))
}

/** Code, its language and its parameters. */
export interface NodeParts {
  readonly parameters: readonly Step[]
  readonly code: readonly Step[]
  readonly outputs: readonly Step[]
  /** The language that is written when none is given. */
  readonly language?: string | undefined
}

/** The parts of a plain node. */
export function plainParts(node: Fields, site: NodeSite): NodeParts {
  return {
    parameters: parameterSteps(objectIn(node, 'script')['parameters'], 'NodeParameter'),
    code: codeSteps(node),
    outputs: outputSteps(node, objectIn(node, 'outputs')['nodeOutputs'], site),
    language: site.isFilled ? nodeTypes.get(commandOf(node))?.language : undefined,
  }
}

/** The steps of a node but for what it comes after. What no step can say is found out later. */
export function nodeSteps(node: Fields, site: NodeSite, parts: NodeParts = plainParts(node, site)): readonly Step[] {
  const { isFilled, folder, lifted } = site
  const script = objectIn(node, 'script')
  const name = nameOf(node)
  const cu = lifted.resourceGroup === undefined ? unitsOf(node) : undefined
  const inputs = objectIn(node, 'inputs')
  const outputs = objectIn(node, 'outputs')
  const usualPath = isFilled ? (folder === undefined ? name : `${folder}/${name}`) : undefined
  const { autoParse } = node
  return [
    ...textStep('id', node['id'], isFilled ? name : undefined),
    ...textStep('path', script['path'], usualPath),
    ...(lifted.owner === undefined ? textStep('owner', node['owner'], undefined) : []),
    ...textStep('description', node['description'], undefined),
    ...languageSteps(script, parts.language),
    ...runtimeSteps(objectIn(script, 'runtime'), cu),
    ...parts.code,
    ...parts.parameters,
    ...(lifted.datasource === undefined ? datasourceSteps(node) : []),
    ...(lifted.resourceGroup === undefined ? resourceSteps(node, cu) : []),
    ...nameSteps('resources', node['fileResources']),
    ...nameSteps('functions', node['functions']),
    ...tableSteps('reads', inputs['tables']),
    ...tableSteps('writes', outputs['tables']),
    ...parts.outputs,
    ...nodeTriggerSteps(node['trigger'], isFilled),
    ...ownStrategySteps(node, lifted.strategy ?? {}),
    ...overrideSteps(node),
    ...(autoParse !== undefined && isFieldOf('Node', 'autoParse', autoParse)
      ? [plainStep('autoParse', autoParse)]
      : []),
  ]
}
