import { diffIndexes, type SpecDiff } from '../../document/compare/spec-diff.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { isDataWorksError, type LostParts } from '../errors/data-works-error.ts'
import type { JobStatus } from '../operations/import-job.ts'
import { readBack } from './existing-workflow.ts'
import { withoutHiddenEdges } from './hidden-edges.ts'
import type { PinnedDocument } from './pin-ids.ts'
import type { SubmitOptions } from './submission.ts'
import { locateJobError, startedImportError } from './submit-errors.ts'

/** What came of one import. */
export interface ImportRound {
  readonly workflowId: string
  readonly jobId: string
  /** The workflow as the service has it now. */
  readonly actual: SpecIndex
  readonly differences: SpecDiff
  readonly lost: LostParts
}

/** Which import it is; the second one is the last. */
type Round = 1 | 2

async function waitForImport(client: DataWorksClient, jobId: string, round: Round, options: SubmitOptions) {
  const { signal, onProgress, wait } = options
  const report = (status: JobStatus) => onProgress?.({ step: 'job', round, status })
  await client.waitForJob({ jobId }, { ...wait, signal, onProgress: report })
}

/** Reads the workflow back and compares. */
async function compare(
  client: DataWorksClient,
  pinned: PinnedDocument,
  workflow: { readonly id: string; readonly round: Round },
  options: SubmitOptions,
): Promise<Pick<ImportRound, 'actual' | 'differences' | 'lost'>> {
  const { projectId, signal } = options
  const { id, round } = workflow
  const actual = indexSpec(await readBack(client, { id, projectId }, signal))
  const diff = diffIndexes(indexSpec(pinned.document), actual)
  // Before the second import one lost edge is reason enough for it; after it, all that are lost are named.
  const search = { projectId, actual, stopAtFirst: round === 1 }
  const missing = await withoutHiddenEdges(client, diff.edges.missing, search, signal)
  const differences = { ...diff, edges: { ...diff.edges, missing } }
  options.onProgress?.({ step: 'compared', round, differences })
  return { actual, differences, lost: { nodes: diff.nodes.missing, edges: missing } }
}

/**
 * Imports a document, waits for the job, reads the workflow back and compares.
 *
 * @param earlierJobId - the job of the first import, when this is the second
 */
export async function importRound(
  client: DataWorksClient,
  pinned: PinnedDocument,
  earlierJobId: string | undefined,
  options: SubmitOptions,
): Promise<ImportRound> {
  const { projectId, signal } = options
  const round = earlierJobId === undefined ? 1 : 2
  let startedJobId = earlierJobId
  try {
    const job = await client.importWorkflowDefinition({ projectId, spec: pinned.document }, { signal })
    const { jobId, workflowId = pinned.workflowId } = job
    startedJobId = jobId
    options.onProgress?.({ step: 'importing', round, workflowId, jobId })
    await waitForImport(client, jobId, round, options)
    return { workflowId, jobId, ...(await compare(client, pinned, { id: workflowId, round }, options)) }
  } catch (error) {
    if (isDataWorksError(error) && error.kind === 'job-failed') throw locateJobError(error, pinned.document)
    throw startedJobId === undefined ? error : startedImportError(error, startedJobId)
  }
}
