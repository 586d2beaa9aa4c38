import { readText, recordsOf } from '../../document/json/records.ts'
import type { FlowDependency, FlowNode, FlowVariable, FlowVariableDependency } from '../../language/generated/types.ts'
import { type LoopName, loopEndCommand, structures } from '../../language/structures.ts'
import { checkEach } from '../arguments.ts'
import { type BuildContext, type FlowParts, type FlowPointers, innerContext } from '../build/context.ts'
import { nodeFault } from '../build/faults.ts'
import { type BuiltFlow, buildFlow } from '../build/flow.ts'
import { type Chain, chainItems, extendChain, lastOfEach } from '../chain.ts'
import { defined, type Mutable } from '../fields.ts'
import { findNode, listNodes, namedNode, nodeKind, type Steps } from '../node/flow-nodes.ts'
import { NodeImpl } from '../node/node.ts'
import type { AnyNode } from '../node/node-builder.ts'
import type { NodeState, Structure, StructureSite } from '../node/node-state.ts'
import type { StructureBuilders, StructureKind } from './structure-builders.ts'

/** What the builders of nodes with nodes inside have in common. */
export class BodyImpl extends NodeImpl {
  /** A node with other versions of nodes of its body, each in the place of the one before it. */
  static withVersions(node: BodyImpl, versions: ReadonlyMap<AnyNode, AnyNode>): BodyImpl {
    return node.withParts((parts) => {
      const given = chainItems(parts.nodes)
      const known = new Set(given.flat())
      const read = [...versions].flatMap(([before, after]) => (known.has(before) ? [] : [after]))
      const nodes = given.map((list) => list.map((one) => versions.get(one) ?? one))
      return { nodes: extendChain(undefined, [...nodes, ...(read.length === 0 ? [] : [read])]) }
    })
  }

  nodes(...nodes: readonly AnyNode[]): this {
    checkEach('nodes', 'node', nodes, nodeKind)
    return this.withParts((parts) => ({ nodes: extendChain(parts.nodes, [nodes]) }))
  }

