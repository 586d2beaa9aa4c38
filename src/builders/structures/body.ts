import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { readText } from '../../document/json/records.ts'
import type { FlowDependency, FlowNode, FlowVariable, FlowVariableDependency } from '../../language/generated/types.ts'
import type { BuildContext, FlowPlace } from '../build/context.ts'
import { type BuiltFlow, buildFlow } from '../build/flow.ts'
import { type Chain, chainItems, extendChain } from '../chain.ts'
import { defined, type Mutable, recordsIn } from '../fields.ts'
import { bodySteps, type ReadBody, rebuildBody } from '../imported/imported-body.ts'
import { NodeBuilderImpl } from '../node/node.ts'
import type { AnyNode } from '../node/node-builder.ts'
import { listNodes, namedNode } from '../node/node-finder.ts'
import type { NodeState } from '../node/node-state.ts'
import { findNode, type Steps } from '../workflow/flow-steps.ts'
import type { Structure, StructureSite } from './structure.ts'
import type { StructureBuilders, StructureKind } from './structure-builders.ts'

/** What the builders of nodes with a body have in common. */
export class BodyImpl<Name extends string, Needs extends string> extends NodeBuilderImpl<Name, Needs> {
  nodes(...nodes: readonly AnyNode[]): BodyImpl<Name, Needs> {
    return this.withParts((parts) => ({ nodes: extendChain(parts.nodes, [nodes]) }))
  }

  node<Structure extends StructureKind>(name: string, kind: Structure): StructureBuilders[Structure]
  node(name: string): AnyNode
  node(name: string, kind?: StructureKind): AnyNode {
    return namedNode(name, kind, findNode(this.#steps, name), () => this.allNodes())
  }

  allNodes(): readonly AnyNode[] {
    return listNodes(this.#steps)
  }

  get #steps(): Steps {
    const structure = NodeBuilderImpl.stateOf(this)?.structure
    return structure instanceof BodyStructure ? bodySteps(structure.parts) : undefined
  }

  protected withParts(change: (parts: BodyParts) => BodyParts): BodyImpl<Name, Needs> {
    const structure = NodeBuilderImpl.stateOf(this)?.structure
    if (!(structure instanceof BodyStructure)) return this
    const next = new BodyStructure(structure.kind, { ...structure.parts, ...change(structure.parts) })
    return NodeBuilderImpl.restructure<BodyImpl<Name, Needs>>(this, next)
  }
}

/** What is known of a node with a body beyond its node. */
interface BodyParts {
  /** The nodes of each call. */
  readonly nodes?: Chain<readonly AnyNode[]> | undefined
  readonly maxIterations?: number
  readonly parallelism?: number
  /** What the end node of a do-while has of its own: the condition. */
  readonly end?: Partial<NodeState>
  /** The body as read, when it was. */
  readonly read?: () => ReadBody
}

type BodyKind = 'for-each' | 'do-while' | 'combined' | 'paiflow'

/** Of each kind its command, and where the edges of its body stand. */
const kinds = {
  'for-each': ['CONTROLLER_TRAVERSE', 'flow'],
  'do-while': ['CONTROLLER_CYCLE', 'flow'],
  combined: ['COMBINED_NODE', 'dependencies'],
  paiflow: ['PAI_FLOW', 'flow'],
} as const

function reportEndless(name: string, path: string, context: BuildContext): void {
  const message = `The do-while loop '${name}' has no condition.`
  const hint = "Give its end node code that says True or False: .while('print(True)', { language: 'python2' })."
  const subject = { kind: 'node', name }
  context.report(createDiagnostic({ rule: 'schema/missing-field', severity: 'error', message, hint, path, subject }))
}

/** A node that says whose body it stands in. */
function inContainer(node: FlowNode, uuid: string): FlowNode {
  return { ...node, metadata: { ...node.metadata, container: { type: 'Node', uuid } } }
}

/** What makes a node hold others: the body of a loop, between a start node and an end node, or an inner flow. */
export class BodyStructure implements Structure {
  readonly kind: BodyKind
  readonly parts: BodyParts

  constructor(kind: BodyKind, parts: BodyParts = {}) {
    this.kind = kind
    this.parts = parts
  }

  /** Command of the node; those of the start and end nodes of a loop begin with it. */
  get command(): string {
    return kinds[this.kind][0]
  }

  /** The structure of a node that was read. */
  asRead(read: (kind: string, edges: string) => ReadBody): BodyStructure {
    let known: ReadBody | undefined
    return new BodyStructure(this.kind, { read: () => (known ??= read(this.kind, kinds[this.kind][1])) })
  }

  get #isLoop(): boolean {
    return this.kind === 'for-each' || this.kind === 'do-while'
  }

  finish(node: Mutable<FlowNode>, { context, pointer }: StructureSite): void {
    const { maxIterations, parallelism, nodes, end, read } = this.parts
    const limits = defined({ maxIterations, parallelism })
    if (read !== undefined) {
      const changed = nodes !== undefined || end !== undefined || Object.keys(limits).length > 0
      if (changed) rebuildBody(node, { kind: this.kind, limits, nodes, end }, read, { context, pointer })
      return
    }
    if (this.kind === 'do-while' && this.parts.end === undefined) {
      reportEndless(node.name, `${pointer}/do-while/while`, context)
    }
    if (this.#isLoop && context.whole !== undefined) {
      node[this.kind] = limits
      this.#buildBeside(node, context)
    } else this.#buildInside(node, limits, { context, pointer })
  }

  #buildInside(node: Mutable<FlowNode>, limits: object, { context, pointer }: Omit<StructureSite, 'base'>): void {
    const { kind } = this
    const edges = kinds[kind][1]
    const nodes: FlowNode[] = []
    const flow: FlowDependency[] = []
    const end: Mutable<FlowNode> = { id: `${node.name}_end`, name: `${node.name}_end` }
    node[kind] = { nodes, [edges]: flow, ...limits, ...(kind === 'do-while' ? { while: end } : {}) }
    const place = { nodes: `${pointer}/${kind}/nodes`, edges: `${pointer}/${kind}/${edges}` }
    // The body comes when the nodes around it stand: a loop in a loop in a loop takes no deeper stack than one.
    context.bodies.push(() => {
      const built = this.#build(node, place, { ...context, whole: undefined })
      const last = kind === 'do-while' ? built.nodes.at(-1) : undefined
      Object.assign(end, last)
      for (const one of built.nodes) if (one !== last) nodes.push(one)
      const dependencies = kind === 'paiflow' ? withVariableDepends(built) : built.dependencies
      for (const one of dependencies) flow.push(one)
    })
  }

