import type { SpecIndex } from '../../document/index/spec-index.ts'
import type { DeployRecord, NodeRecord, WorkflowRecord } from '../plan/deploy-record.ts'
import type { WorkflowPlan } from '../plan/plan-workflow.ts'
import { partsOf } from '../plan/workflow-parts.ts'
import { pathOf, workflowKey } from '../workspace/find-deployed.ts'

function byText(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** What is remembered of a workflow that the service now has. */
export function recordOf({ source, parts }: WorkflowPlan, workflowId: string, actual: SpecIndex): WorkflowRecord {
  const { name, type = 'CycleWorkflow' } = source
  const there = partsOf(actual, parts.index)
  const nodes = [...there.nodes].flatMap(([path, { key }]): readonly NodeRecord[] => {
    const [said, has] = [parts.hashes.nodes.get(path), there.hashes.nodes.get(path)]
    return said === undefined || has === undefined ? [] : [{ path, id: key, source: said, deployed: has }]
  })
  return {
    name,
    kind: type,
    path: pathOf(source),
    id: workflowId,
    source: parts.hashes.workflow,
    deployed: there.hashes.workflow,
    nodes: nodes.sort((left, right) => byText(left.path, right.path)),
  }
}

/** An earlier record with what is known of some workflows now; those that were deleted are left out. */
export function updatedRecord(
  projectId: string,
  earlier: DeployRecord | undefined,
  workflows: readonly WorkflowRecord[],
  deleted: ReadonlySet<string>,
): DeployRecord {
  // One that was renamed stands under its new name alone.
  const now = new Set(workflows.map(({ id }) => id))
  const kept = (earlier?.workflows ?? []).filter(({ id }) => !deleted.has(id) && !now.has(id))
  const byKey = new Map([...kept, ...workflows].map((one) => [workflowKey(one.kind, one.name), one]))
  const sorted = [...byKey].sort(([left], [right]) => byText(left, right))
  return {
    version: 1,
    projectId,
    workflows: sorted.map(([, one]) => one),
    resources: earlier?.resources ?? [],
    functions: earlier?.functions ?? [],
  }
}
