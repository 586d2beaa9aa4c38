import type { WorkflowPlan } from '../plan/plan-workflow.ts'
import { type OrderedSteps, orderedSteps } from '../workspace/ordered-steps.ts'
import type { MovedNodes } from './moved-nodes.ts'

/** Orders workflows by what they come after of one another, as the outputs that they offer tell, and take nodes from. */
export function deploySteps(plans: readonly WorkflowPlan[], moved: MovedNodes): OrderedSteps<WorkflowPlan> {
  const offered = new Map<string, WorkflowPlan>()
  for (const plan of plans) {
    for (const output of [...plan.parts.index.outputs.first.keys(), ...plan.source.index.outputs.first.keys()]) {
      if (!offered.has(output)) offered.set(output, plan)
    }
  }
  return orderedSteps(plans, (plan) => {
    const outside = [...plan.parts.edges.values()].filter(({ external }) => external)
    return [...outside.flatMap(({ upstream }) => offered.get(upstream) ?? []), ...(moved.from.get(plan) ?? [])]
  })
}
