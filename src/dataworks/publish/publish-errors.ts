import { DataWorksError } from '../errors/data-works-error.ts'
import { cleanText } from '../errors/error-text.ts'
import type { FoundPipelineRun } from '../operations/pipeline-runs.ts'
import type { PipelineOrder } from './pipeline.ts'

function actionOf({ type }: PipelineOrder): string {
  return type === 'Online' ? 'publish' : 'unpublish'
}

/** The error of a pipeline run that ended without success. */
export function releaseFailed(order: PipelineOrder, run: FoundPipelineRun): DataWorksError {
  const stage = run.stages.find(({ status }) => status !== 'Success' && status !== 'Init')
  const where = stage === undefined ? '' : ` in stage ${stage.name ?? stage.code} (${stage.code})`
  const said = [stage?.message, run.message].find((message) => message !== undefined && message !== '')
  const why = said === undefined ? '' : `: ${cleanText(said)}`
  return new DataWorksError({
    action: actionOf(order),
    kind: 'release-failed',
    code: run.status,
    message: `pipeline run ${run.id} of workflow ${order.workflowId} ended with ${run.status}${where}${why}`,
    requestId: run.requestId,
    hint: wayOut(run),
  })
}

function wayOut({ status, id }: FoundPipelineRun): string {
  if (status === 'Fail')
    return `Repair what the stage says, deploy, and publish again: that makes a new run. Details stand in the console under pipeline run ${id}.`
  return 'Somebody ended the run. Publishing again makes a new one.'
}

/** The error of a pipeline run that is not over in time. */
export function tooLong(order: PipelineOrder, run: FoundPipelineRun, timeout: number): DataWorksError {
  const stage = run.stages.find(({ status }) => status === 'Running')
  const where = stage === undefined ? '' : ` in stage ${stage.name ?? stage.code} (${stage.code})`
  return new DataWorksError({
    action: actionOf(order),
    kind: 'job-timeout',
    code: 'PipelineTimeout',
    message: `pipeline run ${run.id} of workflow ${order.workflowId} is still ${run.status}${where} after ${timeout} ms`,
    requestId: run.requestId,
    retryable: true,
    ambiguous: true,
    hint: 'It may wait for somebody to approve it. The run goes on in the service; publishing again goes on with it.',
  })
}
