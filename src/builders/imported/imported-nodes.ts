import { addToGroup } from '../../document/index/first-by-key.ts'
import { isRecord, readText, recordsOf } from '../../document/json/records.ts'
import { spelledField } from '../../document/spellings.ts'
import type { FlowNode } from '../../language/generated/types.ts'
import {
  everyStructure,
  loopEndCommand,
  type StructureName,
  structureOfCommand,
  structures,
} from '../../language/structures.ts'
import { type BuildContext, innerContext } from '../build/context.ts'
import { nodeFault } from '../build/faults.ts'
import { buildFlow } from '../build/flow.ts'
import { type Chain, chainItems, extendChain } from '../chain.ts'
import { defined, type Mutable } from '../fields.ts'
import { containerOf, type FlowStep, flowNodes, putNode, type Steps } from '../node/flow-nodes.ts'
import { NodeImpl } from '../node/node.ts'
import type { AnyNode } from '../node/node-builder.ts'
import type { NodeState, StructureSite } from '../node/node-state.ts'
import { assignment } from '../structures/assignment.ts'
import {
  type BodyKind,
  type BodyOrigin,
  type BodyParts,
  BodyStructure,
  closeBody,
  isLoop,
  type OpenBody,
  withVariableDepends,
} from '../structures/body.ts'
import { branch } from '../structures/branch.ts'
import { combined, paiFlow } from '../structures/inner-flows.ts'
import { join } from '../structures/join.ts'
import { doWhile, forEach } from '../structures/loops.ts'
import { paramHub } from '../structures/param-hub.ts'
import { subProcess } from '../structures/sub-process.ts'
import { ImportedFlow, keyOf } from './imported-flow.ts'
import { ImportedNode, type NodeSite } from './imported-node.ts'
import type { RawEntity, SpecSource } from './spec-source.ts'

const makers: Readonly<Record<StructureName, (name: string) => AnyNode>> = {
  branch,
  join,
  assignment: (name) => assignment(name, 'shell'),
  forEach,
  doWhile,
  combined,
  paiFlow,
  subProcess,
  paramHub,
}

/** The nodes of a flow that was read as builders. */
export interface ImportedNodes {
  /** Undefined where there is no list of nodes. */
  readonly nodes: Steps
  /** The nodes that stand beside the list. */
  readonly beside: readonly AnyNode[]
}

/** Makes builders of the nodes of a flow. What is inside them is not looked into before somebody asks. */
export function importNodes(flow: ImportedFlow, source: SpecSource): ImportedNodes {
  const owned = flow.byOwner()
  const builderOf = (raw: unknown): AnyNode => {
    const key = keyOf(raw)
    const dependencies = owned.get(key) ?? []
    // Of several nodes with one key, the first has the dependencies.
    owned.delete(key)
    return importNode(raw, { source, flow, dependencies }, () => byContainer().get(key) ?? [])
  }
  let known: ReadonlyMap<string, readonly AnyNode[]> | undefined
  const byContainer = (): ReadonlyMap<string, readonly AnyNode[]> => {
    known ??= groupByContainer(nodes ?? [])
    return known
  }
  const nodes = flow.listed?.map(builderOf)
  return {
    nodes: nodes && extendChain<FlowStep>(undefined, [Object.freeze(nodes)]),
    beside: flow.beside.map(builderOf),
  }
}

/** Nodes by the node that they say they are inside of. */
function groupByContainer(nodes: readonly AnyNode[]): ReadonlyMap<string, readonly AnyNode[]> {
  const groups = new Map<string, AnyNode[]>()
  for (const node of nodes) {
    const container = containerOf(node)
    if (container !== undefined) addToGroup(groups, container, node)
  }
  return groups
}

/** Which control structure a node is: what its command says, else the field it has. */
function structureKind(command: string, raw: unknown): StructureName | undefined {
  const ofCommand = structureOfCommand(command)
  if (ofCommand !== undefined || !isRecord(raw)) return ofCommand?.name
  const inField = everyStructure().find(
    ({ field }) => field !== undefined && isRecord(raw[spelledField('Node', raw, field)]),
  )
  return inField?.name
}

/**
 * A node as a builder that knows what was read.
 *
 * @param siblings - gives the nodes beside it that say they are inside of it
 */
function importNode(raw: unknown, site: NodeSite, siblings: () => readonly AnyNode[]): AnyNode {
  const { source } = site
  const name = readText(raw, 'name') ?? keyOf(raw)
  const script = isRecord(raw) ? source.resolve('Script', raw['script']) : undefined
  const command = readText(script?.['runtime'], 'command') ?? ''
  const kind = structureKind(command, raw)
  const origin = new ImportedNode(raw, site)
  const state: NodeState = { name, command, origin, ...defined({ trigger: origin.trigger }) }
  if (kind === undefined) return new NodeImpl(state)
  const made = makers[kind](name)
  const structure = NodeImpl.stateOf(made)?.structure
  // Other structures as read are in the node already; what is given later makes another, which is laid over it.
  const body =
    structure instanceof BodyStructure
      ? structure.asRead(new ImportedBody(structure.kind, raw, source, siblings))
      : undefined
  return NodeImpl.like(made, { ...state, kind, structure: body })
}

