import { anything, fields, type SettingKinds, type SettingKindsOf, step, text } from '../../diagnostics/arguments.ts'
import type { Answer } from '../operations/answer.ts'
import { type CreateBusinessParams, type CreatedBusiness, createBusiness } from '../operations/business.ts'
import {
  type GetJobStatusParams,
  getJobStatus,
  type ImportJob,
  type ImportWorkflowDefinitionParams,
  importWorkflowDefinition,
  type JobStatus,
} from '../operations/import-job.ts'
import type { ListedNode } from '../operations/listed-node.ts'
import {
  type ListNodeDependenciesParams,
  type ListNodesParams,
  listNodeDependencies,
  listNodes,
} from '../operations/nodes.ts'
import type { Operation } from '../operations/operation.ts'
import type { Page, PageParams } from '../operations/result.ts'
import {
  type CreatedWorkflowDefinition,
  type CreateWorkflowDefinitionParams,
  createWorkflowDefinition,
  type GetWorkflowDefinitionParams,
  getWorkflowDefinition,
  type ListedWorkflowDefinition,
  type ListWorkflowDefinitionsParams,
  listWorkflowDefinitions,
  type WorkflowDefinition,
} from '../operations/workflow-definitions.ts'
import { credentialsKind } from '../signing/credentials.ts'
import { regionEndpoint } from '../transport/endpoint.ts'
import { fetchTransport } from '../transport/fetch-transport.ts'
import type { Transport } from '../transport/transport.ts'
import type { CallOptions, ClientOptions } from './client-options.ts'
import { requireArgument, requireSettings, signalKind } from './given-arguments.ts'
import { eachItem } from './pages.ts'
import { type RawCallOptions, type RawParams, rawCall } from './raw-call.ts'
import { retryPolicy } from './retry.ts'
import { type Connection, runCall, runOperation } from './run-call.ts'
import { type WaitForJobOptions, type WaitForJobParams, waitForJob } from './wait-for-job.ts'

/** What a call of CreateBusiness takes besides its parameters. */
export interface CreateBusinessOptions extends CallOptions {
  /** The version of the API; `2020-05-18` when left out, and `2024-05-18` has the same operation. */
  readonly version?: '2020-05-18' | '2024-05-18' | undefined
}

/** The parameters of a walk over all pages. */
export type AllPages<Params> = Omit<Params, 'pageNumber' | 'pageSize'>

/**
 * The DataWorks API. Ids are text everywhere, exact to the last digit. Every method rejects with a `TypeError` when its
 * parameters cannot be sent, before anything is, and with a {@link DataWorksError} when the call fails.
 */
