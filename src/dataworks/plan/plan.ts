import { boolean, fields, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { requireArgument, requireSettings, signalKind } from '../client/given-arguments.ts'
import { countCalls } from '../workspace/count-calls.ts'
import { eachBounded } from '../workspace/each-bounded.ts'
import { findDeployed, workflowKey } from '../workspace/find-deployed.ts'
import {
  clientKind,
  concurrencyKind,
  concurrencyOf,
  requireWorkspace,
  workspaceKind,
} from '../workspace/given-options.ts'
import { refuseOtherIdentifier } from '../workspace/workspace-identifier.ts'
import { refuseNamesOfOtherKinds, refuseOtherKind } from './other-kind.ts'
import { findGoneEntities, planEntities } from './plan-entity.ts'
import type { PlanOptions } from './plan-options.ts'
import { type Plan, PlanOfParts } from './plan-result.ts'
import { type PlannedSources, type PlanSource, readSources } from './plan-source.ts'
import { planWorkflow } from './plan-workflow.ts'
import { recordKind, refuseOtherRecord } from './record-kind.ts'
import { findGone, inDeletionOrder, withRenamed } from './renamed-workflows.ts'

/**
 * Compares workflows with what a workspace has in their place, and says what a deploy would do. Nothing is changed.
 *
 * What stands in the place of a workflow is found by the workspace, its kind, its path and its name. The comparison is
 * blind to order, to ids and to what the service fills in of its own accord; see {@link serviceFields}. With the
 * record of the last deploy it tells what was changed in code from what was changed in the console.
 *
 * @param client - what {@link createClient} made
 * @param source - a workflow builder, a document, several of these, or a project, built or not
 * @param options - the workspace, the record of the last deploy, and how to build and check
 * @returns what would be done, as data and as text
 * @throws FlowSpecError before anything is sent, when the check finds errors
 * @throws DataWorksError when a call fails; of kind `ambiguous-name` when several workflows have the name of one, or one of
 * another kind has it; and of kind `other-workspace` when the documents were built for a workspace of another name
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { createClient, plan } from 'flowspec/dataworks'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
 * const client = createClient({ region: 'cn-shanghai' })
 * const planned = await plan(client, orders, { projectId: 10000 })
 * process.stdout.write(planned.isEmpty ? 'nothing to do\n' : planned.toText())
 * ```
 */
export async function plan(client: DataWorksClient, source: PlanSource, options: PlanOptions): Promise<Plan> {
  requireArgument('plan', 'client', client, clientKind)
  requireSettings('plan', 'options', options, planKinds)
  requireWorkspace('plan', options)
  concurrencyOf('plan', options)
  const counted = countCalls(client)
  return await planSources(counted.client, readSources('plan', source, options), options)
}

/** The same as {@link plan} for documents that are built and checked. */
export async function planSources(
  client: DataWorksClient,
  sources: PlannedSources,
  options: PlanOptions,
): Promise<PlanOfParts> {
  refuseOtherRecord(options)
  await refuseOtherIdentifier(client, sources.identifier, sources.workflows, options)
  const { projectId, signal, record } = options
  const recorded = new Map((record?.workflows ?? []).map((one) => [workflowKey(one.kind, one.name), one]))
  const knownIds = new Map([...recorded].map(([key, { id }]) => [key, id]))
  const concurrency = concurrencyOf('plan', options)
  const found = await findDeployed(client, sources.workflows, { projectId, signal, knownIds, concurrency })
  const search = { projectId, signal, recorded, concurrency }
  const counterparts = await withRenamed(client, found, search)
  const workflows = await eachBounded(counterparts, concurrency, async (counterpart) => {
    return await planWorkflow(client, counterpart, counterpart.record, options)
  })
  const records = { Resource: record?.resources ?? [], Function: record?.functions ?? [] }
  const entitySearch = { projectId, signal, records, concurrency }
  const entities = await planEntities(client, sources.entities, entitySearch)
  const gone = sources.isWhole ? inDeletionOrder(await findGone(client, counterparts, search)) : []
  refuseOtherKind(sources.workflows, gone)
  await refuseNamesOfOtherKinds(client, counterparts, search)
  const goneEntities = sources.isWhole ? await findGoneEntities(client, entities, entitySearch) : []
  return new PlanOfParts({ sources, options, workflows, entities, gone, goneEntities })
}

const planKinds: SettingKindsOf<PlanOptions> = {
  projectId: workspaceKind,
  record: recordKind,
  allowDelete: boolean,
  adopt: boolean,
  build: fields,
  check: fields,
  concurrency: concurrencyKind,
  signal: signalKind,
}
