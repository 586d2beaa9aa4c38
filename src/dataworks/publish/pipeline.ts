import { createHash } from 'node:crypto'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { type Look, type PollPace, poll } from '../client/poll.ts'
import { isDataWorksError } from '../errors/data-works-error.ts'
import type { FoundPipelineRun, PipelineRun, PipelineStage, PipelineStatus } from '../operations/pipeline-runs.ts'
import { releaseFailed, tooLong } from './publish-errors.ts'
import type { PublishEvent, PublishedWorkflow, PublishOptions } from './publish-options.ts'

/** What is released or taken offline. */
export interface PipelineOrder {
  readonly type: 'Offline' | 'Online'
  readonly workflowId: string
  readonly pace: PollPace
  /** Whether nothing is done where the newest run was made of the same content. */
  readonly isUnchanged: boolean
}

const finalStates: ReadonlySet<PipelineStatus> = new Set(['Cancel', 'Fail', 'Success', 'Termination'])

type Report = (code: PublishEvent['code'], status: PipelineStatus, stage?: PipelineStage) => void

/** Makes a pipeline run for a workflow, or goes on with one, and executes its stages until it is over. */
export async function runPipeline(
  client: DataWorksClient,
  order: PipelineOrder,
  options: PublishOptions,
): Promise<PublishedWorkflow> {
  const { id, isOver: isDone } = await startRun(client, order, options)
  if (isDone) return { workflowId: order.workflowId, pipelineRunId: id, status: 'Success', action: 'unchanged' }
  return await finishRun(client, { ...order, id }, options)
}

/** Executes the stages of a pipeline run until it is over. */
async function finishRun(
  client: DataWorksClient,
  order: PipelineOrder & { readonly id: string },
  options: PublishOptions,
): Promise<PublishedWorkflow> {
  const { id, type, workflowId, pace } = order
  const { projectId, signal = new AbortController().signal, onProgress } = options
  const action = type === 'Online' ? 'published' : 'unpublished'
  const report: Report = (code, status, stage) => {
    const about = stage === undefined ? {} : { stage: { code: stage.code, name: stage.name, type: stage.type } }
    onProgress?.({ version: 1, code, workflowId, pipelineRunId: id, status, ...about })
  }
  const told = new Map<string, PipelineStatus>()
  const look = async (): Promise<Look<PublishedWorkflow>> => {
    const run = await client.getPipelineRun({ id, projectId }, { signal })
    tellStages(run, told, report)
    if (isOver(run, order)) {
      report('over', run.status)
      return { found: { workflowId, pipelineRunId: id, status: 'Success', action } }
    }
    const next = nextStage(run)
    if (next !== undefined) {
      report('executing', run.status, next)
      await execute(client, { id, projectId, code: next.code }, signal)
    }
    return { atEnd: () => tooLong(order, run, pace.timeout), hasMoved: next !== undefined }
  }
  return await poll({ action: 'GetPipelineRun', effect: 'read', pace, signal, look })
}

/** Tells of the stages that came to another state since the last look. */
function tellStages({ stages }: FoundPipelineRun, told: Map<string, PipelineStatus>, report: Report): void {
  for (const stage of stages) {
    if (stage.status === 'Init' || told.get(stage.code) === stage.status) continue
    told.set(stage.code, stage.status)
    report('stage', stage.status, stage)
  }
}

/** @throws DataWorksError of kind `release-failed` when it ended without success */
function isOver(run: FoundPipelineRun, order: PipelineOrder): boolean {
  if (!finalStates.has(run.status)) return false
  if (run.status !== 'Success') throw releaseFailed(order, run)
  return true
}

/** The stage that is to be executed: the first that is not done, when it waits for that. */
function nextStage({ stages }: FoundPipelineRun): PipelineStage | undefined {
  const inOrder = [...stages].sort((left, right) => (left.step ?? 0) - (right.step ?? 0))
  const open = inOrder.find(({ status }) => status !== 'Success')
  return open?.status === 'Init' ? open : undefined
}

