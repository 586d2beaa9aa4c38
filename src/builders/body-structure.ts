import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { FlowDependency, FlowNode } from '../model/generated/types.ts'
import type { AnyNode } from './any-node.ts'
import type { BuildContext } from './build-context.ts'
import { type BuiltFlow, buildFlow } from './build-flow.ts'
import { type Chain, chainItems } from './chain.ts'
import { closeLoop } from './close-loop.ts'
import { defined } from './defined.ts'
import type { Mutable } from './mutable.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'
import type { NodeState } from './node-state.ts'
import type { FlowPlace } from './pointers.ts'
import { type ReadBody, rebuildBody } from './rebuild-body.ts'
import type { Structure, StructureSite } from './structure.ts'
import { withVariableDepends } from './with-variable-depends.ts'

/** What is known of a node with a body beyond its node. */
export interface BodyParts {
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
