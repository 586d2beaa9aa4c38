import { nodeTypes } from '../../language/generated/node-types.ts'
import type { FlowArtifacts, FlowNode, FlowRuntime, FlowScript, FlowVariable } from '../../language/generated/types.ts'
import type { BuildOptions } from '../buildable.ts'
import { type Chain, chainItems } from '../chain.ts'
import { defined, type Mutable, orderFields } from '../fields.ts'
import { defaultDatasource, defaultResource } from '../node/defaults.ts'
import type { NodeState } from '../node/node-state.ts'
import { providedOf, providedVariable, provideVariables } from '../node/provided-variables.ts'
import { wireStrategy, withoutUnit } from '../node/strategy.ts'
import { buildTrigger } from '../node/trigger.ts'
import { readCode } from './code-file.ts'
import { type BuildContext, type LinkTask, nodePointer, workflowPlace } from './context.ts'
import { applyExtra } from './extra-fields.ts'
import { buildOutputs } from './outputs.ts'

/** Parameters in the order their names first came, a later one of a name in the place of the earlier. */
export function buildParameters(chain: Chain<FlowVariable>): readonly FlowVariable[] {
  const parameters = chainItems(chain)
  if (parameters.length < 2) return parameters
  return [...new Map(parameters.map((parameter) => [parameter.name, parameter])).values()]
}

/** What runs the code; undefined when a node that was read has nothing new of it. */
function buildRuntime(state: NodeState, position: number, context: BuildContext): FlowRuntime | undefined {
  const { base, command, cu, runtime } = state
  if (runtime === undefined && cu === undefined) return base === undefined ? { command } : undefined
  const own = defined({ command: base === undefined ? command : undefined, cu })
  const place = (): string => `${nodePointer(position, context)}/script/runtime`
  return orderFields('Runtime', applyExtra<FlowRuntime>(own, runtime, place, context, 'runtime'))
}

function buildScript(state: NodeState, position: number, context: BuildContext): FlowScript {
  const { command, codeFile, extension, parameters } = state
  const fresh = state.base === undefined
  const language = state.language ?? (fresh ? nodeTypes.get(command)?.language : undefined)
  const content = codeFile === undefined ? state.content : readCode(codeFile, state.name, position, context)
  // What was read has its runtime already; the fields come in the order of the schema, so it cannot stand here either.
  const script = {} as Mutable<FlowScript>
  if (state.path !== undefined) script.path = state.path
  else if (fresh) script.path = context.folder === undefined ? state.name : `${context.folder}/${state.name}`
  if (language !== undefined) script.language = language
  if (extension !== undefined) script.extension = extension
  const runtime = buildRuntime(state, position, context)
  if (runtime !== undefined) script.runtime = runtime
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
  if (state.base !== undefined && state.outputs === undefined) {
    return state.writes === undefined ? {} : { tables: chainItems(state.writes) }
  }
  const nodeOutputs = buildOutputs(state.outputs, { name: state.name, key }, context)
  return state.writes === undefined ? { nodeOutputs } : { nodeOutputs, tables: chainItems(state.writes) }
}

/** What other nodes call a node: its id, by default its name. */
export function nodeKey(state: NodeState): string {
  return state.id ?? state.name
}

/** The fields that a user gave a node, and for one that was not read the fields every node has. */
export function buildNodeFields(state: NodeState, position: number, context: BuildContext): Mutable<FlowNode> {
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
  if (state.trigger !== undefined && state.trigger !== state.base?.trigger) {
    node.trigger = buildTrigger(state.trigger, state.base?.trigger)
  }
  Object.assign(node, buildStrategy(state, context))
  if (state.autoParse !== undefined) node.autoParse = state.autoParse
  if (datasource !== undefined) node.datasource = datasource
  if (runtimeResource !== undefined) node.runtimeResource = runtimeResource
  if (state.override !== undefined) node.strategy = orderFields('Strategy', withoutUnit(state.override, context))
  node.inputs = state.reads === undefined ? {} : { tables: chainItems(state.reads) }
  node.outputs = buildOffers(state, key, context)
  state.taking?.link(node, context)
  return state.uses === undefined ? node : orderFields('Node', { ...node, ...state.uses })
}

/** Adds to a node what hangs on its other fields: what it offers, its control structure, and extra fields on top. */
export function finishNode(
  node: Mutable<FlowNode>,
  state: NodeState,
  position: number,
  context: BuildContext,
): FlowNode {
  const { offers, base } = state
  if (offers !== undefined) {
    const variables = providedOf(offers).map((offer) => providedVariable(offer, context))
    provideVariables(node, variables, base)
  }
  state.structure?.finish(node, {
    context,
    pointer: nodePointer(position, context),
    base,
  })
  if (state.extra === undefined) return node
  return applyExtra(node, state.extra, () => nodePointer(position, context), context)
}

/**
 * The node as the document holds it: a new one, or one that was read with what was said since laid over it.
 *
 * @param position - which of the workflow's nodes it will be, for faults
 */
export function buildNode(state: NodeState, position: number, context: BuildContext): FlowNode {
  const { base } = state
  if (base !== undefined) return base.rebuild(state, base, position, context)
  return finishNode(buildNodeFields(state, position, context), state, position, context)
}

/** A node on its own, as it would stand in a workflow without a path; what is wrong with it is left to the build. */
export function previewNode(state: NodeState, options: BuildOptions = {}): FlowNode {
  const links: LinkTask[] = []
  const report = (): void => undefined
  const bodies: (() => void)[] = []
  const lists = { links, bodies, suppressions: [] }
  const context = {
    options,
    defaults: {},
    folder: undefined,
    place: workflowPlace,
    whole: undefined,
    ...lists,
    report,
  }
  const node = buildNode(state, 0, context)
  for (const link of links) link(new Map())
  for (const body of bodies) body()
  return node
}
