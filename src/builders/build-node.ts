import { nodeTypes } from '../model/generated/node-types.ts'
import type { FlowArtifacts, FlowNode, FlowScript, FlowTable, FlowVariable } from '../model/generated/types.ts'
import { applyExtra } from './apply-extra.ts'
import type { BuildContext } from './build-context.ts'
import { buildOutputs } from './build-outputs.ts'
import { buildTrigger } from './build-trigger.ts'
import { type Chain, chainItems } from './chain.ts'
import { defined } from './defined.ts'
import { defaultDatasource, defaultResource } from './node-defaults.ts'
import type { NodeState } from './node-state.ts'
import { orderFields } from './order-fields.ts'
import { readCode } from './read-code.ts'
import { wireStrategy } from './strategy-input.ts'
import { withoutUnit } from './without-unit.ts'

/** A list that is left out when it is empty. */
function listOrNothing<Item>(chain: Chain<Item> | undefined): readonly Item[] | undefined {
  return chain === undefined ? undefined : chainItems(chain)
}

/** Parameters in the order their names first came, a later one of a name in the place of the earlier. */
function buildParameters(chain: Chain<FlowVariable> | undefined): readonly FlowVariable[] | undefined {
  if (chain === undefined) return undefined
  return [...new Map(chainItems(chain).map((parameter) => [parameter.name, parameter])).values()]
}

function buildScript(state: NodeState, path: string, context: BuildContext): FlowScript {
  const { command, codeFile, cu } = state
  const content =
    codeFile === undefined ? state.content : readCode(codeFile, state.name, `${path}/script/content`, context)
  return defined({
    path: state.path ?? (context.folder === undefined ? state.name : `${context.folder}/${state.name}`),
    language: state.language ?? nodeTypes[command]?.language,
    runtime: defined({ command, cu }),
    content,
    parameters: buildParameters(state.parameters),
  })
}

function buildInputs(tables: readonly FlowTable[] | undefined): FlowArtifacts {
  return defined({ tables })
}

function buildStrategy(state: NodeState, context: BuildContext): Partial<FlowNode> {
  const { strategy } = context.defaults
  if (strategy === undefined && state.strategy === undefined) return {}
  const filled = { ...(strategy === undefined ? {} : wireStrategy(strategy)), ...state.strategy }
  return orderFields('Node', withoutUnit(filled, context))
}

/** What other nodes call a node: its id, by default its name. */
export function nodeKey(state: NodeState): string {
  return state.id ?? state.name
}

/**
 * The node as the document holds it.
 *
 * @param path - where the node will stand, for faults
 */
export function buildNode(state: NodeState, path: string, context: BuildContext): FlowNode {
  const { defaults } = context
  const key = nodeKey(state)
  const node: FlowNode = defined({
    id: key,
    name: state.name,
    owner: state.owner ?? defaults.owner,
    description: state.description,
    script: buildScript(state, path, context),
    trigger: state.trigger === undefined ? undefined : buildTrigger(state.trigger),
    ...buildStrategy(state, context),
    autoParse: state.autoParse,
    datasource: state.datasource ?? defaultDatasource(state, defaults),
    runtimeResource: state.runtimeResource ?? defaultResource(state, defaults),
    inputs: buildInputs(listOrNothing(state.reads)),
    outputs: defined({
      nodeOutputs: buildOutputs(state.outputs, { name: state.name, key }, context),
      tables: listOrNothing(state.writes),
    }),
  })
  return applyExtra(node, state.extra, path, context)
}
