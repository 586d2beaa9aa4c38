import { outputData } from '../index/referenced-entities.ts'
import type { FlowEntry, NodeEntry, SpecIndex } from '../index/spec-index.ts'
import { readText } from '../json/records.ts'
import { parseReference } from '../references.ts'
import type { EdgeEnd } from './named-edge.ts'
import { haveSeveralWorkflows, keysOfNodes } from './part-places.ts'

/** The outputs of the arms of branches: what waits for one of them does not wait for another. */
function armOutputs(index: SpecIndex): ReadonlySet<string> {
  const outputs = new Set<string>()
  for (const arm of index.eachEntity('BranchArm')) {
    const text = readText(arm.child('output')?.value, 'data') ?? readText(arm.value, 'output')
    if (text !== undefined) outputs.add(outputData(index, text))
  }
  return outputs
}

function endOfWorkflow(workflow: FlowEntry | undefined): EdgeEnd | undefined {
  const value = workflow?.entity.value
  const name = readText(value, 'name') ?? readText(value, 'id')
  return name === undefined ? undefined : { name, key: name }
}

/** A node or a workflow. */
interface Vertex {
  readonly node: NodeEntry | undefined
  readonly workflow: FlowEntry | undefined
}

/** What an id, or a name in an id's place, stands for in a document. */
function vertexById(index: SpecIndex, id: string): Vertex {
  const key = parseReference(id) ?? id
  const node = index.nodesByKey.first.get(key) ?? index.nodesByName.first.get(key)
  return { node, workflow: index.workflowsByKey.first.get(key) }
}

/** The name of what an id stands for in a document: of what it does not have, the id. */
export function nameById(index: SpecIndex, id: string): string {
  const { node, workflow } = vertexById(index, id)
  return node?.name ?? endOfWorkflow(workflow)?.name ?? id
}

/** A document, and what tells its nodes apart. */
interface NamedIndex {
  readonly index: SpecIndex
  readonly keys: ReadonlyMap<NodeEntry, string>
}

/**
 * Says by name what dependencies speak of by ids and outputs. What a document does not know is looked up in others: two
 * spellings of one workflow may name the same node in ways that only one of them can resolve.
 */
export class EdgeNames {
  readonly #indexes: readonly NamedIndex[]
  readonly #arms: ReadonlySet<string>

  constructor(index: SpecIndex, others: readonly SpecIndex[]) {
    const all = [index, ...others]
    const hasSeveral = haveSeveralWorkflows(all)
    this.#indexes = all.map((one) => ({ index: one, keys: keysOfNodes(one, hasSeveral) }))
    this.#arms = armOutputs(index)
  }

  /** What stands at an end that the index found. */
  ofVertex(node: NodeEntry | undefined, workflow: FlowEntry | undefined): EdgeEnd | undefined {
    return node === undefined ? endOfWorkflow(workflow) : this.#endOf(node)
  }

  /** What an id, or a name in an id's place, stands for. */
  byId(id: string): EdgeEnd | undefined {
    for (const { index } of this.#indexes) {
      const { node, workflow } = vertexById(index, id)
      const end = this.ofVertex(node, workflow)
      if (end !== undefined) return end
    }
    return undefined
  }

  /** What offers an output. */
  byOutput(output: string): EdgeEnd | undefined {
    for (const { index } of this.#indexes) {
      const owner = index.outputs.first.get(outputData(index, output))
      if (owner !== undefined) return this.ofVertex(owner.node, owner.workflow)
    }
    return undefined
  }

  /** The arm of a branch that an output stands for, by what follows the id of the branch in it; undefined for other outputs. */
  armOf(output: string): string | undefined {
    const arm = this.#indexes.map(({ index }) => outputData(index, output)).find((data) => this.#arms.has(data))
    if (arm === undefined) return undefined
    const branch = this.byOutput(arm)
    const prefix = [branch?.id, branch?.name].find((one) => one !== undefined && arm.startsWith(`${one}_`))
    return prefix === undefined ? arm : arm.slice(prefix.length + 1)
  }

  #endOf(node: NodeEntry): EdgeEnd {
    const name = node.name ?? node.key
    const key = this.#indexes.map(({ keys }) => keys.get(node)).find((found) => found !== undefined)
    return { name, key: key ?? name, id: node.id }
  }
}
