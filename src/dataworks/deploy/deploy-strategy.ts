import { DataWorksError } from '../errors/data-works-error.ts'
import type { PlanChange } from '../plan/plan-change.ts'
import type { WorkflowPlan } from '../plan/plan-workflow.ts'
import type { DeployStrategy } from './deploy-options.ts'

/** Up to so many nodes go one by one; more cost more calls than an import. */
const mostNodes = 20

/**
 * How a workflow is changed when nobody says how: node by node where nodes that are there change and nothing else, which
 * is what the official guide advises for updates; by an import of all of it else.
 */
export function strategyOf(plan: WorkflowPlan, forced: DeployStrategy | undefined): DeployStrategy {
  if (forced === 'nodes') refuseNotIncremental(plan)
  if (forced !== undefined) return forced
  const nodes = changedNodes(plan)
  return isIncremental(plan) && nodes.size <= mostNodes ? 'nodes' : 'import'
}

/** The top-level nodes of which something changes: of what stands in a loop, the loop. */
export function changedNodes(plan: WorkflowPlan): ReadonlySet<string> {
  const { changes } = plan
  const path = changes[0]?.path ?? ''
  const parts = changes.filter(({ action, kind, edge }) => {
    return action !== 'unchanged' && kind !== 'workflow' && edge?.ofWorkflow !== true
  })
  const ofEdges = parts.flatMap(({ edge }) => (edge === undefined ? [] : [edge.node]))
  const nodes = parts.filter(({ edge }) => edge === undefined)
  const ofNodes = nodes.map((change) => change.path.slice(path.length + 1).split('/')[0] ?? '')
  return new Set([...ofNodes, ...topLevelNodes(plan, ofEdges)])
}

/** The top-level nodes that nodes stand in: themselves, or their loops, which are written with all that is in them. */
export function topLevelNodes({ parts }: WorkflowPlan, names: readonly string[]): ReadonlySet<string> {
  const holders = new Map([...parts.nodes].map(([place, { name, key }]) => [name ?? key, place.split('/')[0]]))
  return new Set(names.map((name) => holders.get(name) ?? name))
}

function isIncremental(plan: WorkflowPlan): boolean {
  if (plan.deployed === undefined || hasStrayBodies(plan)) return false
  return plan.changes.every((change) => change.action === 'unchanged' || isNodeUpdate(change))
}

/** Whether a change is one that UpdateNode alone can make: it leaves as it is what a document does not say. */
function isNodeUpdate(change: PlanChange): boolean {
  const { kind, action, edge } = change
  if (kind === 'edge') return edge?.ofWorkflow !== true && action !== 'conflict'
  return kind === 'node' && (action === 'update' || action === 'conflict') && !takesAway(change)
}

/** Whether a field goes, which no update can say. */
function takesAway({ fields }: PlanChange): boolean {
  return fields.some(({ expected }) => expected === undefined)
}

/** Whether nodes of loops stand beside their loops, so that no node holds all that belongs to it. */
function hasStrayBodies({ parts }: WorkflowPlan): boolean {
  const isAside = (place: string, parent: string | undefined): boolean => place.includes('/') && parent === 'Workflow'
  return [...parts.nodes].some(([place, { entity }]) => isAside(place, entity.parent?.name))
}

function refuseNotIncremental(plan: WorkflowPlan): void {
  const { source, changes } = plan
  const stray = hasStrayBodies(plan) ? ['nodes of loops stand beside their loops'] : []
  const taken = changes
    .filter((change) => change.kind !== 'edge' && takesAway(change))
    .map(({ name, fields }) => `${name}: ${fields.find(({ expected }) => expected === undefined)?.path} goes`)
  const reasons = [...stray, ...taken]
  if (reasons.length === 0) return
  throw new DataWorksError({
    action: 'UpdateNode',
    kind: 'refused',
    code: 'NotIncremental',
    message: `workflow '${source.name}' cannot be changed node by node, for an update leaves as it is what it does not say: ${reasons.join('; ')}`,
    hint: "Leave out the option strategy, or give strategy: 'import'.",
  })
}
