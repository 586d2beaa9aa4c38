import { extendChain } from '../chain.ts'
import { NodeBuilderImpl } from '../node/node.ts'
import type { AnyNode } from '../node/node-builder.ts'
import { type FlowChange, type FlowStep, findNode, isAdding, type Steps } from '../workflow/flow-steps.ts'

/** The nodes of a flow while steps are taken; a node that was taken out leaves a gap. */
class FlowNodes {
  readonly #nodes: (AnyNode | undefined)[] = []
  readonly #byName: Map<string, number[]> = new Map()
  readonly #byRaw: Map<unknown, number> = new Map()

  take(step: FlowStep): void {
    if (isAdding(step)) for (const node of step) this.#add(node)
    else if (step.node !== undefined) this.#put(step.node)
    else {
      for (const at of this.#byName.get(step.name) ?? []) this.#nodes[at] = undefined
      this.#byName.delete(step.name)
    }
  }

  all(): readonly AnyNode[] {
    return this.#nodes.filter((node) => node !== undefined)
  }

  #add(node: AnyNode): void {
    const at = this.#nodes.push(node) - 1
    const raw = NodeBuilderImpl.stateOf(node)?.base?.raw
    if (raw !== undefined && !this.#byRaw.has(raw)) this.#byRaw.set(raw, at)
    const named = this.#byName.get(node.name)
    if (named === undefined) this.#byName.set(node.name, [at])
    else named.push(at)
  }

  /** A node that was read takes its own place even where others have its name. */
  #put(node: AnyNode): void {
    const own = this.#byRaw.get(NodeBuilderImpl.stateOf(node)?.base?.raw)
    const at = own !== undefined && this.#nodes[own] !== undefined ? own : this.#byName.get(node.name)?.[0]
    if (at === undefined) this.#add(node)
    else this.#nodes[at] = node
  }
}

function takeAll(steps: readonly FlowStep[]): readonly AnyNode[] {
  const nodes = new FlowNodes()
  for (const step of steps) nodes.take(step)
  return nodes.all()
}

/** The step that puts a node in the place of its other version, else at the end. */
export function putNode(node: AnyNode): FlowChange {
  return { name: node.name, node, takeAll }
}

/** The steps with one more, that takes a node out; none when there is no such node. */
export function dropNode(steps: Steps, name: string): Steps {
  if (findNode(steps, name) === undefined) return steps
  return extendChain<FlowStep>(steps, [{ name, node: undefined, takeAll }])
}
