import { boolean, fields, oneOf, type SettingKindsOf, step } from '../../diagnostics/arguments.ts'
import { readable } from '../../document/reading.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { requireArgument, requireSettings, signalKind } from '../client/given-arguments.ts'
import { paceOf } from '../client/poll.ts'
import { usualPace } from '../client/wait-for-job.ts'
import type { DeployRecord, EntityRecord, WorkflowRecord } from '../plan/deploy-record.ts'
import { planSources } from '../plan/plan.ts'
import { actionCounts } from '../plan/plan-change.ts'
import type { EntityPlan } from '../plan/plan-entity.ts'
import { anyPlanKind, dataOf } from '../plan/plan-file.ts'
import { type Plan, type PlanData, PlanOfParts } from '../plan/plan-result.ts'
import { type PlanSource, readSources } from '../plan/plan-source.ts'
import type { WorkflowPlan } from '../plan/plan-workflow.ts'
import { recordKind } from '../plan/record-kind.ts'
import { incompleteError } from '../submit/submit-errors.ts'
import { countCalls } from '../workspace/count-calls.ts'
import { eachBounded } from '../workspace/each-bounded.ts'
import { pathOf } from '../workspace/find-deployed.ts'
import {
  clientKind,
  concurrencyKind,
  concurrencyOf,
  requireWorkspace,
  workspaceKind,
} from '../workspace/given-options.ts'
import { recordOf, updatedRecord } from './build-record.ts'
import { deleteWorkflow } from './delete-workflow.ts'
import type { DeployedWorkflowResult, Deployment, DeployOptions, DeployStrategy } from './deploy-options.ts'
import { deploySteps } from './deploy-order.ts'
import { type DeployRun, startRun } from './deploy-run.ts'
import { strategyOf } from './deploy-strategy.ts'
import { importWorkflow, lostCount, repairImport, validateImport, type WrittenWorkflow } from './import-workflow.ts'
import { type MovedNodes, movedNodes, takenInTurn } from './moved-nodes.ts'
import { deployNodes } from './node-by-node.ts'
import { refuseOtherWorkspace, refuseStale, refuseUnallowed } from './refusals.ts'
import { onlyKind, selected } from './selection.ts'
import { deleteEntities, entityRecord, type WrittenEntities, writeEntities } from './write-entities.ts'

/**
 * Brings a workspace to what workflows or a project say, and nothing else: plans, refuses what needs a flag, lets the
 * service validate everything, and then deploys, workflows after those that they come after. Each is read back and
 * compared; edges that the service lost are sent once more. What is unchanged is not written.
 *
 * What broke off halfway, at whatever point, is finished by deploying again. Nothing runs before it is published.
 *
 * @param client - what {@link createClient} made
 * @param source - a workflow builder, a document, several of these, a project, or a {@link Plan} of one of them
 * @param options - the workspace, what is allowed, and how to go about it
 * @returns what was done, with the record for the next plan
 * @throws FlowSpecError before anything is sent, when the check finds errors
 * @throws DataWorksError of kind `refused` when something is to be deleted or replaced that no flag allows, of kind
 * `stale-plan` when the workspace changed since the plan was made, both before anything is changed; of kind `job-failed`
 * when the service refuses a workflow, and of kind `incomplete` when some of it did not arrive
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { createClient, deploy, plan } from 'flowspec/dataworks'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
 * const client = createClient({ region: 'cn-shanghai' })
 * const planned = await plan(client, orders, { projectId: 10000 })
 * process.stdout.write(planned.toText())
 * const { workflows } = await deploy(client, planned, { projectId: 10000 })
 * ```
 */
export async function deploy(
  client: DataWorksClient,
  source: Plan | PlanSource,
  options: DeployOptions,
): Promise<Deployment> {
  requireArgument('deploy', 'client', client, clientKind)
  requireSettings('deploy', 'options', options, deployKinds)
  requireWorkspace('deploy', options)
  // Before there is anything to wait for: an import that was started is not taken back.
  paceOf('deploy', options.wait, usualPace)
  const run = startRun(countCalls(client), options, concurrencyOf('deploy', options))
  const approved = approvedPlan(source, options)
  if (approved !== undefined) refuseOtherWorkspace(approved, options)
  const earlier = PlanOfParts.isPlan(source) ? PlanOfParts.partsOf(source) : undefined
  const record = options.record ?? earlier?.options.record
  const sources =
    earlier?.sources ??
    readSources(
      'deploy',
      readable('deploy', source, () => withoutPlan(source)),
      options,
    )
  const planned = await planSources(run.counted.client, selected(sources, options.only), { ...options, record })
  if (approved !== undefined) refuseStale(approved, planned, options.only)
  refuseUnallowed(planned)
  run.report({ code: 'planned', counts: Object.fromEntries(actionCounts(planned.changes)) })
  return await carryOut(planned, record, run)
}

/**
 * The plan that somebody looked at, if any.
 *
 * @throws TypeError when there are two of them
 */
function approvedPlan(source: Plan | PlanSource, { plan }: DeployOptions): PlanData | undefined {
  if (!PlanOfParts.isPlan(source)) return plan === undefined ? undefined : dataOf(plan)
  if (plan === undefined) return source.toJSON()
  throw new TypeError('deploy: source is a plan, and options.plan is another. Give one of them.')
}

/** @throws TypeError for a plan that this library did not make, which does not know what it was made of */
function withoutPlan(source: Plan | PlanSource): PlanSource {
  if (!isPlanData(source)) return source
  throw new TypeError(
    'deploy: source is a plan that was read, or of another copy of flowspec, and the documents are not in it. Give these as source, and the plan as options.plan.',
  )
}

