import { compareText } from '../../diagnostics/diagnostic-order.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import type { DeployRecord, EntityRecord, NodeRecord, WorkflowRecord } from '../plan/deploy-record.ts'
import type { WorkflowPlan } from '../plan/plan-workflow.ts'
import { partsOf } from '../plan/workflow-parts.ts'
import { pathOf, workflowKey } from '../workspace/find-deployed.ts'

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
    nodes: nodes.sort((left, right) => compareText(left.path, right.path)),
  }
}

/** What a deploy knows of a workspace when it is over. */
export interface KnownAfter {
  readonly workflows: readonly WorkflowRecord[]
  readonly resources: readonly EntityRecord[]
  readonly functions: readonly EntityRecord[]
  /** The ids of what was deleted. */
  readonly deleted: ReadonlySet<string>
}

/** An earlier record with what is known now; what was deleted is left out, and what was renamed stands under its new name. */
export function updatedRecord(projectId: string, earlier: DeployRecord | undefined, after: KnownAfter): DeployRecord {
  return {
    version: 1,
    projectId,
    workflows: merged(earlier?.workflows, after.workflows, after.deleted, ({ kind, name }) => workflowKey(kind, name)),
    resources: merged(earlier?.resources, after.resources, after.deleted, ({ name }) => name),
    functions: merged(earlier?.functions, after.functions, after.deleted, ({ name }) => name),
  }
}

function merged<One extends { readonly id: string }>(
  earlier: readonly One[] = [],
  now: readonly One[],
  deleted: ReadonlySet<string>,
  keyOf: (one: One) => string,
): readonly One[] {
  const known = new Set(now.map(({ id }) => id))
  const kept = earlier.filter(({ id }) => !deleted.has(id) && !known.has(id))
  const byKey = new Map([...kept, ...now].map((one) => [keyOf(one), one] as const))
  return [...byKey].sort(([left], [right]) => compareText(left, right)).map(([, one]) => one)
}
