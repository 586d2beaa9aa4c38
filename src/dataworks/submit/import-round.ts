import { diffSpecs, type SpecDiff } from '../../diff/diff-specs.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import type { LostParts } from '../errors/lost-parts.ts'
import type { JobStatus } from '../operations/get-job-status.ts'
import { locateJobError } from './locate-job-error.ts'
import type { PinnedDocument } from './pin-ids.ts'
import { readBack } from './read-back.ts'
import type { SubmitOptions } from './submit-options.ts'
import { withoutHiddenEdges } from './without-hidden-edges.ts'

/** What came of one import. */
export interface ImportRound {
  readonly workflowId: string
  readonly jobId: string
  /** The workflow as the service has it now. */
  readonly definition: ReadDocument
  readonly differences: SpecDiff
  readonly lost: LostParts
}

async function startImport(client: DataWorksClient, pinned: PinnedDocument, round: number, options: SubmitOptions) {
  const { projectId, signal, onProgress, wait } = options
  const job = await client.importWorkflowDefinition({ projectId, spec: pinned.document }, { signal })
  const workflowId = job.workflowId ?? pinned.workflowId
  onProgress?.({ step: 'importing', round, workflowId, jobId: job.jobId })
  try {
    const report = (status: JobStatus) => onProgress?.({ step: 'job', round, status })
    await client.waitForJob({ jobId: job.jobId }, { ...wait, signal, onProgress: report })
  } catch (error) {
    throw locateJobError(error, pinned.document)
  }
  return { workflowId, jobId: job.jobId }
}

/** Imports a document, waits for the job, reads the workflow back and compares. */
export async function importRound(
  client: DataWorksClient,
  pinned: PinnedDocument,
  round: number,
  options: SubmitOptions,
): Promise<ImportRound> {
  const { projectId, signal } = options
  const { workflowId, jobId } = await startImport(client, pinned, round, options)
  const definition = await readBack(client, { id: workflowId, projectId }, signal)
  const diff = diffSpecs(pinned.document, definition)
  const missing = await withoutHiddenEdges(client, diff.edges.missing, { projectId, definition }, signal)
  const differences = { ...diff, edges: { ...diff.edges, missing } }
  options.onProgress?.({ step: 'compared', round, differences })
  return { workflowId, jobId, definition, differences, lost: { nodes: diff.nodes.missing, edges: missing } }
}