function isPlanData(source: Plan | PlanSource): source is Plan {
  return (
    typeof source === 'object' && source !== null && 'changes' in source && ('isEmpty' in source || 'seen' in source)
  )
}

async function carryOut(planned: PlanOfParts, record: DeployRecord | undefined, run: DeployRun): Promise<Deployment> {
  const { sources, workflows: plans, entities, gone, goneEntities } = PlanOfParts.partsOf(planned)
  const changed = plans.filter(hasChanges)
  const moved = movedNodes(changed, gone)
  const validated = await validate(changed, moved, run)
  const writtenEntities = await writeEntities(entities, run)
  for (const one of gone) if (moved.gone.has(one)) await deleteWorkflow(one, run)
  const written = await writeWorkflows(validated, moved, run)
  for (const one of gone) if (!moved.gone.has(one)) await deleteWorkflow(one, run)
  await deleteEntities(goneEntities, run)
  run.report({ code: 'done' })
  const records = (kind: EntityPlan['source']['kind']) =>
    entities.filter(({ source }) => source.kind === kind).flatMap((plan) => entityRecords(plan, writtenEntities))
  return {
    changes: planned.changes,
    workflows: plans.flatMap((plan) => resultsOf(plan, written.get(plan))),
    ignored: sources.ignored,
    calls: run.counted.calls,
    record: updatedRecord(planned.projectId, record, {
      workflows: plans.flatMap((plan) => recordsOf(plan, written.get(plan))),
      resources: records('Resource'),
      functions: records('Function'),
      deleted: new Set([...gone, ...goneEntities].map(({ deployed }) => deployed.id)),
    }),
  }
}

function entityRecords(plan: EntityPlan, written: WrittenEntities): readonly EntityRecord[] {
  const now = written.get(plan) ?? plan.deployed
  return now === undefined ? [] : [entityRecord(plan, now)]
}

function hasChanges({ changes }: WorkflowPlan): boolean {
  return changes.some(({ action }) => action !== 'unchanged')
}

type Written = ReadonlyMap<WorkflowPlan, WrittenWorkflow>

/** Workflows and how each of them is to be written. */
type Validated = ReadonlyMap<WorkflowPlan, DeployStrategy>

/**
 * Says how each workflow is written, and lets the service judge those that are imported, before anything is changed. One
 * that takes a node from another could only be refused before that gave it up.
 */
async function validate(plans: readonly WorkflowPlan[], { takers }: MovedNodes, run: DeployRun): Promise<Validated> {
  const strategies = new Map(plans.map((plan) => [plan, strategyOf(plan, run.options.strategy)]))
  const imported = plans.filter((plan) => strategies.get(plan) === 'import' && !takers.has(plan))
  await eachBounded(imported, run.concurrency, (plan) => validateImport(plan, run))
  return strategies
}

/** Deploys workflows, each after those that it comes after. */
async function writeWorkflows(strategies: Validated, moved: MovedNodes, run: DeployRun): Promise<Written> {
  const { steps, circle } = deploySteps([...strategies.keys()], moved)
  const write = async (plan: WorkflowPlan): Promise<WrittenWorkflow> =>
    strategies.get(plan) === 'nodes' ? await deployNodes(plan, run) : await importWorkflow(plan, run)
  const written = new Map<WorkflowPlan, WrittenWorkflow>()
  for (const step of steps) {
    await eachBounded(step, run.concurrency, async (plan) => {
      written.set(plan, whole(plan, await write(plan), run))
    })
  }
  // Workflows that wait for one another find the last edges when all of them are there.
  for (const plan of circle) {
    try {
      written.set(plan, await write(plan))
    } catch (error) {
      throw takenInTurn(error, plan, moved)
    }
  }
  for (const plan of circle) {
    const first = written.get(plan)
    if (first === undefined) continue
    const result = lostCount(first.lost) === 0 ? first : await repairImport(plan, first, run)
    written.set(plan, whole(plan, result, run))
  }
  return written
}

/** @throws DataWorksError of kind `incomplete` when something is lost for good */
function whole({ source }: WorkflowPlan, written: WrittenWorkflow, run: DeployRun): WrittenWorkflow {
  const { workflowId, lost } = written
  if (lostCount(lost) > 0) throw incompleteError({ name: source.name, id: workflowId }, lost)
  run.report({ code: 'deployed', workflow: source.name, workflowId })
  return written
}

function resultsOf(plan: WorkflowPlan, written: WrittenWorkflow | undefined): readonly DeployedWorkflowResult[] {
  const workflowId = written?.workflowId ?? plan.deployed?.id
  if (workflowId === undefined) return []
  const changed = plan.deployed === undefined ? 'created' : 'updated'
  const { name } = plan.source
  return [{ name, path: pathOf(plan.source), workflowId, action: written === undefined ? 'unchanged' : changed }]
}

function recordsOf(plan: WorkflowPlan, written: WrittenWorkflow | undefined): readonly WorkflowRecord[] {
  if (written !== undefined) return [recordOf(plan, written.workflowId, written.actual)]
  return plan.deployed === undefined ? [] : [recordOf(plan, plan.deployed.id, plan.deployed.index)]
}

const deployKinds: SettingKindsOf<DeployOptions> = {
  projectId: workspaceKind,
  record: recordKind,
  allowDelete: boolean,
  adopt: boolean,
  build: fields,
  check: fields,
  concurrency: concurrencyKind,
  plan: anyPlanKind,
  only: onlyKind,
  strategy: oneOf('import', 'nodes'),
  acceptDifferences: boolean,
  wait: fields,
  onProgress: step,
  resourceFile: step,
  signal: signalKind,
}
