import { nameEdges } from '../../document/compare/named-edges.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { type ExistingWorkflow, findExisting, findInnerIds, idsOf, type WorkflowName } from './existing-workflow.ts'
import { type ImportRound, importRound } from './import-round.ts'
import { type IndexedDocument, pinIndexed } from './pin-ids.ts'
import { sourceDocument } from './source-document.ts'
import type { Submission, SubmitOptions, SubmitSource } from './submission.ts'
import { incompleteError } from './submit-errors.ts'

function workflowName(index: SpecIndex): string {
  return readText(index.entitiesOf('Workflow')[0]?.value, 'name') ?? ''
}

function workflowType(document: unknown): WorkflowName['type'] {
  const kind = readText(document, 'kind')
  return kind === 'ManualWorkflow' || kind === 'CycleWorkflow' || kind === 'TriggerWorkflow' ? kind : undefined
}

function isWhole(round: ImportRound): boolean {
  return round.lost.nodes.length + round.lost.edges.length === 0
}

/** Imports the document, and once more with the ids the service has by then when something was lost. */
async function importWhole(
  client: DataWorksClient,
  source: IndexedDocument,
  existing: ExistingWorkflow,
  options: SubmitOptions,
): Promise<ImportRound> {
  // In one spelling, whichever way it was given: ids are derived from it.
  const projectId = String(BigInt(options.projectId))
  const first = await importRound(client, pinIndexed(source, { projectId, ...existing }), undefined, options)
  if (isWhole(first)) return first
  const known = { projectId, workflowId: first.workflowId, nodeIds: idsOf(first.actual) }
  return await importRound(client, pinIndexed(source, known), first.jobId, options)
}

/**
 * Brings a workflow into a workspace, whole: builds and checks it, looks it up by name, gives it the ids the service has
 * for it, imports it, waits, reads it back and compares. Where the service lost an edge on the way it is imported once
 * more. Submitting again updates the same workflow.
 *
 * What is submitted is a definition in Data Studio: nothing runs before it is published.
 *
 * @param client - what {@link createClient} made
 * @param workflow - a workflow builder, or a document with one workflow
 * @param options - the workspace, and how to build, check and wait
 * @returns the ids the service has, when every node and edge was found again
 * @throws FlowSpecError before anything is sent, when the check finds errors
 * @throws DataWorksError when a call or the import fails; of kind `incomplete`, with what is lost, when the workflow
 * arrived without some of its nodes or edges; `ambiguous` when it fails after an import was started
 *
 * @example
 * ```ts
 * import { odpsSql, virtual, workflow } from 'flowspec'
 * import { createClient, submit } from 'flowspec/dataworks'
 *
 * const start = virtual('start')
 * const orders = workflow('orders')
 *   .cron('00 02 00 * * ?')
 *   .nodes(start, odpsSql('ods').code('select 1').after(start))
 *
 * const client = createClient({ region: 'cn-shanghai' })
 * const { workflowId, created } = await submit(client, orders, { projectId: 10000 })
 * ```
 */
export async function submit(
  client: DataWorksClient,
  workflow: SubmitSource,
  options: SubmitOptions,
): Promise<Submission> {
  const { projectId, signal, onProgress } = options
  const source = sourceDocument(workflow, options)
  const { index } = source
  const name = workflowName(index)
  const edges = [...nameEdges(index).values()]
  onProgress?.({ step: 'checked', workflow: name, nodes: index.nodes.length, edges: edges.length })
  const listed = await findExisting(client, { projectId, name, type: workflowType(source.document) }, signal)
  const existing = await findInnerIds(client, listed, { index, projectId }, signal)
  onProgress?.({ step: 'looked-up', workflowId: existing.workflowId, nodes: existing.nodeIds.size })
  const { workflowId, jobId, actual, differences, lost } = await importWhole(client, source, existing, options)
  if (lost.nodes.length + lost.edges.length > 0) throw incompleteError({ name, id: workflowId }, lost)
  const ids = idsOf(actual)
  const nodes = index.nodes.map(({ name: node, key }) => ({ name: node ?? key, id: ids.get(node ?? key) ?? key }))
  return { workflowId, jobId, created: existing.workflowId === undefined, nodes, edges, differences }
}