/** The flow of a body and its nodes as builders. */
interface ReadBody extends ImportedNodes {
  readonly flow: ImportedFlow
}

/** The body of a node as read; looked into only when somebody changes it, so that nesting takes no stack. */
class ImportedBody implements BodyOrigin {
  readonly #kind: BodyKind
  readonly #raw: unknown
  readonly #source: SpecSource
  readonly #siblings: () => readonly AnyNode[]
  #known: ReadBody | undefined

  constructor(kind: BodyKind, raw: unknown, source: SpecSource, siblings: () => readonly AnyNode[]) {
    this.#siblings = siblings
    this.#kind = kind
    this.#raw = raw
    this.#source = source
  }

  steps(given: Chain<readonly AnyNode[]> | undefined): Steps {
    const { nodes, flow } = this.#read()
    const steps = chainItems(given)
      .flat()
      .map((node): FlowStep => (isOf(node, flow) ? putNode(node) : [node]))
    // A body that does not stand inside of its node stands beside it.
    return extendChain(flow.listed === undefined ? extendChain<FlowStep>(nodes, [this.#siblings()]) : nodes, steps)
  }

  rebuild(node: Mutable<FlowNode>, given: BodyParts, { context, pointer }: StructureSite): void {
    const { nodes, end, maxIterations, parallelism } = given
    const field = spelledField('Node', node, structures[this.#kind].field)
    const held: unknown = Object.entries(node).find(([name]) => name === field)?.[1]
    const body = { ...(isRecord(held) ? held : {}), ...defined({ maxIterations, parallelism }) }
    Object.assign(node, { [field]: body })
    if (nodes === undefined && end === undefined) return
    const { flow } = this.#read()
    if (flow.listed === undefined) {
      reportBeside(node.name, `${pointer}/${field}`, context)
      return
    }
    const pointers = { nodes: `${pointer}/${field}/nodes`, edges: `${pointer}/${field}/${flow.field}` }
    const folder = node.script?.path ?? node.name
    const inner = innerContext(context, { folder, pointers, whole: undefined })
    context.bodies.push(() => this.#fill(body, node.name, given, inner))
  }

  /** Builds the nodes of a body into the body as read. */
  #fill(body: Record<string, unknown>, name: string, { nodes, end }: BodyParts, context: BuildContext): void {
    const { flow, beside } = this.#read()
    const states = flowNodes(this.steps(nodes)).map((one) => NodeImpl.stateOf(one))
    const last = NodeImpl.stateOf(beside[0])
    if (last !== undefined) states.push({ ...last, ...end })
    const given = chainItems(nodes).flat()
    const added = new Set(given.filter((one) => !isOf(one, flow)).map((one) => one.name))
    const built = buildFlow(closeBody({ states, added, ...this.#ends(states) }), `Node '${name}'`, context, flow)
    const condition = last === undefined ? undefined : built.nodes.pop()
    if (condition !== undefined) body[spelledField('DoWhile', body, 'while')] = condition
    body['nodes'] = built.nodes
    const changed = new Set(given.map((one) => one.name))
    const handing = this.#kind === 'paiFlow' ? recordsOf(built.nodes).filter((one) => changed.has(one.name)) : []
    body[flow.field] = withVariableDepends({ nodes: handing, dependencies: built.dependencies })
  }

  #ends(states: readonly (NodeState | undefined)[]): Pick<OpenBody, 'start' | 'ends'> {
    const kind = this.#kind
    if (!isLoop(kind)) return { start: undefined, ends: new Set() }
    const [start, end] = [loopEndCommand(kind, 'START'), loopEndCommand(kind, 'END')]
    return {
      start: states.find((state) => state?.command === start),
      ends: new Set(states.filter((state) => state?.command === end)),
    }
  }

  #read(): ReadBody {
    if (this.#known !== undefined) return this.#known
    const { field, edges } = structures[this.#kind]
    const raw = isRecord(this.#raw) ? this.#raw : {}
    const held: unknown = raw[spelledField('Node', raw, field)]
    const holder: RawEntity = isRecord(held) ? held : {}
    const end = holder[spelledField('DoWhile', holder, 'while')]
    const flow = new ImportedFlow(holder, edges, isRecord(end) ? [end] : [])
    this.#known = { flow, ...importNodes(flow, this.#source) }
    return this.#known
  }
}

/** Whether a node was read in a flow. */
function isOf(node: AnyNode, flow: ImportedFlow): boolean {
  return NodeImpl.stateOf(node)?.origin?.flow === flow
}

function reportBeside(name: string, pointer: string, context: BuildContext): void {
  const message = `The body of '${name}' does not stand inside it, so it cannot be changed here.`
  const hint = 'Change its nodes in the workflow; a new one says by metadata.container that it is of this node.'
  context.report(nodeFault('control/structure', { message, hint }, pointer, name))
}
