import type { EdgeEntry, FlowEntry, SpecIndex } from '../document/index/spec-index.ts'
import { readText } from '../document/json/records.ts'
import { dependencyTypes } from '../language/dependency-types.ts'

/** Whether a dependency is of a workflow as a whole, or on one. */
export function isOfWorkflow({ workflow, upstreamWorkflow }: EdgeEntry): boolean {
  return workflow !== undefined || upstreamWorkflow !== undefined
}

/** Whether something comes after itself in the same cycle. */
export function isCircular({ type, node, workflow, upstream, upstreamWorkflow }: EdgeEntry): boolean {
  if (type !== dependencyTypes.sameCycle) return false
  return node === undefined ? workflow !== undefined && workflow === upstreamWorkflow : node === upstream
}

/**
 * What waits within one cycle, as numbers: the nodes of a document, and then the start and the end of each workflow. Its
 * nodes wait for the start, and the end waits for them.
 */
export class Moments {
  readonly count: number
  readonly #index: SpecIndex
  readonly #workflows: readonly FlowEntry[]
  readonly #starts: ReadonlyMap<FlowEntry, number>

  constructor(index: SpecIndex) {
    const { nodes, flows } = index
    this.#index = index
    this.#workflows = flows.filter(({ entity }) => entity.name === 'Workflow')
    this.#starts = new Map(this.#workflows.map((workflow, at) => [workflow, nodes.length + 2 * at]))
    this.count = nodes.length + 2 * this.#workflows.length
  }

  /** What each moment is called: the start and the end of a workflow are called alike. */
  names(): string[] {
    const ofNodes = this.#index.nodes.map(({ name, key }) => name ?? key)
    const ofWorkflows = this.#workflows.map(({ entity }) => readText(entity.value, 'name') ?? '')
    return [...ofNodes, ...ofWorkflows.flatMap((name) => [name, name])]
  }

  /** The moment at which a workflow has ended. */
  endOf(workflow: FlowEntry | undefined): number | undefined {
    const start = workflow === undefined ? undefined : this.#starts.get(workflow)
    return start === undefined ? undefined : start + 1
  }

  /** The end of the workflow whose start a moment is; undefined for other moments. */
  endAfter(moment: number): number | undefined {
    const place = moment - this.#index.nodes.length
    return place >= 0 && place % 2 === 0 ? moment + 1 : undefined
  }

  /** From each moment to one that it waits for, by turns, as far as that follows from what stands in which workflow. */
  inWorkflows(): number[] {
    const pairs: number[] = []
    for (const workflow of this.#workflows) {
      const start = this.#starts.get(workflow) ?? 0
      pairs.push(start + 1, start)
      for (const { place } of workflow.nodes) pairs.push(start + 1, place, place, start)
    }
    return pairs
  }

  /** The moment that a dependency lets wait. */
  dependent({ node, workflow }: EdgeEntry): number | undefined {
    return node?.place ?? (workflow === undefined ? undefined : this.#starts.get(workflow))
  }

  /** The moment that waits, and the one it waits for; undefined when one of them is not in the document. */
  ends(edge: EdgeEntry): readonly [dependent: number, upstream: number] | undefined {
    if (edge.type !== dependencyTypes.sameCycle || isCircular(edge)) return undefined
    const dependent = this.dependent(edge)
    const upstream = edge.upstream?.place ?? this.endOf(edge.upstreamWorkflow)
    return dependent === undefined || upstream === undefined ? undefined : [dependent, upstream]
  }
}
