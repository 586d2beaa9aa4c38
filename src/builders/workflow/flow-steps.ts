import { type Chain, chainItems } from '../chain.ts'
import type { AnyNode } from '../node/node-builder.ts'

/** A change of what a flow held: a node put in the place of that of its name, or, where there is no node, one taken out. */
export interface FlowChange {
  readonly name: string
  readonly node: AnyNode | undefined
  /** The nodes after all steps; held here, so that programs that only add nodes carry none of it. */
  readonly takeAll: (steps: readonly FlowStep[]) => readonly AnyNode[]
}

/** What was done to the nodes of a flow: some added, or one of them changed. */
export type FlowStep = readonly AnyNode[] | FlowChange

/** All steps of a flow; undefined where there is no list of nodes. */
export type Steps = Chain<FlowStep> | undefined

/** Whether a step adds nodes. */
export function isAdding(step: FlowStep): step is readonly AnyNode[] {
  return Array.isArray(step)
}

function isChange(step: FlowStep): step is FlowChange {
  return !isAdding(step)
}

/** The nodes of a flow after all steps. */
export function flowNodes(steps: Steps): readonly AnyNode[] {
  const each = chainItems(steps)
  return each.every(isAdding) ? each.flat() : (each.find(isChange)?.takeAll(each) ?? [])
}

const fewNodes = 16
const namesOf = new WeakMap<readonly AnyNode[], ReadonlyMap<string, AnyNode>>()

function findAmong(nodes: readonly AnyNode[], name: string): AnyNode | undefined {
  if (nodes.length <= fewNodes) return nodes.find((node) => node.name === name)
  let byName = namesOf.get(nodes)
  if (byName === undefined) {
    // Backwards, so that the first of a name is the one that stays.
    byName = new Map([...nodes].reverse().map((node) => [node.name, node]))
    namesOf.set(nodes, byName)
  }
  return byName.get(name)
}

/** The node of a name, looked for from the last step back, so that asking once a step stays cheap in large flows. */
export function findNode(steps: Steps, name: string): AnyNode | undefined {
  for (let at = steps; at !== undefined; at = at.before) {
    const step = at.item
    if (isAdding(step)) {
      const found = findAmong(step, name)
      if (found !== undefined) return found
    } else if (step.name === name) {
      return step.node
    }
  }
  return undefined
}