  node<Kind extends StructureKind>(name: string, kind: Kind): StructureBuilders[Kind]
  node(name: string): AnyNode
  node(name: string, kind?: StructureKind): AnyNode {
    return namedNode(name, kind, findNode(this.#steps, name), () => this.allNodes())
  }

  allNodes(): readonly AnyNode[] {
    return listNodes(this.#steps)
  }

  get #steps(): Steps {
    const structure = NodeImpl.stateOf(this)?.structure
    return structure instanceof BodyStructure ? structure.steps : undefined
  }

  protected withParts(change: (parts: BodyParts) => BodyParts): this {
    return this.restructured(BodyStructure, (known) => known?.with(change(known.parts)))
  }
}

/** What was given of a node with a body beyond its node. */
export interface BodyParts {
  /** The nodes of each call. */
  readonly nodes?: Chain<readonly AnyNode[]> | undefined
  readonly maxIterations?: number
  readonly parallelism?: number
  /** What the end node of a do-while has of its own: the condition. */
  readonly end?: Partial<NodeState>
}

/** The body of a node as read. */
export interface BodyOrigin {
  /** The nodes it had and those that were given since, each version in the place of the one read. */
  steps(given: Chain<readonly AnyNode[]> | undefined): Steps
  /** Lays what was given since over the body in its node. */
  rebuild(node: Mutable<FlowNode>, given: BodyParts, site: StructureSite): void
}

/** The control structures that hold nodes. */
export type BodyKind = 'forEach' | 'doWhile' | 'combined' | 'paiFlow'

/** What makes a node hold others: the body of a loop, between a start node and an end node, or an inner flow. */
export class BodyStructure implements Structure {
  readonly kind: BodyKind
  readonly parts: BodyParts
  readonly #origin: BodyOrigin | undefined

  constructor(kind: BodyKind, parts: BodyParts = {}, origin?: BodyOrigin) {
    this.kind = kind
    this.parts = parts
    this.#origin = origin
  }

  get steps(): Steps {
    const { nodes } = this.parts
    return this.#origin === undefined ? nodes : this.#origin.steps(nodes)
  }

  /** The structure of a node that was read. */
  asRead(origin: BodyOrigin): BodyStructure {
    return new BodyStructure(this.kind, {}, origin)
  }

  with(parts: BodyParts): BodyStructure {
    return new BodyStructure(this.kind, { ...this.parts, ...parts }, this.#origin)
  }

  finish(node: Mutable<FlowNode>, site: StructureSite): void {
    if (this.#origin !== undefined) {
      if (Object.keys(this.parts).length > 0) this.#origin.rebuild(node, this.parts, site)
      return
    }
    const { kind } = this
    const { context, pointer } = site
    const { maxIterations, parallelism, end } = this.parts
    const limits = defined({ maxIterations, parallelism })
    if (context.verbatim !== undefined) {
      this.#buildAsSaid(node, limits, site)
      return
    }
    if (kind === 'doWhile' && end === undefined) reportEndless(node.name, `${pointer}/do-while/while`, context)
    if (isLoop(kind) && context.whole !== undefined) {
      node[structures[kind].field] = limits
      this.#buildBeside(node, context, context.whole)
    } else this.#buildInside(node, limits, site)
  }

  #buildInside(node: Mutable<FlowNode>, limits: object, { context, pointer }: StructureSite): void {
    const { kind } = this
    const { field, edges } = structures[kind]
    const nodes: FlowNode[] = []
    const dependencies: FlowDependency[] = []
    const end: Mutable<FlowNode> = { id: `${node.name}_end`, name: `${node.name}_end` }
    node[field] = { nodes, [edges]: dependencies, ...limits, ...(kind === 'doWhile' ? { while: end } : {}) }
    const pointers = { nodes: `${pointer}/${field}/nodes`, edges: `${pointer}/${field}/${edges}` }
    // The body comes when the nodes around it stand: a loop in a loop in a loop takes no deeper stack than one.
    context.bodies.push(() => {
      const built = this.#build(node, pointers, innerContext(context, { whole: undefined }))
      const last = kind === 'doWhile' ? built.nodes.at(-1) : undefined
      Object.assign(end, last)
      for (const one of built.nodes) if (one !== last) nodes.push(one)
      const all = kind === 'paiFlow' ? withVariableDepends(built) : built.dependencies
      for (const one of all) dependencies.push(one)
    })
  }

  /** Puts the nodes that were given into the body and no others; the end of a do-while loop is its condition. */
  #buildAsSaid(node: Mutable<FlowNode>, limits: object, { context, pointer }: StructureSite): void {
    const { kind } = this
    const { field, edges } = structures[kind]
    const given = chainItems(this.parts.nodes).flat()
    const states = given.map((builder) => NodeImpl.stateOf(builder))
    const end = kind === 'doWhile' ? states.findIndex((one) => one?.command === loopEndCommand(kind, 'END')) : -1
    const nodes: FlowNode[] = []
    const dependencies: FlowDependency[] = []
    const last: Mutable<FlowNode> = { name: '' }
    const hasEdges = states.some((one) => one?.after !== undefined || one?.afterPrevious !== undefined)
    node[field] = {
      ...(states.length > (end < 0 ? 0 : 1) ? { nodes } : {}),
      ...(hasEdges ? { [edges]: dependencies } : {}),
      ...limits,
      ...(end < 0 ? {} : { while: last }),
    }
    const pointers = { nodes: `${pointer}/${field}/nodes`, edges: `${pointer}/${field}/${edges}` }
    context.bodies.push(() => {
      const inner = innerContext(context, { whole: undefined, folder: node.script?.path ?? node.name, pointers })
      const built = buildFlow(states, `Node '${node.name}'`, inner)
      for (const [at, one] of built.nodes.entries()) if (at !== end) nodes.push(one)
      if (end >= 0) Object.assign(last, built.nodes[end])
      for (const one of built.dependencies) dependencies.push(one)
    })
  }

  /** Puts the body of a loop beside it, where each node names the loop. */
  #buildBeside(node: FlowNode, context: BuildContext, whole: { readonly flow?: FlowParts }): void {
    context.bodies.push(() => {
      const { nodes = [], dependencies = [] } = whole.flow ?? {}
      const pointers = { ...context.pointers, firstNode: nodes.length, firstEdge: dependencies.length }
      const built = this.#build(node, pointers, innerContext(context, {}))
      for (const one of built.nodes) nodes.push(inContainer(one, node.id ?? node.name))
      for (const one of built.dependencies) dependencies.push(one)
    })
  }

