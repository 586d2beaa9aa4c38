import type { AnyNode } from './any-node.ts'
import { extendChain } from './chain.ts'
import { type LoopParts, LoopStructure } from './loop-structure.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'

/** What the builders of both loops have in common. */
export class LoopImpl<Name extends string, Needs extends string> extends NodeBuilderImpl<Name, Needs> {
  get round(): string {
    return '${dag.loopTimes}'
  }

  get offset(): string {
    return '${dag.offset}'
  }

  nodes(...nodes: readonly AnyNode[]): LoopImpl<Name, Needs> {
    return this.withParts((parts) => ({ nodes: extendChain(parts.nodes, [nodes]) }))
  }

  maxIterations(maxIterations: number): LoopImpl<Name, Needs> {
    return this.withParts(() => ({ maxIterations }))
  }

  protected withParts(change: (parts: LoopParts) => LoopParts): LoopImpl<Name, Needs> {
    const structure = NodeBuilderImpl.stateOf(this)?.structure
    if (!(structure instanceof LoopStructure)) return this
    const next = new LoopStructure(structure.kind, { ...structure.parts, ...change(structure.parts) })
    return NodeBuilderImpl.restructure<LoopImpl<Name, Needs>>(this, next)
  }
}