export interface DataWorksClient {
  /**
   * Makes a workflow from the first one in a document, without the nodes in it. For those use
   * {@link DataWorksClient.importWorkflowDefinition}, or {@link submit} for the whole way.
   */
  createWorkflowDefinition(
    params: CreateWorkflowDefinitionParams,
    options?: CallOptions,
  ): Promise<CreatedWorkflowDefinition>
  /**
   * Starts a job that makes the first workflow in a document, with its nodes, or updates it where the ids are those of
   * existing ones. It is repeated after a failure only when the document gives every id.
   */
  importWorkflowDefinition(params: ImportWorkflowDefinitionParams, options?: CallOptions): Promise<ImportJob>
  /** Reads how a job is getting on. */
  getJobStatus(params: GetJobStatusParams, options?: CallOptions): Promise<JobStatus>
  /** Asks for a job's status until it is over; rejects when it failed, was cancelled or takes too long. */
  waitForJob(params: WaitForJobParams, options?: WaitForJobOptions): Promise<JobStatus>
  /** Reads a workflow with its FlowSpec document. */
  getWorkflowDefinition(params: GetWorkflowDefinitionParams, options?: CallOptions): Promise<WorkflowDefinition>
  /** Reads one page of the workflows of a workspace. */
  listWorkflowDefinitions(
    params: ListWorkflowDefinitionsParams,
    options?: CallOptions,
  ): Promise<Page<ListedWorkflowDefinition>>
  /** Walks all workflows of a workspace, page by page. */
  eachWorkflowDefinition(
    params: AllPages<ListWorkflowDefinitionsParams>,
    options?: CallOptions,
  ): AsyncIterable<ListedWorkflowDefinition>
  /** Reads one page of the nodes of a workspace or of a workflow in it. */
  listNodes(params: ListNodesParams, options?: CallOptions): Promise<Page<ListedNode>>
  /** Walks all nodes of a workspace or of a workflow in it, page by page. */
  eachNode(params: AllPages<ListNodesParams>, options?: CallOptions): AsyncIterable<ListedNode>
  /** Reads one page of the nodes that a node depends on. */
  listNodeDependencies(params: ListNodeDependenciesParams, options?: CallOptions): Promise<Page<ListedNode>>
  /** Walks all nodes that a node depends on, page by page. */
  eachNodeDependency(params: AllPages<ListNodeDependenciesParams>, options?: CallOptions): AsyncIterable<ListedNode>
  /** Makes a business process in a workspace of the old Data Studio. It is never repeated blindly. */
  createBusiness(params: CreateBusinessParams, options?: CreateBusinessOptions): Promise<CreatedBusiness>
  /**
   * Calls any operation by name, with parameters as they are on the wire.
   *
   * @returns the answer as it came; integers beyond 2^53 are text
   */
  call(action: string, params?: RawParams, options?: RawCallOptions): Promise<Answer>
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

/** A method of the client: what calls an operation, or walks its pages. */
type Method<Params, Result> = (params: Params, options?: CallOptions) => Result

/** Makes methods of operations. */
const callKinds: SettingKindsOf<CallOptions> = { signal: signalKind }

function requireCall(action: string, params: unknown, options: unknown = {}, kinds: SettingKinds = callKinds): void {
  requireArgument(action, 'params', params, fields)
  requireSettings(action, 'options', options, kinds)
}

function methodsOver(connection: Connection) {
  return {
    call:
      <Params extends object, Result>(operation: Operation<Params, Result>): Method<Params, Promise<Result>> =>
      async (params, options) => {
        requireCall(operation.action, params, options)
        return await runOperation(connection, operation, params, options?.signal)
      },
    walk:
      <Params extends PageParams, Item extends { readonly id: string }>(
        operation: Operation<Params, Page<Item>>,
      ): Method<Params, AsyncIterable<Item>> =>
      (params, options) => {
        requireCall(operation.action, params, options)
        return eachItem(connection, operation, params, options?.signal)
      },
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
  const connection: Connection = { transport: transportOf(options), retry: retryPolicy(options.retry) }
  const { call, walk } = methodsOver(connection)
  return Object.freeze({
    createWorkflowDefinition: call(createWorkflowDefinition),
    importWorkflowDefinition: call(importWorkflowDefinition),
    getJobStatus: call(getJobStatus),
    waitForJob: async (params, waiting) => await waitForJob(connection, params, waiting),
    getWorkflowDefinition: call(getWorkflowDefinition),
    listWorkflowDefinitions: call(listWorkflowDefinitions),
    eachWorkflowDefinition: walk(listWorkflowDefinitions),
    listNodes: call(listNodes),
    eachNode: walk(listNodes),
    listNodeDependencies: call(listNodeDependencies),
    eachNodeDependency: walk(listNodeDependencies),
    createBusiness: async (params, options = {}) => {
      requireCall(createBusiness.action, params, options, { ...callKinds, version: text })
      const { version = createBusiness.version, signal } = options
      return await runOperation(connection, { ...createBusiness, version }, params, signal)
    },
    call: async (action, params = {}, calling = {}) =>
      await runCall(connection, rawCall(action, params, calling), calling.signal),
  } satisfies DataWorksClient)
}