  #build(node: FlowNode, pointers: FlowPointers, context: BuildContext): BuiltFlow {
    const inner = { ...context, folder: node.script?.path ?? node.name, pointers }
    return buildFlow(this.#states(node.name), `Node '${node.name}'`, inner)
  }

  #states(name: string): readonly (NodeState | undefined)[] {
    const body = chainItems(this.parts.nodes)
      .flat()
      .map((builder) => NodeImpl.stateOf(builder))
    const { kind } = this
    if (!isLoop(kind)) return body
    const added = new Set(body.flatMap((state) => state?.name ?? []))
    const start: NodeState = { name: `${name}_start`, command: loopEndCommand(kind, 'START') }
    const after = extendChain(undefined, added.size > 0 ? [] : [start.name])
    const end: NodeState = { name: `${name}_end`, command: loopEndCommand(kind, 'END'), ...this.parts.end, after }
    return closeBody({ states: [start, ...body, end], start, ends: new Set([end]), added })
  }
}

export function isLoop(kind: BodyKind): kind is LoopName {
  return kind === 'forEach' || kind === 'doWhile'
}

function reportEndless(name: string, pointer: string, context: BuildContext): void {
  const message = `The do-while loop '${name}' has no condition.`
  const hint = "Give its end node code that says True or False: .while('print(True)', { language: 'python2' })."
  context.report(nodeFault('schema/missing-field', { message, hint }, pointer, name))
}

/** A node that says whose body it stands in. */
function inContainer(node: FlowNode, uuid: string): FlowNode {
  return { ...node, metadata: { ...node.metadata, container: { type: 'Node', uuid } } }
}

/** The names of the nodes that a node comes after. */
function upstreamNames({ after, structure }: NodeState): readonly string[] {
  const items: readonly unknown[] = [...chainItems(after), ...(structure?.upstreams?.() ?? [])]
  return items.flatMap((item) => (typeof item === 'string' ? item : (readText(item, 'name') ?? [])))
}

/** The nodes of a body, and which of them are its ends and which are new. */
export interface OpenBody {
  readonly states: readonly (NodeState | undefined)[]
  readonly start: NodeState | undefined
  readonly ends: ReadonlySet<NodeState | undefined>
  readonly added: ReadonlySet<string>
}

/** New nodes that come after none of the body come after its start; the end comes after those nothing comes after. */
export function closeBody({ states, start, ends, added }: OpenBody): readonly (NodeState | undefined)[] {
  const names = new Set(states.map((state) => state?.name))
  const last = new Set(added)
  const opened = states.map((state) => {
    if (state === undefined || ends.has(state)) return state
    const inside = upstreamNames(state).filter((name) => names.has(name))
    for (const name of inside) last.delete(name)
    const opens = added.has(state.name) && inside.length === 0 && start !== undefined
    return opens ? { ...state, after: extendChain(state.after, [start.name]) } : state
  })
  return opened.map((state) =>
    state !== undefined && ends.has(state) ? { ...state, after: extendChain(state.after, last) } : state,
  )
}

function variableDepend({ name, inputName = name, node }: FlowVariable): FlowVariableDependency {
  return { variableName: inputName, depends: [{ variableName: name, type: 'Normal', ...node }] }
}

/** The dependencies of nodes of a PAI flow, which say of each variable that is taken where it comes from. */
export function withVariableDepends({ nodes, dependencies }: FlowParts): FlowDependency[] {
  const byId = new Map(nodes.map((node) => [node.id ?? node.name, node]))
  return dependencies.map((dependency) => {
    const taken = recordsOf(byId.get(readText(dependency, 'nodeId') ?? '')?.inputs?.variables)
    if (taken.length === 0) return dependency
    // What a document said already stays.
    const all = [...taken.map(variableDepend), ...recordsOf(dependency.variableDepends)]
    return { ...dependency, variableDepends: lastOfEach(all, ({ variableName }) => variableName) }
  })
}
