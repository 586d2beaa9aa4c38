import type { SubmittedDependency } from '../spec/dependencies.ts'
import { outputStringsOf } from '../spec/node-outputs.ts'
import type { EdgeRecord, NodeRecord, Project, WorkflowRecord } from '../state/project.ts'
import { type JsonObject, readObject, readPlainText } from '../wire/json.ts'

/** Dependencies on earlier cycles of the node itself or of its children name no upstream. */
const withoutUpstream: ReadonlySet<string> = new Set(['crosscycledependsonself', 'crosscycledependsonchildren'])

function findUpstream(depend: JsonObject, upstreams: Upstreams): Upstream | undefined {
  const output = readPlainText(depend, 'output')
  const id = readPlainText(depend, 'nodeId')
  return (output && upstreams.byOutput(output)) || (id && upstreams.byId(id)) || undefined
}

function resolveDepend(depend: JsonObject, upstreams: Upstreams): JsonObject | undefined {
  const type = readPlainText(depend, 'type') ?? 'Normal'
  if (withoutUpstream.has(type.toLowerCase())) return { type }
  const upstream = findUpstream(depend, upstreams)
  if (upstream === undefined) return undefined
  return { type, output: upstream.output, refTableName: readPlainText(depend, 'refTableName') ?? upstream.name }
}

function addToGroup(edges: Map<string, JsonObject[]>, id: string, depend: JsonObject): void {
  const group = edges.get(id)
  if (group === undefined) edges.set(id, [depend])
  else group.push(depend)
}

/**
 * The edges that come of submitted dependencies. What names no known node, id or output is dropped, without an error:
 * so does the service, and so it is that workflows lose edges.
 *
 * @param ownIds - the ids of the workflow's nodes, by what the document calls them
 */
export function resolveEdges(
  dependencies: readonly SubmittedDependency[],
  ownIds: ReadonlyMap<string, string>,
  upstreams: Upstreams,
): readonly EdgeRecord[] {
  const edges = new Map<string, JsonObject[]>()
  for (const { nodeId, depends } of dependencies) {
    const id = nodeId === undefined ? undefined : ownIds.get(nodeId)
    if (id === undefined) continue
    for (const depend of depends) {
      const resolved = resolveDepend(depend, upstreams)
      if (resolved !== undefined) addToGroup(edges, id, resolved)
    }
  }
  return [...edges].map(([nodeId, depends]) => ({ nodeId, depends }))
}

/** What an edge can point at: an output string, and the name to show with it. */
interface Upstream {
  readonly output: string
  readonly name: string | undefined
}

/** Everything a dependency of a workflow can name: ids, and outputs as exact strings. */
export class Upstreams {
  readonly #ids = new Map<string, Upstream>()
  readonly #outputs = new Map<string, Upstream>()
  readonly #project: Project
  readonly #replaced: string | undefined

  /**
   * @param project - its root, its outside outputs and everything kept in it is known already
   * @param replaced - the id of the workflow that is being written: what it held until now does not count
   */
  constructor(project: Project, replaced?: string) {
    this.#project = project
    this.#replaced = replaced
  }

  /**
   * Makes a workflow or a node known.
   *
   * @param reference - the id a document calls it by
   * @param id - the id the service gives it
   * @param body - with its outputs
   */
  add(reference: string, id: string, body: JsonObject): void {
    const name = readPlainText(body, 'name')
    this.#ids.set(reference, { output: id, name })
    for (const output of outputStringsOf(readObject(body, 'outputs'))) {
      // When two share an output, which is only refused when they are published, the first one counts.
      if (!this.#outputs.has(output)) this.#outputs.set(output, { output, name })
    }
  }

  /** The upstream with exactly this output, or with this id. */
  byOutput(output: string): Upstream | undefined {
    const { rootOutput, settings } = this.#project
    if (output === rootOutput || settings.outputs.includes(output)) return { output, name: undefined }
    const kept = this.#project.producersOf(output).find((record) => this.#isKept(record))
    if (kept !== undefined) return { output, name: kept.name }
    return this.#outputs.get(output) ?? this.byId(output)
  }

  byId(id: string): Upstream | undefined {
    const own = this.#ids.get(id)
    if (own !== undefined) return own
    const kept = this.#project.nodes.get(id) ?? this.#project.workflows.get(id)
    return kept !== undefined && this.#isKept(kept) ? { output: id, name: kept.name } : undefined
  }

  #isKept(record: NodeRecord | WorkflowRecord): boolean {
    const workflowId = 'workflowId' in record ? record.workflowId : record.id
    return this.#replaced === undefined || workflowId !== this.#replaced
  }
}
