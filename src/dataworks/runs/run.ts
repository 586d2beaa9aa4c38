import { anything, boolean, fields, oneOf, type SettingKindsOf, text } from '../../diagnostics/arguments.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { millisecondsPerDay } from '../../schedule/time-units.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { requireArgument, requireSettings, signalKind } from '../client/given-arguments.ts'
import { eachBounded } from '../workspace/each-bounded.ts'
import { clientKind, concurrencyKind, concurrencyOf, idsKind, workspaceKind } from '../workspace/given-options.ts'
import type {
  BackfillOptions,
  RunOnceOptions,
  RunOptions,
  RunStatus,
  StartedRun,
  StatusOptions,
} from './run-options.ts'
import { requireDate, startRun } from './start-run.ts'

/** The time of China, in which the business dates of most workspaces change. */
const ahead = 8 * 60 * 60 * 1000

function yesterday(): string {
  return new Date(Date.now() + ahead - millisecondsPerDay).toISOString().slice(0, 10)
}

/**
 * Runs a published workflow once, for one business date: a scheduled one as a backfill of that date, others as what they
 * are.
 *
 * @param client - what {@link createClient} made
 * @param options - the workflow, by the id that {@link deploy} gave, and for which business date
 * @returns the instances, which run now; {@link statusOf} tells how they stand
 * @throws DataWorksError with code `NotPublished` when the workflow is not in the scheduler; `ambiguous` when it stays
 * open whether the run was started, which is then looked for and not repeated
 *
 * @example
 * ```ts
 * import { createClient, runOnce, statusOf } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai' })
 * const { instanceIds } = await runOnce(client, { projectId: 10000, workflowId: '7635763838174670470' })
 * const { status } = await statusOf(client, { instanceIds })
 * ```
 */
export async function runOnce(client: DataWorksClient, options: RunOnceOptions): Promise<StartedRun> {
  requireArgument('runOnce', 'client', client, clientKind)
  requireSettings('runOnce', 'options', options, {
    ...runKinds,
    businessDate: text,
  } satisfies SettingKindsOf<RunOnceOptions>)
  const date = requireDate('runOnce', 'businessDate', options.businessDate ?? yesterday())
  const periods = { bizDates: [{ startBizDate: date, endBizDate: date }] }
  return await startRun('runOnce', client, options, (kind) => ({
    periods,
    ...(isScheduled(kind) ? { defaultRunProperties: { analysis: { enabled: true } } } : {}),
  }))
}

/**
 * Runs a published workflow for past business dates, one instance each.
 *
 * @param client - what {@link createClient} made
 * @param options - the workflow, by the id that {@link deploy} gave, and the business dates
 * @returns the instances, which run now; {@link statusOf} tells how they stand
 * @throws DataWorksError as {@link runOnce} does
 * @throws RangeError when a date is none, or the last one is before the first
 *
 * @example
 * ```ts
 * import { backfill, createClient } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai' })
 * const days = { from: '2026-03-01', to: '2026-03-07', parallelism: 2 }
 * await backfill(client, { projectId: 10000, workflowId: '7635763838174670470', ...days })
 * ```
 */
export async function backfill(client: DataWorksClient, options: BackfillOptions): Promise<StartedRun> {
  requireArgument('backfill', 'client', client, clientKind)
  requireSettings('backfill', 'options', options, backfillKinds)
  const { from, to = from, parallelism = 1, latestFirst = false } = options
  const startBizDate = requireDate('backfill', 'from', from)
  const endBizDate = requireDate('backfill', 'to', to)
  if (endBizDate < startBizDate) throw new RangeError(`backfill: to is ${showValue(to)}, which is before from`)
  if (!Number.isInteger(parallelism) || parallelism < 1 || parallelism > 10) {
    throw new RangeError(`backfill: parallelism must be a whole number from 1 to 10, not ${showValue(parallelism)}`)
  }
  const order = latestFirst ? 'Desc' : 'Asc'
  return await startRun('backfill', client, options, () => ({
    periods: { bizDates: [{ startBizDate, endBizDate }] },
    defaultRunProperties: { parallelism, order, analysis: { enabled: true } },
  }))
}

function isScheduled(kind: string): boolean {
  return kind !== 'ManualWorkflow' && kind !== 'TriggerWorkflow'
}

/** States of the documentation that do not change by themselves; one that is not known is taken for one that goes on. */
const ended: ReadonlySet<string> = new Set(['Success', 'Failure', 'Fail'])

/**
 * Reads how instances stand.
 *
 * @param client - what {@link createClient} made
 * @param options - the instances that {@link runOnce} or {@link backfill} gave
 * @throws DataWorksError when a call fails
 *
 * @example
 * ```ts
 * import { createClient, statusOf } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai' })
 * const { status, instances } = await statusOf(client, { instanceIds: ['7635763838174670470'] })
 * if (status === 'Failure') process.stderr.write(instances.map(({ name, status: own }) => `${name} ${own}`).join('\n'))
 * ```
 */
export async function statusOf(client: DataWorksClient, options: StatusOptions): Promise<RunStatus> {
  requireArgument('statusOf', 'client', client, clientKind)
  requireSettings('statusOf', 'options', options, statusKinds)
  requireArgument('statusOf', 'options.instanceIds', options.instanceIds, idsKind)
  const { instanceIds, signal } = options
  const instances = await eachBounded(instanceIds, concurrencyOf('statusOf', options), async (id) => {
    const { requestId: _, ...instance } = await client.getWorkflowInstance({ id }, { signal })
    return instance
  })
  const isOver = instances.every(({ status }) => ended.has(status ?? ''))
  const isWell = instances.every(({ status }) => status === 'Success')
  return { status: isOver ? (isWell ? 'Success' : 'Failure') : 'Running', instances }
}

const runKinds: SettingKindsOf<RunOptions> = {
  projectId: workspaceKind,
  workflowId: anything,
  name: text,
  parameters: fields,
  environment: oneOf('Dev', 'Prod'),
  wait: fields,
  signal: signalKind,
}

const backfillKinds: SettingKindsOf<BackfillOptions> = {
  ...runKinds,
  from: text,
  to: text,
  parallelism: anything,
  latestFirst: boolean,
}

const statusKinds: SettingKindsOf<StatusOptions> = {
  instanceIds: idsKind,
  concurrency: concurrencyKind,
  signal: signalKind,
}
