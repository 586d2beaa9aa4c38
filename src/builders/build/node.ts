import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import type {
  FlowArtifacts,
  FlowNode,
  FlowRuntime,
  FlowScript,
  FlowTrigger,
  FlowVariable,
} from '../../language/generated/types.ts'
import { type Chain, chainItems, lastOfEach } from '../chain.ts'
import { defined, type Mutable, orderFields } from '../fields.ts'
import { defaultDatasource, defaultResource } from '../node/defaults.ts'
import { type NodeState, nodeKey } from '../node/node-state.ts'
import { namePassed, providedStates, providedVariable, provideVariables } from '../node/provided-variables.ts'
import { wireStrategy, withoutUnit } from '../node/strategy.ts'
import { buildTrigger, triggerAsSaid, type WireTrigger } from '../node/trigger.ts'
import { linkVariables } from '../node/variable-handle.ts'
import { readCode } from './code-file.ts'
import { type BuildContext, type LinkTask, nodePointer } from './context.ts'
import { applyExtra } from './extra-fields.ts'
import { buildOutputs, outputsAsSaid } from './outputs.ts'

/**
 * The node as the document holds it: a new one, or one that was read with what was set since laid over it.
 *
 * @param index - which of the workflow's nodes it will be, for faults
 */
export function buildNode(state: NodeState, index: number, context: BuildContext): FlowNode {
  const { origin } = state
  if (origin !== undefined) return origin.rebuild(state, index, context)
  return finishNode(buildNodeFields(state, index, context), state, index, context)
}

/** Where a preview puts what the node itself does not show; by default nowhere. */
export interface PreviewNotes extends Pick<BuildContext, 'suppressions'> {
  readonly report: (fault: Diagnostic) => unknown
}

/** A node on its own, as it would stand in a workflow without a path; what is wrong with it is left to the build. */
export function previewNode(
  state: NodeState,
  options: BuildContext['options'] = {},
  notes: PreviewNotes = { suppressions: [], report: () => undefined },
): FlowNode {
  const links: LinkTask[] = []
  const bodies: (() => void)[] = []
  const node = buildNode(state, 0, {
    options,
    defaults: {},
    folder: undefined,
    pointers: { nodes: '', edges: '' },
    whole: undefined,
    links,
    newIds: new Map(),
    bodies,
    suppressions: notes.suppressions,
    report: notes.report,
    taken: undefined,
    trace: undefined,
  })
  for (const link of links) link(new Map())
  for (const body of bodies) body()
  return node
}

/** Parameters in the order their names first came, a later one of a name in the place of the earlier. */
export function buildParameters(chain: Chain<FlowVariable>): readonly FlowVariable[] {
  return lastOfEach(chainItems(chain), ({ name }) => name)
}

/** What runs the code; undefined when a node that was read has nothing new of it. */
function buildRuntime(state: NodeState, index: number, context: BuildContext): FlowRuntime | undefined {
  const { origin, command, cu, runtime } = state
  // A node of no type is one that a document has; only there is nothing to be said of it.
  const isNamed = origin === undefined && (context.verbatim === undefined || command !== '')
  if (runtime === undefined && cu === undefined) return isNamed ? { command } : undefined
  const own = defined({ command: isNamed ? command : undefined, cu })
  const pointer = (): string => `${nodePointer(index, context)}/script/runtime`
  return orderFields('Runtime', applyExtra<FlowRuntime>(own, runtime, pointer, context, 'runtime'))
}

function buildContent(
  { name, content, codeFile }: NodeState,
  index: number,
  context: BuildContext,
): string | undefined {
  if (codeFile === undefined) return content
  return readCode(codeFile, { kind: 'node', name }, `${nodePointer(index, context)}/script/content`, context)
}

function buildScript(state: NodeState, index: number, context: BuildContext): FlowScript {
  const { command, extension, parameters } = state
  const isNew = state.origin === undefined && context.verbatim === undefined
  const language = state.language ?? (isNew ? nodeTypes.get(command)?.language : undefined)
  const content = buildContent(state, index, context)
  // What was read has its runtime already; the fields come in the order of the schema, so it cannot stand here either.
  const script = {} as Mutable<FlowScript>
  if (state.path !== undefined) script.path = state.path
  else if (isNew) script.path = context.folder === undefined ? state.name : `${context.folder}/${state.name}`
  if (language !== undefined) script.language = language
  if (extension !== undefined) script.extension = extension
  const runtime = buildRuntime(state, index, context)
  if (runtime !== undefined) script.runtime = runtime
  if (content !== undefined) script.content = content
  if (parameters !== undefined) script.parameters = buildParameters(parameters)
  return script
}

