import { anything, fields, type SettingKindsOf, step, text } from '../../diagnostics/arguments.ts'
import type { Answer } from '../operations/answer.ts'
import { accountName } from '../signing/account-name.ts'
import { credentialsKind, environmentCredentials } from '../signing/credentials.ts'
import { isLoopback } from '../transport/endpoint.ts'
import { fetchTransport } from '../transport/fetch-transport.ts'
import { regionEndpoint } from '../transport/regions.ts'
import { timeLimit } from '../transport/timing.ts'
import type { Transport } from '../transport/transport.ts'
import type { ClientOptions } from './client-options.ts'
import { requireSettings } from './given-arguments.ts'
import { type BusinessMethods, businessMethods } from './methods/business-methods.ts'
import { type ComponentMethods, componentMethods } from './methods/component-methods.ts'
import { type DeploymentMethods, deploymentMethods } from './methods/deployment-methods.ts'
import { type FileMethods, fileMethods } from './methods/file-methods.ts'
import { type FolderMethods, folderMethods } from './methods/folder-methods.ts'
import { type FunctionMethods, functionMethods } from './methods/function-methods.ts'
import { type JobMethods, jobMethods } from './methods/job-methods.ts'
import { methodMaker } from './methods/method-maker.ts'
import { type NodeMethods, nodeMethods } from './methods/node-methods.ts'
import { type PipelineMethods, pipelineMethods } from './methods/pipeline-methods.ts'
import { type ProjectMethods, projectMethods } from './methods/project-methods.ts'
import { type ResourceMethods, resourceMethods } from './methods/resource-methods.ts'
import { type SchedulerMethods, schedulerMethods } from './methods/scheduler-methods.ts'
import { type WorkflowMethods, workflowMethods } from './methods/workflow-methods.ts'
import { type CallBudget, Pace } from './pacing/pace.ts'
import { rateLimitOf } from './pacing/rate-limit.ts'
import { type RawCallOptions, type RawParams, rawCall } from './raw-call.ts'
import { retryPolicy } from './retry.ts'
import { type Connection, runCall } from './run-call.ts'

/**
 * The DataWorks API. Ids are text everywhere, exact to the last digit. Every method rejects with a `TypeError` when its
 * parameters cannot be sent, before anything is, and with a {@link DataWorksError} when the call fails.
 */
export interface DataWorksClient
  extends WorkflowMethods,
    JobMethods,
    NodeMethods,
    ResourceMethods,
    FunctionMethods,
    ComponentMethods,
    PipelineMethods,
    SchedulerMethods,
    ProjectMethods,
    BusinessMethods,
    FolderMethods,
    FileMethods,
    DeploymentMethods {
  /**
   * Calls any operation by name, with parameters as they are on the wire.
   *
   * @returns the answer as it came; integers beyond 2^53 are text
   */
  call(action: string, params?: RawParams, options?: RawCallOptions): Promise<Answer>
  /** How many calls were sent today and how many are left, counted over all clients with this account and region. */
  budget(): CallBudget
}

/** Options that are for a client which makes its own transport, and would do nothing beside a given one. */
const clientKinds: SettingKindsOf<ClientOptions> = {
  region: text,
  endpoint: text,
  credentials: credentialsKind,
  timeout: anything,
  fetch: step,
  transport: { takes: 'an object with a method send()', holds: hasSend },
  retry: fields,
  rateLimit: { takes: 'an object of limits, or false', holds: (value) => value === false || fields.holds(value) },
  deadline: anything,
}

function hasSend(value: unknown): boolean {
  return fields.holds(value) && typeof Reflect.get(Object(value), 'send') === 'function'
}

const sendingOptions = ['region', 'endpoint', 'credentials', 'timeout', 'fetch'] as const

function checkOptions(options: ClientOptions): void {
  if (options.transport === undefined) {
    const given = [options.region, options.endpoint].filter((part) => part !== undefined)
    if (given.length !== 1) throw new TypeError('createClient needs region or endpoint, exactly one of them')
    return
  }
  const idle = sendingOptions.filter((name) => options[name] !== undefined)
  if (idle.length > 0) throw new TypeError(`createClient: ${idle.join(', ')} would do nothing beside a transport`)
}

function transportOf(options: ClientOptions): Transport {
  if (options.transport !== undefined) return options.transport
  const { credentials, timeout, fetch } = options
  const endpoint = options.endpoint ?? regionEndpoint(options.region)
  return fetchTransport({ endpoint, credentials, timeout, fetch })
}

function connect(options: ClientOptions): Connection {
  const transport = transportOf(options)
  const host = transport.host ?? ''
  const limit = rateLimitOf(options.rateLimit, isLoopback(host.replace(/:\d+$/, '')))
  const source = options.transport ?? options.credentials ?? environmentCredentials()
  return {
    transport,
    retry: retryPolicy(options.retry),
    deadline: options.deadline === undefined ? undefined : timeLimit('deadline', options.deadline, 0),
    pace: new Pace(limit, host, () => limit.account ?? accountName(source)),
  }
}

/**
 * Makes a client of the DataWorks API.
 *
 * Each call is signed anew for every attempt and repeated where that is safe. Nothing is sent, and no credentials are
 * asked for, before the first call.
 *
 * @param options - a region, an endpoint or a transport, exactly one of them; credentials come from the environment
 * when left out
 * @throws TypeError when the options contradict each other, the region is none, or the endpoint is not https
 *
 * @example
 * ```ts
 * import { createClient } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai', timeout: 20_000, retry: { attempts: 3 } })
 * for await (const workflow of client.eachWorkflowDefinition({ projectId: '10000' })) {
 *   process.stdout.write(`${workflow.id} ${workflow.name}\n`)
 * }
 * ```
 */
export function createClient(options: ClientOptions): DataWorksClient {
  requireSettings('createClient', 'options', options, clientKinds)
  checkOptions(options)
  const connection = connect(options)
  const maker = methodMaker(connection)
  return Object.freeze({
    ...workflowMethods(maker),
    ...jobMethods(maker),
    ...nodeMethods(maker),
    ...resourceMethods(maker),
    ...functionMethods(maker),
    ...componentMethods(maker),
    ...pipelineMethods(maker),
    ...schedulerMethods(maker),
    ...projectMethods(maker),
    ...businessMethods(maker),
    ...folderMethods(maker),
    ...fileMethods(maker),
    ...deploymentMethods(maker),
    budget: () => connection.pace.budget(),
    call: async (action, params = {}, calling = {}) =>
      await runCall(connection, rawCall(action, params, calling), calling.signal),
  } satisfies DataWorksClient)
}
