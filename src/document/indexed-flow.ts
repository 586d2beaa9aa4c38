import type { Entity } from './entity.ts'
import { fieldCode } from './entity-codes.ts'
import type { EntityTree } from './entity-tree.ts'
import type { FlowEntry, NodeEntry } from './spec-index.ts'

const fields = {
  dependencies: /* @__PURE__ */ fieldCode('dependencies'),
  flow: /* @__PURE__ */ fieldCode('flow'),
}

/** A workflow, or the body of a document, as something that holds nodes and dependencies. */
export class IndexedFlow implements FlowEntry {
  readonly tree: EntityTree
  readonly place: number
  readonly nodes: NodeEntry[] = []
  /** Where its dependencies begin; -1 when there are none. */
  readonly firstDependency: number

  constructor(tree: EntityTree, place: number) {
    this.tree = tree
    this.place = place
    // A workflow spells its edges `dependencies`; the body of a document spells them `flow` in 1.x. Both are read.
    const spelled = tree.firstIn(place, fields.dependencies)
    this.firstDependency = spelled < 0 ? tree.firstIn(place, fields.flow) : spelled
  }

  get entity(): Entity {
    return this.tree.view(this.place)
  }

  get dependencies(): readonly Entity[] {
    const views: Entity[] = []
    for (let at = this.firstDependency; at >= 0; at = this.tree.nextIn(at)) views.push(this.tree.view(at))
    return views
  }
}
