import type { AnyNode } from './any-node.ts'
import { type BodyParts, BodyStructure } from './body-structure.ts'
import { extendChain } from './chain.ts'
import { findNode, type Steps } from './flow-steps.ts'
import { listNodes } from './list-nodes.ts'
import { namedNode } from './named-node.ts'
import { NodeBuilderImpl } from './node-builder-impl.ts'
import { bodySteps } from './rebuild-body.ts'
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
