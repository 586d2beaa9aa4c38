import type { NamedEdge } from '../../document/compare/named-edges.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import type { ListedNode } from '../operations/listed-node.ts'
import type { SubmitOptions } from './submission.ts'

/** The upstream nodes of one node, as ListNodeDependencies has them. */
interface Upstream {
  readonly names: ReadonlySet<string>
  readonly outputs: ReadonlySet<string>
}

async function upstreamOf(nodes: AsyncIterable<ListedNode>): Promise<Upstream> {
  const names = new Set<string>()
  const outputs = new Set<string>()
  for await (const node of nodes) {
    names.add(node.name)
    for (const { data } of node.outputs.nodeOutputs) if (data !== undefined) outputs.add(data)
  }
  return { names, outputs }
}

/** Nodes of a definition of which it says no dependency at all. */
function silentNodes(index: SpecIndex): ReadonlyMap<string, { readonly id: string; readonly silent: boolean }> {
  const speaking = new Set(index.edges.map((edge) => edge.node))
  return new Map(
    index.nodes.map((node) => [node.name ?? node.key, { id: node.key, silent: !speaking.has(node) }] as const),
  )
}

/** The listing has no types, so it proves a Normal edge, and others only where the definition says nothing of the node. */
function isListed(edge: NamedEdge, upstream: Upstream, silent: boolean): boolean {
  if (edge.type !== dependencyTypes.sameCycle && !silent) return false
  return (edge.external ? upstream.outputs : upstream.names).has(edge.upstream)
}

/** Where hidden edges are looked for. */
export interface HiddenEdgeSearch {
  /** The definition of the workflow. */
  readonly actual: SpecIndex
  /**
   * Whether to end at the first node that has really lost an edge, and to take all other edges for missing: each node
   * costs a call.
   */
  readonly stopAtFirst: boolean
}

/**
 * Looks for edges that are missing from a definition in ListNodeDependencies: the definition of some workflows omits
 * dependencies that exist.
 *
 * @returns those of the edges that are really missing
 */
export async function withoutHiddenEdges(
  client: DataWorksClient,
  missing: readonly NamedEdge[],
  { actual, stopAtFirst }: HiddenEdgeSearch,
  { projectId, signal }: SubmitOptions,
): Promise<readonly NamedEdge[]> {
  if (missing.length === 0) return missing
  const nodes = silentNodes(actual)
  const byNode = new Map<string, NamedEdge[]>()
  // What a workflow depends on as a whole is asked of no node.
  const lost = missing.filter(({ ofWorkflow }) => ofWorkflow)
  for (const edge of missing) if (edge.ofWorkflow === undefined) addToGroup(byNode, edge.node, edge)
  for (const [name, edges] of byNode) {
    const node = nodes.get(name)
    if (node === undefined || (stopAtFirst && lost.length > 0)) {
      lost.push(...edges)
      continue
    }
    const upstream = await upstreamOf(client.eachNodeDependency({ id: node.id, projectId }, { signal }))
    lost.push(...edges.filter((edge) => !isListed(edge, upstream, node.silent)))
  }
  return lost
}