/** Executes a stage. Where it stays open whether it was, and when another was quicker, the next look tells. */
async function execute(
  client: DataWorksClient,
  params: Parameters<DataWorksClient['execPipelineRunStage']>[0],
  signal: AbortSignal,
): Promise<void> {
  try {
    await client.execPipelineRunStage(params, { signal })
  } catch (error) {
    if (!isDataWorksError(error) || signal.aborted) throw error
    if (error.ambiguous) return
    const { code, ...run } = params
    if (!wasStarted(await client.getPipelineRun(run, { signal }), code)) throw error
  }
}

/** Whether a stage is no longer waiting to be started. */
function wasStarted({ stages, status }: FoundPipelineRun, code: string): boolean {
  return finalStates.has(status) || stages.some((stage) => stage.code === code && stage.status !== 'Init')
}

/** A run, and whether there is nothing left to do in it. */
interface StartedPipeline {
  readonly id: string
  readonly isOver: boolean
}

/**
 * The run of a workflow: one that is under way with the same content, or a new one; of a workflow that is unchanged, the newest
 * one if that published it. The content is told by a hash in the description: a run that was made of something else is not gone
 * on with.
 */
async function startRun(
  client: DataWorksClient,
  order: PipelineOrder,
  options: PublishOptions,
): Promise<StartedPipeline> {
  const { type, workflowId, isUnchanged } = order
  const { projectId, signal, onProgress } = options
  const {
    spec,
    name = workflowId,
    modifyTime = 0,
  } = await client.getWorkflowDefinition({ id: workflowId, projectId, includeScriptContent: true }, { signal })
  const mark = `[${createHash('sha256').update(`${type} ${spec}`, 'utf8').digest('hex').slice(0, 16)}]`
  const description = `${options.description ?? `flowspec: ${name}`} ${mark}`
  const tell = (code: 'created' | 'resumed' | 'unchanged', id: string): StartedPipeline => {
    const isOver = code === 'unchanged'
    onProgress?.({ version: 1, code, workflowId, pipelineRunId: id, status: isOver ? 'Success' : 'Running' })
    return { id, isOver }
  }
  const runs = await newestRuns(client, workflowId, options)
  const published = isUnchanged ? publishedBy(runs, { mark, modifyTime }) : undefined
  if (published !== undefined) return tell('unchanged', published)
  const underWay = runUnderWay(runs, description)
  if (underWay !== undefined) return tell('resumed', underWay)
  try {
    const params = { projectId, type, objectIds: [workflowId], description }
    return tell('created', (await client.createPipelineRun(params, { signal })).id)
  } catch (error) {
    if (!isDataWorksError(error) || !error.ambiguous) throw error
    const made = runUnderWay(await newestRuns(client, workflowId, options), description)
    if (made === undefined) throw error
    return tell('created', made)
  }
}

/** The latest hundred runs of a workflow, the newest first. */
async function newestRuns(
  client: DataWorksClient,
  objectId: string,
  { projectId, signal }: PublishOptions,
): Promise<readonly PipelineRun[]> {
  const { items } = await client.listPipelineRuns({ projectId, objectId, pageSize: 100 }, { signal })
  return [...items].sort((left, right) => (right.createTime ?? 0) - (left.createTime ?? 0))
}

/** The run that is under way with a description. */
function runUnderWay(runs: readonly PipelineRun[], description: string): string | undefined {
  return runs.find((run) => run.description === description && !finalStates.has(run.status))?.id
}

/** What a workflow holds now. */
interface Content {
  /** What the description of a run ends with that was made of it. */
  readonly mark: string
  /** In milliseconds since 1970. */
  readonly modifyTime: number
}

/**
 * The newest run, where it published what there is now. One that failed may have published a part of something else. The time
 * is looked at, too: definitions may omit edges, which can change then without another mark.
 */
function publishedBy([newest]: readonly PipelineRun[], { mark, modifyTime }: Content): string | undefined {
  const { status, description = '', createTime = modifyTime } = newest ?? {}
  return status === 'Success' && description.endsWith(mark) && createTime >= modifyTime ? newest?.id : undefined
}
