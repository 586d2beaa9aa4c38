import { type JsonObject, readPlainText } from '../json/json-object.ts'
import type { SubmittedDependency } from '../spec/read-dependencies.ts'
import type { EdgeRecord } from '../state/workflow-record.ts'
import type { Upstream, Upstreams } from './upstreams.ts'

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
