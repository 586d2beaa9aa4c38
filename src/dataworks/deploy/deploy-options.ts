import type { WaitTimes } from '../client/poll.ts'
import type { DeployRecord } from '../plan/deploy-record.ts'
import type { PlanChange } from '../plan/plan-change.ts'
import type { PlanOptions } from '../plan/plan-options.ts'
import type { Plan, PlanData } from '../plan/plan-result.ts'
import type { DeployEvent } from './deploy-event.ts'

/**
 * How workflows that are there already are changed:
 *
 * - `import`: the whole workflow, by ImportWorkflowDefinition
 * - `nodes`: node by node, by UpdateNode, CreateNode and DeleteNode
 */
export type DeployStrategy = 'import' | 'nodes'

/** The options of {@link deploy}. */
export interface DeployOptions extends PlanOptions {
  /**
   * The plan that somebody looked at, as `readPlan` read it: the deploy does what it says, or nothing when documents or
   * workspace changed since. Of no use where a plan is what is deployed.
   */
  readonly plan?: Plan | PlanData | undefined
  /** Names or paths of the workflows, resources and functions to deploy; all others are left alone. */
  readonly only?: string | readonly string[] | undefined
  /**
   * How workflows are changed. When left out, a workflow that is there, and of which at most 20 nodes change and nothing
   * else, goes node by node, as the official guide advises for updates; all others are imported.
   */
  readonly strategy?: DeployStrategy | undefined
  /**
   * Where the service gets the file of a resource from that is created or changed, by its name: a public or signed address
   * of Object Storage Service. Without it a resource is made, or keeps the file it has.
   */
  readonly resourceFile?: ((name: string) => string | undefined) | undefined
  /**
   * Whether a workflow may be read back with other values than were sent. Default false: it is taken for the version of
   * somebody who deployed it at the same time. True is for a field that the service is found to rewrite by itself.
   */
  readonly acceptDifferences?: boolean | undefined
  /** How imports are waited for; what is left out is as it is for a job. */
  readonly wait?: WaitTimes | undefined
  /** Called at every step. What it throws ends the deploy. */
  readonly onProgress?: ((event: DeployEvent) => void) | undefined
}

/** A workflow that a deploy looked after. */
export interface DeployedWorkflowResult {
  readonly name: string
  readonly path: string
  readonly workflowId: string
  /** What was done to it; `unchanged` where nothing of it changed. */
  readonly action: 'created' | 'unchanged' | 'updated'
}

/** What a deploy did. */
export interface Deployment {
  /** What was changed, and what was found unchanged, as the plan had it. */
  readonly changes: readonly PlanChange[]
  readonly workflows: readonly DeployedWorkflowResult[]
  /** What the documents hold for which there is no operation: components, and nodes outside of workflows, for instance. */
  readonly ignored: PlanData['ignored']
  /** How many calls were made; repetitions after failures are not among them. */
  readonly calls: number
  /** What the next plan can be given, so that it tells changes in code from changes in the console. */
  readonly record: DeployRecord
}