function buildStrategy(state: NodeState, { defaults, options }: BuildContext): Partial<FlowNode> | undefined {
  const { strategy } = defaults
  if (strategy === undefined && state.strategy === undefined) return undefined
  const filled = { ...(strategy === undefined ? {} : wireStrategy(strategy)), ...state.strategy }
  return orderFields('Node', withoutUnit(filled, options))
}

function buildArtifacts(state: NodeState, key: string, context: BuildContext): FlowArtifacts {
  const { name, origin, outputs, writes } = state
  if (context.verbatim !== undefined) return artifactsAsSaid(state)
  if (origin !== undefined && outputs === undefined) return writes === undefined ? {} : { tables: chainItems(writes) }
  const nodeOutputs = buildOutputs(outputs, { name, key }, context.options)
  return writes === undefined ? { nodeOutputs } : { nodeOutputs, tables: chainItems(writes) }
}

/** The outputs and tables of a node, as far as they were named. */
function artifactsAsSaid({ outputs, writes }: NodeState): FlowArtifacts {
  return defined({ nodeOutputs: outputs && outputsAsSaid(outputs), tables: writes && chainItems(writes) })
}

/** The trigger of a node as the document holds it. */
function nodeTrigger(trigger: WireTrigger, { origin }: NodeState, { verbatim }: BuildContext): FlowTrigger {
  return verbatim === undefined ? buildTrigger(trigger, origin?.trigger) : triggerAsSaid(trigger)
}

/** Takes out of a node what nobody said, so that it does not even have empty groups. */
function dropUnsaid(node: Mutable<FlowNode>, { id }: NodeState): void {
  if (id === undefined) delete node.id
  for (const field of ['script', 'inputs', 'outputs'] as const) {
    if (Object.keys(node[field] ?? {}).length === 0) delete node[field]
  }
}

/** The fields that a user gave a node, and for one that was not read the fields every node has. */
export function buildNodeFields(state: NodeState, index: number, context: BuildContext): Mutable<FlowNode> {
  const { defaults } = context
  const { command, origin, trigger } = state
  const key = nodeKey(state)
  const owner = state.owner ?? defaults.owner
  const datasource = state.datasource ?? defaultDatasource(command, defaults, state.language)
  const runtimeResource = state.runtimeResource ?? defaultResource(command, defaults)
  // The fields are assigned in the order of the schema, one by one: this is the inner loop of large builds.
  const node: Mutable<FlowNode> = { id: key, name: state.name }
  if (owner !== undefined) node.owner = owner
  if (state.description !== undefined) node.description = state.description
  node.script = buildScript(state, index, context)
  if (trigger !== undefined && trigger !== origin?.trigger) node.trigger = nodeTrigger(trigger, state, context)
  Object.assign(node, buildStrategy(state, context))
  if (state.autoParse !== undefined) node.autoParse = state.autoParse
  if (datasource !== undefined) node.datasource = datasource
  if (runtimeResource !== undefined) node.runtimeResource = runtimeResource
  if (state.override !== undefined) {
    node.strategy = orderFields('Strategy', withoutUnit(state.override, context.options))
  }
  node.inputs = state.reads === undefined ? {} : { tables: chainItems(state.reads) }
  node.outputs = buildArtifacts(state, key, context)
  if (state.parameters !== undefined) linkVariables(node, context)
  if (context.verbatim !== undefined) dropUnsaid(node, state)
  return state.uses === undefined ? node : orderFields('Node', { ...node, ...state.uses })
}

/** Adds to a node what hangs on its other fields: what it provides, its control structure, and extra fields on top. */
export function finishNode(node: Mutable<FlowNode>, state: NodeState, index: number, context: BuildContext): FlowNode {
  const { provides, origin, structure, extra } = state
  if (provides !== undefined) {
    const variables = providedStates(provides).map((provided) => providedVariable(provided, context))
    provideVariables(node, variables)
  }
  structure?.finish(node, { context, pointer: nodePointer(index, context), isRead: origin !== undefined })
  const finished = extra === undefined ? node : applyExtra(node, extra, () => nodePointer(index, context), context)
  if (provides !== undefined || structure !== undefined) namePassed(finished, context)
  return finished
}
