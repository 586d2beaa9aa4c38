import type { NamedEdge } from '../../document/compare/named-edge.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import type { WorkflowPlan } from '../plan/plan-workflow.ts'
import { serviceNodeIds } from '../workspace/deployed-workflow.ts'
import { eachBounded } from '../workspace/each-bounded.ts'
import type { DeployRun } from './deploy-run.ts'

/**
 * The edges between nodes of a workflow that ListNodeDependencies does not list for some of them: the service was seen
 * to lose what a node comes after when it is written by itself. The root of a workspace and outputs of other workflows
 * are not always listed, so that nothing is said of those.
 */
export async function unlistedEdges(
  { parts, deployed }: WorkflowPlan,
  names: ReadonlySet<string>,
  run: DeployRun,
): Promise<readonly NamedEdge[]> {
  if (deployed === undefined) return []
  const ids = serviceNodeIds(deployed.index)
  const edges = [...parts.edges.values()].filter(
    ({ node, upstream, type, ofWorkflow }) =>
      names.has(node) && parts.nodes.has(upstream) && type === dependencyTypes.sameCycle && ofWorkflow !== true,
  )
  const asked = [...new Set(edges.map(({ node }) => node))]
  const { projectId, signal } = run.options
  const listed = await eachBounded(asked, run.concurrency, async (name) => {
    const upstream = new Set<string>()
    const id = ids.get(name)
    if (id === undefined) return upstream
    for await (const node of run.counted.client.eachNodeDependency({ id, projectId }, { signal }))
      upstream.add(node.name)
    return upstream
  })
  const byName = new Map(asked.map((name, at) => [name, listed[at]]))
  return edges.filter(({ node, upstream }) => byName.get(node)?.has(upstream) !== true)
}