  /** Puts the body of a loop beside it, where each node names the loop. */
  #buildBeside(node: FlowNode, context: BuildContext): void {
    context.bodies.push(() => {
      const { nodes = [], dependencies = [] } = context.whole?.flow ?? {}
      const place = { ...context.place, firstNode: nodes.length, firstEdge: dependencies.length }
      const built = this.#build(node, place, context)
      for (const one of built.nodes) nodes.push(inContainer(one, node.id ?? node.name))
      for (const one of built.dependencies) dependencies.push(one)
    })
  }

  #build(node: FlowNode, place: FlowPlace, context: BuildContext): BuiltFlow {
    const inner: BuildContext = { ...context, folder: node.script?.path ?? node.name, place, links: [] }
    return buildFlow(this.#states(node.name), `Node '${node.name}'`, inner)
  }

  #states(name: string): readonly (NodeState | undefined)[] {
    const body = chainItems(this.parts.nodes)
      .flat()
      .map((builder) => NodeBuilderImpl.stateOf(builder))
    if (!this.#isLoop) return body
    const start: NodeState = { name: `${name}_start`, command: `${this.command}_START` }
    const end: NodeState = { name: `${name}_end`, command: `${this.command}_END`, ...this.parts.end }
    return closeLoop(start, body, end)
  }
}

/** What the builders of both loops have in common. */
export class LoopImpl<Name extends string, Needs extends string> extends BodyImpl<Name, Needs> {
  get round(): string {
    return '${dag.loopTimes}'
  }

  get offset(): string {
    return '${dag.offset}'
  }

  maxIterations(maxIterations: number): BodyImpl<Name, Needs> {
    return this.withParts(() => ({ maxIterations }))
  }
}

/** The names of the nodes that a node comes after. */
export function upstreamNames({ after, structure }: NodeState): readonly string[] {
  const items = [...chainItems(after), ...(structure?.upstreams?.() ?? [])]
  return items.flatMap((item) => (typeof item === 'string' ? [item] : 'name' in item ? [item.name] : []))
}

/** The body of a loop whose first nodes come after the start node, and whose end node comes after the last ones. */
function closeLoop(
  start: NodeState,
  body: readonly (NodeState | undefined)[],
  end: NodeState,
): readonly (NodeState | undefined)[] {
  const names = new Set(body.flatMap((state) => (state === undefined ? [] : [state.name])))
  const last = new Set(names)
  const opened = body.map((state) => {
    if (state === undefined) return undefined
    const inside = upstreamNames(state).filter((name) => names.has(name))
    for (const name of inside) last.delete(name)
    return inside.length > 0 ? state : { ...state, after: extendChain(state.after, [start.name]) }
  })
  const ends = last.size > 0 ? last : [start.name]
  return [start, ...opened, { ...end, after: extendChain<string>(undefined, ends) }]
}

function variableDepend({ name, inputName = name, node }: FlowVariable): FlowVariableDependency {
  return { variableName: inputName, depends: [{ variableName: name, type: 'Normal', ...node }] }
}

/** The dependencies of nodes of a PAI flow, which say of each variable that is taken where it comes from. */
export function withVariableDepends({
  nodes,
  dependencies,
}: Pick<BuiltFlow, 'nodes' | 'dependencies'>): FlowDependency[] {
  const byId = new Map(nodes.map((node) => [node.id ?? node.name, node]))
  return dependencies.map((dependency) => {
    const taken = recordsIn(byId.get(readText(dependency, 'nodeId') ?? '')?.inputs?.variables)
    if (taken.length === 0) return dependency
    // What a document said already stays.
    const all = [...taken.map(variableDepend), ...recordsIn(dependency.variableDepends)]
    return { ...dependency, variableDepends: [...new Map(all.map((one) => [one.variableName, one])).values()] }
  })
}
