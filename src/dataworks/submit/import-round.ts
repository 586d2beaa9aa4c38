import { diffIndexes, type SpecDiff } from '../../document/compare/spec-diff.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { isDataWorksError, type LostParts } from '../errors/data-works-error.ts'
import type { ImportJob, JobStatus } from '../operations/import-job.ts'
import { readDefinition } from './definition.ts'
import { withoutHiddenEdges } from './hidden-edges.ts'
import { refuseOtherVersion } from './other-version.ts'
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

/**
 * Imports a document, waits for the job, reads the workflow back and compares.
 *
 * @param earlierJobId - the job of the first import, when this is the second
 * @param before - the names of the nodes that the workflow had before; others than those and what was sent are of
 * somebody else. Not judged when left out
 * @throws DataWorksError of kind `other-version` when what is there is not what was sent, unless differences are accepted
 */
export async function importRound(
  client: DataWorksClient,
  pinned: PinnedDocument,
  earlierJobId: string | undefined,
  options: SubmitOptions,
  before?: ReadonlySet<string>,
): Promise<ImportRound> {
  const round = earlierJobId === undefined ? 1 : 2
  let jobId = earlierJobId
  try {
    const job = await startImport(client, pinned, options)
    jobId = job.jobId
    const { workflowId = pinned.workflowId } = job
    options.onProgress?.({ step: 'importing', round, workflowId, jobId })
    await waitForImport(client, jobId, round, options)
    const actual = await readDefinition(client, workflowId, options)
    const compared = await compare(client, pinned, { actual, round }, options)
    if (options.acceptDifferences !== true)
      refuseOtherVersion(actual, compared.differences, { workflowId, jobId, before })
    return { workflowId, jobId, actual, ...compared }
  } catch (error) {
    if (isDataWorksError(error) && error.kind === 'other-version') throw error
    if (isDataWorksError(error) && error.kind === 'job-failed') throw locateJobError(error, pinned.document)
    throw jobId === undefined ? error : startedImportError(error, jobId)
  }
}

async function startImport(
  client: DataWorksClient,
  { document: spec }: PinnedDocument,
  { projectId, signal }: SubmitOptions,
): Promise<ImportJob> {
  return await client.importWorkflowDefinition({ projectId, spec }, { signal })
}

async function waitForImport(
  client: DataWorksClient,
  jobId: string,
  round: Round,
  { signal, onProgress, wait }: SubmitOptions,
): Promise<void> {
  const report = (status: JobStatus) => onProgress?.({ step: 'job', round, status })
  await client.waitForJob({ jobId }, { ...wait, signal, onProgress: report })
}

/** Compares what was sent with what the service has. Ids changed with pinning, so what was sent has an index of its own. */
async function compare(
  client: DataWorksClient,
  pinned: PinnedDocument,
  { actual, round }: { readonly actual: SpecIndex; readonly round: Round },
  options: SubmitOptions,
): Promise<Pick<ImportRound, 'differences' | 'lost'>> {
  const diff = diffIndexes(indexSpec(pinned.document), actual)
  // Before the second import one lost edge is reason enough for it; after it, all that are lost are named.
  const onAsked = (asked: number, nodes: number) => options.onProgress?.({ step: 'edges', round, asked, nodes })
  const search = { actual, stopAtFirst: round === 1, onAsked }
  const missing = await withoutHiddenEdges(client, diff.edges.missing, search, options)
  const differences = { ...diff, edges: { ...diff.edges, missing } }
  options.onProgress?.({ step: 'compared', round, differences })
  return { differences, lost: { nodes: diff.nodes.missing, edges: missing } }
}
