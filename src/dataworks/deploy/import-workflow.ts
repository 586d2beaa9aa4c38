import type { SpecIndex } from '../../document/index/spec-index.ts'
import { isDataWorksError, type LostParts } from '../errors/data-works-error.ts'
import type { WorkflowPlan } from '../plan/plan-workflow.ts'
import { nodeIdsOf } from '../submit/definition.ts'
import type { ImportRound } from '../submit/import-round.ts'
import { importRound } from '../submit/import-round.ts'
import { type PinnedDocument, pinIndexed } from '../submit/pin-ids.ts'
import type { SubmitOptions, SubmitProgress } from '../submit/submission.ts'
import { locateJobError } from '../submit/submit-errors.ts'
import type { DeployRun } from './deploy-run.ts'

/** What came of the deploy of one workflow. */
export interface WrittenWorkflow {
  readonly workflowId: string
  /** The workflow as the service has it now. */
  readonly actual: SpecIndex
  readonly lost: LostParts
}

/**
 * Lets the service say whether it takes a workflow; it keeps nothing of it.
 *
 * @throws DataWorksError of kind `job-failed` with what it says
 */
export async function validateImport({ source, pinned }: WorkflowPlan, run: DeployRun): Promise<void> {
  const { client } = run.counted
  const { projectId, signal, wait } = run.options
  const { document: spec } = pinned
  const { jobId } = await client.importWorkflowDefinition({ projectId, spec, dryRun: true }, { signal })
  try {
    await client.waitForJob({ jobId }, { ...wait, signal })
  } catch (error) {
    throw isDataWorksError(error) && error.kind === 'job-failed' ? locateJobError(error, pinned.document) : error
  }
  run.report({ code: 'validated', workflow: source.name })
}

/** Imports a workflow with its nodes, reads it back, and imports it once more when something was lost on the way. */
export async function importWorkflow(plan: WorkflowPlan, run: DeployRun): Promise<WrittenWorkflow> {
  const first = await importPinned(plan, plan.pinned, undefined, run)
  if (lostCount(first.lost) === 0) return first
  return await repairImport(plan, first, run)
}

/** Imports a workflow again with the ids that the service has by now. */
export async function repairImport(
  plan: WorkflowPlan,
  { workflowId, actual, lost, jobId }: WrittenWorkflow & { readonly jobId?: string },
  run: DeployRun,
): Promise<WrittenWorkflow> {
  run.report({ code: 'repairing', workflow: plan.source.name, workflowId, lost: lostCount(lost) })
  const projectId = String(BigInt(run.options.projectId))
  const pinned = pinIndexed(plan.source.index, { projectId, workflowId, nodeIds: nodeIdsOf(actual) })
  return await importPinned(plan, pinned, jobId ?? '', run)
}

export function lostCount({ nodes, edges }: LostParts): number {
  return nodes.length + edges.length
}

export async function importPinned(
  { source, deployed }: WorkflowPlan,
  pinned: PinnedDocument,
  earlierJobId: string | undefined,
  run: DeployRun,
): Promise<ImportRound> {
  const { projectId, signal, wait, acceptDifferences } = run.options
  const onProgress = (progress: SubmitProgress): void => {
    if (progress.step !== 'importing') return
    const { workflowId, jobId } = progress
    run.report({ code: 'importing', workflow: source.name, workflowId, jobId })
  }
  const options: SubmitOptions = { projectId, signal, wait, onProgress, acceptDifferences }
  // What is neither among these nor sent was put there by somebody else at the same time.
  const before = new Set(deployed?.index.nodes.map(({ name, key }) => name ?? key))
  return await importRound(run.counted.client, pinned, earlierJobId, options, before)
}
