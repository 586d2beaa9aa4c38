import { nodeTypes } from '../model/generated/node-types.ts'
import type { FlowArtifacts, FlowNode, FlowScript, FlowVariable } from '../model/generated/types.ts'
import { applyExtra } from './apply-extra.ts'
import type { BuildContext } from './build-context.ts'
import { buildOutputs } from './build-outputs.ts'
import { buildTrigger } from './build-trigger.ts'
import { type Chain, chainItems } from './chain.ts'
import type { Mutable } from './mutable.ts'
import { defaultDatasource, defaultResource } from './node-defaults.ts'
import type { NodeState } from './node-state.ts'
import { orderFields } from './order-fields.ts'
import { takesVariable } from './parameter-variable.ts'
import { nodePointer } from './pointers.ts'
import { readCode } from './read-code.ts'
import { wireStrategy } from './strategy-input.ts'
import { takeVariables } from './take-variables.ts'
import { withoutUnit } from './without-unit.ts'

/** Parameters in the order their names first came, a later one of a name in the place of the earlier. */
function buildParameters(chain: Chain<FlowVariable>): readonly FlowVariable[] {
  const parameters = chainItems(chain)
  if (parameters.length < 2) return parameters
  return [...new Map(parameters.map((parameter) => [parameter.name, parameter])).values()]
}

function buildScript(state: NodeState, position: number, context: BuildContext): FlowScript {
  const { command, codeFile, cu, parameters } = state
  const language = state.language ?? nodeTypes[command]?.language
  const content = codeFile === undefined ? state.content : readCode(codeFile, state.name, position, context)
  const script: Mutable<FlowScript> = {
    path: state.path ?? (context.folder === undefined ? state.name : `${context.folder}/${state.name}`),
  }
  if (language !== undefined) script.language = language
  script.runtime = cu === undefined ? { command } : { command, cu }
  if (content !== undefined) script.content = content
  if (parameters !== undefined) script.parameters = buildParameters(parameters)
  return script
}

function buildStrategy(state: NodeState, context: BuildContext): Partial<FlowNode> | undefined {
  const { strategy } = context.defaults
  if (strategy === undefined && state.strategy === undefined) return undefined
  const filled = { ...(strategy === undefined ? {} : wireStrategy(strategy)), ...state.strategy }
  return orderFields('Node', withoutUnit(filled, context))
}

function buildOffers(state: NodeState, key: string, context: BuildContext): FlowArtifacts {
  const nodeOutputs = buildOutputs(state.outputs, { name: state.name, key }, context)
  return state.writes === undefined ? { nodeOutputs } : { nodeOutputs, tables: chainItems(state.writes) }
}

/** What other nodes call a node: its id, by default its name. */
export function nodeKey(state: NodeState): string {
  return state.id ?? state.name
}

/**
 * The node as the document holds it.
 *
 * @param position - which of the workflow's nodes it will be, for faults
 */
export function buildNode(state: NodeState, position: number, context: BuildContext): FlowNode {
  const { defaults } = context
  const key = nodeKey(state)
  const owner = state.owner ?? defaults.owner
  const datasource = state.datasource ?? defaultDatasource(state, defaults)
  const runtimeResource = state.runtimeResource ?? defaultResource(state, defaults)
  // The fields are assigned in the order of the schema, one by one: this is the inner loop of large builds.
  const node: Mutable<FlowNode> = { id: key, name: state.name }
  if (owner !== undefined) node.owner = owner
  if (state.description !== undefined) node.description = state.description
  node.script = buildScript(state, position, context)
  if (state.trigger !== undefined) node.trigger = buildTrigger(state.trigger)
  Object.assign(node, buildStrategy(state, context))
  if (state.autoParse !== undefined) node.autoParse = state.autoParse
  if (datasource !== undefined) node.datasource = datasource
  if (runtimeResource !== undefined) node.runtimeResource = runtimeResource
  node.inputs = state.reads === undefined ? {} : { tables: chainItems(state.reads) }
  node.outputs = buildOffers(state, key, context)
  if (node.script.parameters?.some(takesVariable)) takeVariables(node, context)
  state.structure?.finish(node, { context, pointer: nodePointer(position, context) })
  if (state.extra === undefined) return node
  return applyExtra(node, state.extra, () => nodePointer(position, context), context)
}
