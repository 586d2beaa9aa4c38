import { fields, type SettingKindsOf, step, text } from '../../diagnostics/arguments.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { requireArgument, requireSettings, signalKind } from '../client/given-arguments.ts'
import { paceOf } from '../client/poll.ts'
import { clientKind, idsKind, workspaceKind } from '../workspace/given-options.ts'
import { type PipelineOrder, runPipeline } from './pipeline.ts'
import { type Publication, type PublishedWorkflow, type PublishOptions, releasePace } from './publish-options.ts'

/**
 * Releases workflows from Data Studio to the scheduler, where they run: makes a pipeline run for each, one after the
 * other, and executes the stages that the service says it has, whatever they are called, until it is over. Approvals are
 * waited for.
 *
 * Called again after it broke off, it goes on with the run that is under way, if that is of the same content.
 *
 * @param client - what {@link createClient} made
 * @param options - the workspace, the ids of the workflows that {@link deploy} gave, and how long to wait
 * @returns the pipeline runs, all of which ended with `Success`
 * @throws DataWorksError of kind `release-failed` when a run ends otherwise, with the stage and what the service says of
 * it; of kind `job-timeout` when it takes longer than it may, for instance since nobody approves it
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { createClient, deploy, publish } from 'flowspec/dataworks'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
 * const client = createClient({ region: 'cn-shanghai' })
 * const { workflows } = await deploy(client, orders, { projectId: 10000 })
 * await publish(client, { projectId: 10000, workflowIds: workflows.map(({ workflowId }) => workflowId) })
 * ```
 */
export async function publish(client: DataWorksClient, options: PublishOptions): Promise<Publication> {
  return await release('publish', 'Online', client, options)
}

/**
 * Takes workflows offline: they run no more, and can be deleted then.
 *
 * @param client - what {@link createClient} made
 * @param options - the workspace, the workflows, and how long to wait
 * @returns the pipeline runs, all of which ended with `Success`
 * @throws DataWorksError as {@link publish} does
 *
 * @example
 * ```ts
 * import { createClient, unpublish } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai' })
 * const workflowIds = ['7635763838174670470']
 * await unpublish(client, { projectId: 10000, workflowIds })
 * await client.deleteWorkflowDefinition({ projectId: 10000, id: '7635763838174670470' })
 * ```
 */
export async function unpublish(
  client: DataWorksClient,
  options: Omit<PublishOptions, 'unlessPublished'>,
): Promise<Publication> {
  return await release('unpublish', 'Offline', client, options)
}

async function release(
  call: string,
  type: PipelineOrder['type'],
  client: DataWorksClient,
  options: PublishOptions,
): Promise<Publication> {
  requireArgument(call, 'client', client, clientKind)
  requireSettings(call, 'options', options, publishKinds)
  requireArgument(call, 'options.workflowIds', options.workflowIds, idsKind)
  const { workflowIds } = options
  if (workflowIds.length === 0) throw new TypeError(`${call}: workflowIds is empty; give the id of a workflow`)
  const pace = paceOf(call, options.wait, releasePace)
  const workflows: PublishedWorkflow[] = []
  const unchanged = new Set(options.unlessPublished?.map(String))
  for (const id of new Set(workflowIds.map(String))) {
    const order = { type, workflowId: id, pace, isUnchanged: unchanged.has(id) }
    workflows.push(await runPipeline(client, order, options))
  }
  const last = workflows.at(-1)
  return { pipelineRunId: last?.pipelineRunId ?? '', status: 'Success', workflows }
}

const publishKinds: SettingKindsOf<PublishOptions> = {
  projectId: workspaceKind,
  workflowIds: idsKind,
  unlessPublished: idsKind,
  description: text,
  wait: fields,
  onProgress: step,
  signal: signalKind,
}
