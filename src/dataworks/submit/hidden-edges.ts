import type { NamedEdge } from '../../document/compare/named-edge.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { ifFound } from '../errors/data-works-error.ts'
import type { ListedNode } from '../operations/listed-node.ts'
import { eachBounded } from '../workspace/each-bounded.ts'
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

/**
 * The listing has no types and no arms of branches, so it proves a Normal edge to a node as a whole, and others only where the
 * definition says nothing of the node.
 */
function isListed(edge: NamedEdge, upstream: Upstream, silent: boolean): boolean {
  if ((edge.type !== dependencyTypes.sameCycle || edge.arm !== undefined) && !silent) return false
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
  /** Called after each batch of calls: how many nodes were asked for, and how many there are with edges missing. */
  readonly onAsked?: ((asked: number, nodes: number) => void) | undefined
}

/** Calls under way at once: the basic quota of an account is five a second. */
const width = 5

/**
 * Nodes that are asked for before it is decided whether to go on: when every one of them has really lost edges, the
 * definition tells the truth, and asking for the rest would only say so again.
 */
const batchSize = 20

type EdgesOfNode = readonly [name: string, edges: readonly NamedEdge[]]

/**
 * Looks for edges that are missing from a definition in ListNodeDependencies: the definition of some workflows omits
 * dependencies that exist. Where edges are lost for good it takes few calls, however many they are.
 *
 * @returns those of the edges that are really missing
 */
export async function withoutHiddenEdges(
  client: DataWorksClient,
  missing: readonly NamedEdge[],
  { actual, stopAtFirst, onAsked }: HiddenEdgeSearch,
  { projectId, signal }: Pick<SubmitOptions, 'projectId' | 'signal'>,
): Promise<readonly NamedEdge[]> {
  if (missing.length === 0) return missing
  const nodes = silentNodes(actual)
  // What a workflow depends on as a whole is asked of no node, and neither is what a node that is not there does.
  const isAskable = ({ node, ofWorkflow }: NamedEdge) => ofWorkflow !== true && nodes.has(node)
  const lost = missing.filter((edge) => !isAskable(edge))
  const asked = edgesByNode(missing.filter(isAskable))
  if (stopAtFirst && lost.length > 0) return missing
  const ask = async ([name, edges]: EdgesOfNode): Promise<readonly NamedEdge[]> => {
    const { id, silent } = nodes.get(name) ?? { id: name, silent: false }
    // Of nodes in loops the service knows nothing by itself: the definition of the loop tells all of their edges. Any other that
    // it does not find was deleted meanwhile.
    const upstream = await ifFound(upstreamOf(client.eachNodeDependency({ id, projectId }, { signal })))
    return upstream === undefined ? edges : edges.filter((edge) => !isListed(edge, upstream, silent))
  }
  for (let at = 0, size = stopAtFirst ? 1 : batchSize; at < asked.length; at += size, size = batchSize) {
    const found = await eachBounded(asked.slice(at, at + size), width, ask)
    lost.push(...found.flat())
    onAsked?.(Math.min(at + size, asked.length), asked.length)
    const isTrue = stopAtFirst ? found.some((edges) => edges.length > 0) : found.every((edges) => edges.length > 0)
    if (!isTrue) continue
    lost.push(...asked.slice(at + size).flatMap(([, edges]) => edges))
    break
  }
  return lost
}

function edgesByNode(edges: readonly NamedEdge[]): readonly EdgesOfNode[] {
  const byNode = new Map<string, NamedEdge[]>()
  for (const edge of edges) addToGroup(byNode, edge.node, edge)
  return [...byNode]
}
