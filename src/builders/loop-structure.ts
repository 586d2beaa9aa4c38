import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { FlowDependency, FlowNode } from '../model/generated/types.ts'
import type { AnyNode } from './any-node.ts'
import type { BuildContext } from './build-context.ts'
import { buildFlow } from './build-flow.ts'
import type { Chain } from './chain.ts'
import { chainItems } from './chain.ts'
import { closeLoop } from './close-loop.ts'
import { defined } from './defined.ts'
import type { Mutable } from './mutable.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'
import type { NodeState } from './node-state.ts'
import type { Structure, StructureSite } from './structure.ts'

/** What is known of a loop beyond its node. */
export interface LoopParts {
  /** The nodes of each call. */
  readonly nodes?: Chain<readonly AnyNode[]> | undefined
  readonly maxIterations?: number
  readonly parallelism?: number
  /** What the end node of a do-while has of its own: the condition. */
  readonly end?: Partial<NodeState>
}

type LoopKind = 'for-each' | 'do-while'

const commands: Readonly<Record<LoopKind, string>> = {
  'for-each': 'CONTROLLER_TRAVERSE',
  'do-while': 'CONTROLLER_CYCLE',
}

function reportEndless(name: string, path: string, context: BuildContext): void {
  const message = `The do-while loop '${name}' has no condition.`
  const hint = "Give its end node code that says True or False: .while('print(True)', { language: 'python2' })."
  const subject = { kind: 'node', name }
  context.report(createDiagnostic({ rule: 'schema/missing-field', severity: 'error', message, hint, path, subject }))
}

/** What makes a node a loop: a body of its own, between a start node and an end node. */
export class LoopStructure implements Structure {
  readonly kind: LoopKind
  readonly parts: LoopParts

  constructor(kind: LoopKind, parts: LoopParts = {}) {
    this.kind = kind
    this.parts = parts
  }

  /** Command of the loop's node; those of its start and end nodes begin with it. */
  get command(): string {
    return commands[this.kind]
  }

  finish(node: Mutable<FlowNode>, { context, pointer }: StructureSite): void {
    const { maxIterations, parallelism } = this.parts
    const nodes: FlowNode[] = []
    const flow: FlowDependency[] = []
    const limits = defined({ maxIterations, parallelism })
    const place = { nodes: `${pointer}/${this.kind}/nodes`, edges: `${pointer}/${this.kind}/flow` }
    const folder = node.script?.path ?? node.name
    const inner: BuildContext = { ...context, folder, place, links: [] }
    if (this.kind === 'for-each') node['for-each'] = { nodes, flow, ...limits }
    const end: Mutable<FlowNode> = { id: `${node.name}_end`, name: `${node.name}_end` }
    if (this.kind === 'do-while') {
      node['do-while'] = { nodes, flow, ...limits, while: end }
      if (this.parts.end === undefined) reportEndless(node.name, `${pointer}/do-while/while`, context)
    }
    // The body comes when the nodes around it stand: a loop in a loop in a loop takes no deeper stack than one.
    context.bodies.push(() => {
      const built = buildFlow(this.#states(node.name), `Loop '${node.name}'`, inner)
      const last = this.kind === 'do-while' ? built.nodes.at(-1) : undefined
      Object.assign(end, last)
      for (const one of built.nodes) if (one !== last) nodes.push(one)
      for (const one of built.dependencies) flow.push(one)
    })
  }

  #states(name: string): readonly (NodeState | undefined)[] {
    const body = chainItems(this.parts.nodes)
      .flat()
      .map((builder) => NodeBuilderImpl.stateOf(builder))
    const start: NodeState = { name: `${name}_start`, command: `${this.command}_START` }
    const end: NodeState = { name: `${name}_end`, command: `${this.command}_END`, ...this.parts.end }
    return closeLoop(start, body, end)
  }
}
