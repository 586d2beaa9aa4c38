import { addToGroup } from '../../document/index/first-by-key.ts'
import { isDataWorksError, restateError } from '../errors/data-works-error.ts'
import type { WorkflowPlan } from '../plan/plan-workflow.ts'
import type { GoneWorkflow } from '../plan/renamed-workflows.ts'

/** The names of the nodes that a workflow gets, or loses. */
function nodesOf({ changes }: WorkflowPlan, action: 'create' | 'delete'): readonly string[] {
  return changes.flatMap((change) => (change.kind === 'node' && change.action === action ? [change.name] : []))
}

/** Nodes that go from one workflow to another: as long as the first has them, their names may be taken in the workspace. */
export interface MovedNodes {
  /** What each workflow takes nodes from. */
  readonly from: ReadonlyMap<WorkflowPlan, readonly WorkflowPlan[]>
  /** The workflows to be deleted from which one takes nodes. */
  readonly gone: ReadonlySet<GoneWorkflow>
  /** The workflows that take nodes, from one that stays or goes. */
  readonly takers: ReadonlySet<WorkflowPlan>
}

/** Finds the nodes that a deploy moves between workflows. */
export function movedNodes(plans: readonly WorkflowPlan[], deleted: readonly GoneWorkflow[]): MovedNodes {
  const losing = new Map(plans.flatMap((plan) => nodesOf(plan, 'delete').map((name) => [name, plan])))
  const going = new Map(deleted.flatMap((one) => one.deployed.index.nodes.map(({ name, key }) => [name ?? key, one])))
  const from = new Map<WorkflowPlan, WorkflowPlan[]>()
  const gone = new Set<GoneWorkflow>()
  const takers = new Set<WorkflowPlan>()
  for (const plan of plans) {
    for (const name of nodesOf(plan, 'create')) {
      const [giver, deletedOne] = [losing.get(name), going.get(name)]
      if (giver !== undefined && giver !== plan) {
        addToGroup(from, plan, giver)
        takers.add(plan)
      }
      if (deletedOne !== undefined) {
        gone.add(deletedOne)
        takers.add(plan)
      }
    }
  }
  return { from, gone, takers }
}

/** Adds to the refusal of a workflow whose nodes are to be taken in turn with another's how to go about it. */
export function takenInTurn(error: unknown, plan: WorkflowPlan, { takers }: MovedNodes): unknown {
  if (!takers.has(plan) || !isDataWorksError(error) || error.kind !== 'job-failed') return error
  const way = 'Workflows that take nodes from one another need two deploys: one without these nodes, and one with them.'
  return restateError(error, { hint: error.hint === undefined ? way : `${error.hint} ${way}` })
}
