import { boolean, fields, type SettingKindsOf, step } from '../../diagnostics/arguments.ts'
import { nameEdges } from '../../document/compare/named-edges.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { requireArgument, requireSettings, signalKind } from '../client/given-arguments.ts'
import { paceOf } from '../client/poll.ts'
import { usualPace } from '../client/wait-for-job.ts'
import { clientKind, workspaceKind } from '../workspace/given-options.ts'
import { nodeIdsOf } from './definition.ts'
import { type ExistingWorkflow, findExisting, removedNodes } from './existing-workflow.ts'
import { type ImportRound, importRound } from './import-round.ts'
import { pinIndexed } from './pin-ids.ts'
import { refuseReplacing } from './refuse-replacing.ts'
import { isBuildable, readSource, type Source } from './source.ts'
import type { Submission, SubmitOptions, SubmitSource, SubmittedNode } from './submission.ts'
import { emptyingError, incompleteError } from './submit-errors.ts'
import { explainLostRoots, refuseOtherWorkspace } from './workspace-roots.ts'

/**
 * Brings a workflow into a workspace, whole: builds and checks it, looks it up by name, gives it the ids the service has
 * for it, imports it, waits, reads it back and compares. Where the service lost an edge on the way it is imported once
 * more. Submitting again updates the same workflow. To delete nodes that the document has no more, and to replace a
 * workflow that somebody else made, has to be allowed; for several workflows, and to see beforehand what changes, there are
 * {@link plan} and {@link deploy}.
 *
 * What is submitted is a definition in Data Studio: nothing runs before it is published.
 *
 * @param client - what {@link createClient} made
 * @param workflow - a workflow builder, or a document with one workflow
 * @param options - the workspace, and how to build, check and wait
 * @returns the ids the service has, when every node and edge was found again
 * @throws FlowSpecError before anything is sent, when the check finds errors
 * @throws DataWorksError when a call or the import fails; of kind `incomplete`, with what is lost, when the workflow
 * arrived without some of its nodes or edges; of kind `would-empty`, before anything is imported, when a workflow without
 * nodes would replace one that has some and `allowEmpty` is not true; of kind `refused`, before it too, when it would
 * delete nodes or replace a workflow of somebody else and that is not allowed; of kind `other-workspace`, before it too, when
 * `build.project` is not what the workspace is called, or a document was built for a workspace of another name and comes
 * after something in that; of kind `other-version` when somebody else's version was found in its place, and
 * `acceptDifferences` is not true; `ambiguous` when it fails after an import was started
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
  requireArgument('submit', 'client', client, clientKind)
  requireSettings('submit', 'options', options, submitKinds)
  // Before there is anything to wait for: an import that was started is not taken back.
  paceOf('submit', options.wait, usualPace)
  const { onProgress } = options
  const source = readSource('submit', workflow, options)
  const { name, index } = source
  const edges = [...nameEdges(index).values()]
  onProgress?.({ step: 'checked', workflow: name, nodes: index.nodes.length, edges: edges.length })
  const existing = await findExisting(client, source, options)
  onProgress?.({ step: 'looked-up', workflowId: existing.workflowId, nodes: existing.nodeIds.size })
  refuseEmptying(source, existing, options)
  refuseReplacing(source, existing, options)
  const project = isBuildable(workflow) ? options.build?.project : undefined
  await refuseOtherWorkspace(client, { index, edges, project }, options)
  const { workflowId, jobId, actual, differences, lost } = await importWhole(client, index, existing, options)
  if (lost.nodes.length + lost.edges.length > 0) {
    throw incompleteError({ name, id: workflowId }, lost, await explainLostRoots(client, lost.edges, options))
  }
  const created = existing.workflowId === undefined
  const removed = removedNodes(existing, actual)
  return { workflowId, jobId, created, nodes: submittedNodes(index, actual), edges, removed, differences }
}

/** An import without nodes takes all nodes from the workflow, which is rarely meant and never undone. */
function refuseEmptying(
  { name, index }: Source,
  { workflowId, nodes }: ExistingWorkflow,
  { allowEmpty = false }: SubmitOptions,
): void {
  if (allowEmpty || workflowId === undefined || nodes.length === 0 || index.nodes.length > 0) return
  throw emptyingError({ name, id: workflowId }, nodes)
}

/** Imports the document, and once more with the ids the service has by then when something was lost. */
async function importWhole(
  client: DataWorksClient,
  index: SpecIndex,
  existing: ExistingWorkflow,
  options: SubmitOptions,
): Promise<ImportRound> {
  // In one spelling, whichever way it was given: ids are derived from it.
  const projectId = String(BigInt(options.projectId))
  const before = new Set(existing.nodes.map(({ name }) => name))
  const first = await importRound(client, pinIndexed(index, { projectId, ...existing }), undefined, options, before)
  if (first.lost.nodes.length + first.lost.edges.length === 0) return first
  const known = { projectId, workflowId: first.workflowId, nodeIds: nodeIdsOf(first.actual) }
  return await importRound(client, pinIndexed(index, known), first.jobId, options, before)
}

/** The nodes of the document with the ids the service has for them. */
function submittedNodes(index: SpecIndex, actual: SpecIndex): readonly SubmittedNode[] {
  const ids = nodeIdsOf(actual)
  return index.nodes.map(({ name, key }) => ({ name: name ?? key, id: ids.get(name ?? key) ?? key }))
}

/** Ids and paces are looked at where they are sent, which says more of them. */
const submitKinds: SettingKindsOf<SubmitOptions> = {
  projectId: workspaceKind,
  allowEmpty: boolean,
  allowDelete: boolean,
  adopt: boolean,
  acceptDifferences: boolean,
  build: fields,
  check: fields,
  wait: fields,
  onProgress: step,
  signal: signalKind,
}
