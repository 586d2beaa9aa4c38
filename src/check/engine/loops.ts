import type { Entity } from '../../document/index/entity.ts'
import type { FlowEntry, NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { loopEndCommand } from '../../language/structures.ts'
import { runtimeOf } from './node-types.ts'

/** The loops of a document: which node has which body, and in which loops a node runs. */
export class Loops {
  /** The bodies of loops, with the nodes that have them. */
  readonly bodies: readonly (FlowEntry & { readonly owner: NodeEntry | undefined })[]
  readonly #owners: ReadonlyMap<unknown, NodeEntry>

  constructor(index: SpecIndex) {
    const flows = index.flows.filter(({ entity }) => isLoop(entity))
    // A node has one value, however often it is looked at.
    this.#owners = new Map(flows.length === 0 ? [] : index.nodes.map((node) => [node.entity.value, node]))
    this.bodies = flows.map((flow) => ({
      entity: flow.entity,
      nodes: flow.nodes,
      dependencies: flow.dependencies,
      owner: this.#ownerOf(flow),
    }))
  }

  #ownerOf({ entity }: FlowEntry): NodeEntry | undefined {
    return this.#owners.get(entity.parent?.value)
  }

  /** What a node runs in, from the inside out: bodies of loops, and of other nodes that hold some. */
  around(node: NodeEntry): readonly FlowEntry[] {
    const found: FlowEntry[] = []
    for (let at: NodeEntry | undefined = node; at !== undefined && found.length <= mostAround; ) {
      found.push(at.flow)
      at = this.#ownerOf(at.flow)
    }
    return found
  }
}

/** Deeper than anybody nests; loops that name one another as what they stand in end here. */
const mostAround = 1000

/** Whether a flow is the body of a loop. */
export function isLoop({ name }: Entity): boolean {
  return name === 'ForEach' || name === 'DoWhile'
}

const endCommands: readonly unknown[] = [loopEndCommand('forEach', 'END'), loopEndCommand('doWhile', 'END')]

const startCommands: readonly unknown[] = [loopEndCommand('forEach', 'START'), loopEndCommand('doWhile', 'START')]

/** Whether a node is the start of the body of a loop. */
export function isLoopStart({ entity }: NodeEntry): boolean {
  return startCommands.includes(runtimeOf(entity)?.value['command'])
}

/** Whether a node is the end of the body of a loop. */
export function isLoopEnd({ entity }: NodeEntry): boolean {
  return entity.field === 'while' || endCommands.includes(runtimeOf(entity)?.value['command'])
}
