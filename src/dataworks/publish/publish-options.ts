import type { PollPace, WaitTimes } from '../client/poll.ts'
import type { Id } from '../operations/operation.ts'
import type { PipelineStatus } from '../operations/pipeline-runs.ts'
import type { WorkspaceCall } from '../workspace/workspace-call.ts'

/**
 * How what gets to production is waited for where nothing else is said. A live run was recorded to take 70 seconds; with an
 * approval it takes as long as somebody needs.
 */
export const releasePace: PollPace = { interval: 2000, maxInterval: 15_000, timeout: 30 * 60 * 1000 }

/** The options of {@link publish} and {@link unpublish}. */
export interface PublishOptions extends WorkspaceCall {
  /** The workflows, in the order in which they are to be released: those that others come after first. */
  readonly workflowIds: readonly Id[]
  /**
   * Those of them of which nothing was changed, and which are left alone where their newest release was made of what they hold
   * now. Without it all are released, whatever the service has of them.
   *
   * What a release was made of is told by the hash that `publish` writes beside it: after one that was made elsewhere, a
   * workflow is released again.
   */
  readonly unlessPublished?: readonly Id[] | undefined
  /** What is written beside the release, for those who look at it in the console. */
  readonly description?: string | undefined
  /**
   * How a release is waited for, approvals included: `interval`, 2,000 ms when left out, grows to `maxInterval`, 15,000 ms;
   * `timeout`, 30 minutes when left out, is for each workflow.
   */
  readonly wait?: WaitTimes | undefined
  /** Called whenever a stage is started or comes to another state. What it throws ends the wait, and not the release. */
  readonly onProgress?: ((event: PublishEvent) => void) | undefined
}

/** What a release tells on its way, each with a code that stays the same. */
export interface PublishEvent {
  readonly version: 1
  /**
   * - `created`: a pipeline run was made
   * - `resumed`: one of the same content is under way already, and is gone on with
   * - `executing`: the next stage was started
   * - `stage`: a stage came to another state; one that stays `Running` may wait for somebody to approve it
   * - `over`: the run is over
   * - `unchanged`: what is published is what there is, so that no run was made; the run is the one that published it
   */
  readonly code: 'created' | 'executing' | 'over' | 'resumed' | 'stage' | 'unchanged'
  readonly workflowId: string
  readonly pipelineRunId: string
  readonly status: PipelineStatus
  /** The stage it is about. */
  readonly stage?: { readonly code: string; readonly name: string | undefined; readonly type: string | undefined }
}

/** A pipeline run that ended with success. */
export interface PublishedWorkflow {
  readonly workflowId: string
  readonly pipelineRunId: string
  readonly status: 'Success'
  /** Whether it was released, or taken offline; `unchanged` where an earlier run did that already. */
  readonly action: 'published' | 'unchanged' | 'unpublished'
}

/** What was released, or taken offline. */
export interface Publication {
  /** The run of the last workflow. */
  readonly pipelineRunId: string
  readonly status: 'Success'
  /** The runs of all workflows, in their order: the service releases one workflow in each. */
  readonly workflows: readonly PublishedWorkflow[]
}
