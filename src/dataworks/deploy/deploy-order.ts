import { addToGroup } from '../../document/index/first-by-key.ts'
import type { WorkflowPlan } from '../plan/plan-workflow.ts'

/** In which order workflows are deployed. */
export interface DeployOrder {
  /** All of a step can be deployed at once when the steps before it are. */
  readonly steps: readonly (readonly WorkflowPlan[])[]
  /** Those that wait for one another in a circle, and what comes after them. */
  readonly circle: readonly WorkflowPlan[]
}

/** Orders workflows by what they come after of one another. */
export function deploySteps(plans: readonly WorkflowPlan[]): DeployOrder {
  const followers = new Map<WorkflowPlan, WorkflowPlan[]>()
  const waiting = new Map<WorkflowPlan, number>()
  for (const [plan, upstream] of upstreamOf(plans)) {
    waiting.set(plan, upstream.size)
    for (const one of upstream) addToGroup(followers, one, plan)
  }
  const steps: WorkflowPlan[][] = []
  let step = plans.filter((plan) => waiting.get(plan) === 0)
  while (step.length > 0) {
    steps.push(step)
    for (const plan of step) waiting.delete(plan)
    step = step.flatMap((plan) => followers.get(plan) ?? []).filter((plan) => released(plan, waiting))
  }
  return { steps, circle: plans.filter((plan) => waiting.has(plan)) }
}

/** Counts one upstream workflow of a plan as done, and says whether it was the last. */
function released(plan: WorkflowPlan, waiting: Map<WorkflowPlan, number>): boolean {
  const left = (waiting.get(plan) ?? 0) - 1
  waiting.set(plan, left)
  return left === 0
}

/** The workflows each of these comes after, by the outputs that they offer. */
function upstreamOf(plans: readonly WorkflowPlan[]): ReadonlyMap<WorkflowPlan, ReadonlySet<WorkflowPlan>> {
  const offered = new Map<string, WorkflowPlan>()
  for (const plan of plans) {
    for (const output of [...plan.parts.index.outputs.first.keys(), ...plan.source.index.outputs.first.keys()]) {
      if (!offered.has(output)) offered.set(output, plan)
    }
  }
  return new Map(
    plans.map((plan) => {
      const outside = [...plan.parts.edges.values()].filter(({ external }) => external)
      const found = outside.flatMap(({ upstream }) => offered.get(upstream) ?? [])
      return [plan, new Set(found.filter((other) => other !== plan))]
    }),
  )
}
