import { randomUUID } from 'node:crypto'
import { showValue } from '../../diagnostics/show-value.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { type Look, type PollPace, paceOf, poll } from '../client/poll.ts'
import { DataWorksError, isDataWorksError, restateError } from '../errors/data-works-error.ts'
import { cleanText } from '../errors/error-text.ts'
import { parseExact } from '../operations/parse-exact.ts'
import type { CreateWorkflowInstancesParams } from '../operations/scheduler/create-instances.ts'
import { releasePace } from '../publish/publish-options.ts'
import type { RunOptions, StartedRun } from './run-options.ts'

/** A workflow of Data Studio, as the scheduler knows it. */
interface Scheduled {
  readonly name: string
  readonly kind: string
  readonly schedulerId: string
}

/** What a run is of, beside its workflow. */
export type RunOrder = Pick<CreateWorkflowInstancesParams, 'defaultRunProperties' | 'periods'>

const dateForm = /^\d{4}-\d\d-\d\d$/

/** @throws RangeError when text is no day of the calendar */
export function requireDate(call: string, name: string, date: string): string {
  const time = dateForm.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
  if (!isDay) throw new RangeError(`${call}: ${name} must be a date written yyyy-MM-dd, not ${showValue(date)}`)
  return date
}

/** Makes the instances of a published workflow, starts them, and waits until they are made. */
export async function startRun(
  call: string,
  client: DataWorksClient,
  options: RunOptions,
  orderOf: (kind: string) => RunOrder,
): Promise<StartedRun> {
  const { projectId, signal, parameters, environment } = options
  const pace = paceOf(call, options.wait, releasePace)
  const { name: workflow, kind, schedulerId } = await findScheduled(client, options)
  const name = options.name ?? `${workflow} ${randomUUID().slice(0, 8)}`
  const isScheduled = kind !== 'ManualWorkflow' && kind !== 'TriggerWorkflow'
  const params: CreateWorkflowInstancesParams = {
    projectId,
    name,
    type: isScheduled ? 'SupplementData' : kind,
    workflowId: schedulerId,
    envType: environment ?? 'Prod',
    ...(parameters === undefined ? {} : { workflowParameters: parametersText(parameters, kind) }),
    ...orderOf(kind),
  }
  const { operationId } = await create(client, params, signal)
  return { name, instanceIds: await waitForInstances(client, { name, operationId, pace }, signal) }
}

/** Instances that are being made. */
interface Making {
  readonly name: string
  readonly operationId: string
  readonly pace: PollPace
}

async function waitForInstances(
  client: DataWorksClient,
  { name, operationId, pace }: Making,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const look = async (): Promise<Look<readonly string[]>> => {
    const result = await client.getCreateWorkflowInstancesResult({ operationId }, { signal })
    if (result.status === 'Created') return { found: result.workflowInstanceIds }
    if (result.status !== 'Creating') throw notMade(name, result.failureMessage ?? result.status)
    return { atEnd: () => tooLong(name, operationId, pace.timeout) }
  }
  return await poll({ action: 'GetCreateWorkflowInstancesResult', effect: 'create', pace, signal, look })
}

/** Parameters as the operation takes them: lines of `key=value`, and JSON for manual workflows. */
function parametersText(parameters: Readonly<Record<string, string>>, kind: string): string {
  if (kind === 'ManualWorkflow') return JSON.stringify(parameters)
  return Object.entries(parameters)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n')
}

async function create(
  client: DataWorksClient,
  params: CreateWorkflowInstancesParams,
  signal: AbortSignal | undefined,
): Promise<{ readonly operationId: string }> {
  try {
    return await client.createWorkflowInstances(params, { signal })
  } catch (error) {
    if (!isDataWorksError(error) || !error.ambiguous) throw error
    throw restateError(error, {
      message: `${error.reason}; whether the run '${params.name}' was started is open`,
      hint: `Look for the run '${params.name}' in the console, or with client.listWorkflowInstances({ name }), before starting it again.`,
    })
  }
}

async function findScheduled(
  client: DataWorksClient,
  { projectId, workflowId, signal }: RunOptions,
): Promise<Scheduled> {
  const definition = await client.getWorkflowDefinition({ id: workflowId, projectId }, { signal })
  const document = parseExact(definition.spec)
  const name = definition.name ?? String(workflowId)
  const schedulerId = definition.workflowId ?? ''
  const kind = (isRecord(document) ? readText(document, 'kind') : undefined) ?? 'CycleWorkflow'
  if (schedulerId !== '') return { name, kind, schedulerId }
  throw new DataWorksError({
    action: 'CreateWorkflowInstances',
    kind: 'not-found',
    code: 'NotPublished',
    message: `workflow '${name}' (${String(workflowId)}) is not in the scheduler`,
    hint: 'Publish it first: publish(client, { projectId, workflowIds }).',
  })
}

function notMade(name: string, why: string): DataWorksError {
  return new DataWorksError({
    action: 'CreateWorkflowInstances',
    kind: 'job-failed',
    code: 'CreateFailure',
    message: `the instances of run '${name}' were not made: ${cleanText(why)}`,
  })
}

function tooLong(name: string, operationId: string, timeout: number): DataWorksError {
  return new DataWorksError({
    action: 'GetCreateWorkflowInstancesResult',
    kind: 'job-timeout',
    code: 'JobTimeout',
    message: `the instances of run '${name}' are still being made after ${timeout} ms`,
    ambiguous: true,
    hint: `It goes on in the service: client.getCreateWorkflowInstancesResult({ operationId: '${operationId}' }) tells of it.`,
  })
}
