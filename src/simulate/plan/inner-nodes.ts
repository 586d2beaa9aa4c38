import { containerNode } from '../../document/containers.ts'
import { closestEntity, type Entity } from '../../document/index/entity.ts'
import type { NodeEntry } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import type { Source } from '../simulated-document.ts'
import type { Task } from './task.ts'

/** A node inside of another, such as in the body of a loop: it has no instances of its own. */
export interface InnerNode {
  readonly entity: Entity
  readonly name: string
  readonly id: string | undefined
  /** The name of the node that holds it, as far as a document tells; else the id that it calls it by. */
  readonly holder: string
  /** The node that holds it, when one of the documents has it. */
  readonly holderEntity: Entity | undefined
  /** The workflow that all of it stands in. */
  readonly workflow: Task | undefined
}

/** What holds a node, when that is a node. */
export type Holder = Pick<InnerNode, 'holder' | 'holderEntity'>

/** Finds which node holds another: the one it stands in, or the one that its container names in whichever document. */
export class HolderFinder {
  readonly #sources: readonly Source[]
  #byKey: ReadonlyMap<string, NodeEntry> | undefined

  constructor(sources: readonly Source[]) {
    this.#sources = sources
  }

  /** The node that holds a node; undefined when none does. */
  find({ entity, flow }: NodeEntry, { index }: Source): Holder | undefined {
    const inDocument = enclosingNode(flow.entity)
    if (inDocument !== undefined) return { holder: nameOf(inDocument), holderEntity: inDocument }
    const uuid = containerNode(entity.value)
    if (uuid === undefined) return undefined
    const found = index.nodesByKey.first.get(uuid) ?? this.#elsewhere(uuid)
    // One that says it is inside of itself is inside of nothing.
    if (found?.entity.value === entity.value) return undefined
    return { holder: found === undefined ? uuid : nameOf(found.entity), holderEntity: found?.entity }
  }

  #elsewhere(key: string): NodeEntry | undefined {
    this.#byKey ??= new Map(
      // Backwards, so that the first of a key is the one that stays.
      [...this.#sources].reverse().flatMap(({ index }) => [...index.nodesByKey.first]),
    )
    return this.#byKey.get(key)
  }
}

/** The node that the body of a loop, or another flow inside of a node, is of. */
function enclosingNode(flow: Entity): Entity | undefined {
  if (flow.name === 'Workflow' || flow.name === 'Spec') return undefined
  return closestEntity(flow, 'Node')
}

function nameOf({ value }: Entity): string {
  return readText(value, 'name') ?? readText(value, 'id') ?? ''
}
