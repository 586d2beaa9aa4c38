import type { Entity } from '../../document/index/entity.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import type { EdgeEntry, NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import { outputText } from '../engine/outputs.ts'
import { armsOfBranch, branchNodes } from './branch-arms.ts'

/** An arm of a branch node. */
export interface Arm {
  readonly branch: NodeEntry
  readonly output: string
  readonly when: string
}

/** What a node waits for within one cycle: an arm of a branch, or another node. */
export type Wait = Arm | NodeEntry

export function isArm(wait: Wait): wait is Arm {
  return 'when' in wait
}

/** The branches of a document, and what each node waits for. */
export class Arms {
  /** The arms of each branch node; empty in a document without branches, which is not looked at any further. */
  readonly ofBranches: ReadonlyMap<NodeEntry, readonly Arm[]>
  readonly #byOutput: ReadonlyMap<string, Arm>
  readonly #waits: Map<NodeEntry, Wait[]> = new Map()
  readonly #followers: Map<Wait, NodeEntry[]> = new Map()

  constructor(index: SpecIndex) {
    this.ofBranches = armsOf(index)
    const arms = [...this.ofBranches.values()].flat()
    // Backwards, so that the first of an output is the one that stays.
    this.#byOutput = new Map(arms.reverse().map((arm) => [arm.output, arm]))
    if (this.ofBranches.size > 0) for (const edge of index.edges) this.#addEdge(edge)
  }

  #addEdge({ type, node, upstream, entity }: EdgeEntry): void {
    const wait = this.#byOutput.get(readText(entity.value, 'output') ?? '') ?? upstream
    if (type !== 'Normal' || node === undefined || wait === undefined || wait === node) return
    addToGroup(this.#waits, node, wait)
    addToGroup(this.#followers, wait, node)
  }

  /** What a node waits for. */
  waitsOf(node: NodeEntry): readonly Wait[] {
    return this.#waits.get(node) ?? []
  }

  /** The nodes right after an arm or a node. */
  followersOf(wait: Wait): readonly NodeEntry[] {
    return this.#followers.get(wait) ?? []
  }

  /** What an arm of a join waits for, where the document has it. */
  waitOfJoin(arm: Entity, index: SpecIndex): Wait | undefined {
    const output = outputText(arm) ?? ''
    const nodeId = readText(arm.value, 'nodeId') ?? ''
    return this.#byOutput.get(output) ?? index.nodesByKey.first.get(nodeId) ?? index.outputs.first.get(output)?.node
  }
}

function armsOf(index: SpecIndex): Map<NodeEntry, readonly Arm[]> {
  const found = new Map<NodeEntry, readonly Arm[]>()
  for (const branch of branchNodes(index)) {
    const arms = armsOfBranch(branch).flatMap(({ output, when }): Arm[] =>
      output === undefined ? [] : [{ branch, output, when }],
    )
    found.set(branch, arms)
  }
  return found
}
