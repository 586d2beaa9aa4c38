import { regionEndpoint } from '../endpoint/region-endpoint.ts'
import { createBusiness } from '../operations/create-business.ts'
import { createWorkflowDefinition } from '../operations/create-workflow-definition.ts'
import { getJobStatus } from '../operations/get-job-status.ts'
import { getWorkflowDefinition } from '../operations/get-workflow-definition.ts'
import { importWorkflowDefinition } from '../operations/import-workflow-definition.ts'
import { listNodeDependencies } from '../operations/list-node-dependencies.ts'
import { listNodes } from '../operations/list-nodes.ts'
import { listWorkflowDefinitions } from '../operations/list-workflow-definitions.ts'
import type { Operation } from '../operations/operation.ts'
import type { Page, PageParams } from '../operations/page.ts'
import { retryPolicy } from '../retry/retry-policy.ts'
import { fetchTransport } from '../transport/fetch-transport.ts'
import type { Transport } from '../transport/transport.ts'
import type { CallOptions } from './call-options.ts'
import type { ClientOptions } from './client-options.ts'
import type { Connection } from './connection.ts'
import type { AllPages, DataWorksClient } from './data-works-client.ts'
import { eachItem, largestPage } from './each-item.ts'
import { rawCall } from './raw-call.ts'
import { runCall } from './run-call.ts'
import { runOperation } from './run-operation.ts'
import { waitForJob } from './wait-for-job.ts'

/** Options that are for a client which makes its own transport, and would do nothing beside a given one. */
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

/** Makes a method that calls an operation. */
function method<Params extends object, Result>(connection: Connection, operation: Operation<Params, Result>) {
  return (params: Params, options?: CallOptions): Promise<Result> =>
    runOperation(connection, operation, params, options?.signal)
}

/** Makes a method that walks all pages of an operation. */
function walk<Params extends PageParams, Item extends { readonly id: string }>(
  connection: Connection,
  operation: Operation<Params, Page<Item>>,
  atPage: (params: AllPages<Params>, page: PageParams) => Params,
) {
  return (params: AllPages<Params>, options?: CallOptions): AsyncIterable<Item> =>
    eachItem((pageNumber) => {
      const page = { pageNumber, pageSize: largestPage }
      return runOperation(connection, operation, atPage(params, page), options?.signal)
    })
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
  checkOptions(options)
  const connection: Connection = { transport: transportOf(options), retry: retryPolicy(options.retry) }
  return Object.freeze({
    createWorkflowDefinition: method(connection, createWorkflowDefinition),
    importWorkflowDefinition: method(connection, importWorkflowDefinition),
    getJobStatus: method(connection, getJobStatus),
    waitForJob: (params, waiting) => waitForJob(connection, params, waiting),
    getWorkflowDefinition: method(connection, getWorkflowDefinition),
    listWorkflowDefinitions: method(connection, listWorkflowDefinitions),
    eachWorkflowDefinition: walk(connection, listWorkflowDefinitions, (params, page) => ({ ...params, ...page })),
    listNodes: method(connection, listNodes),
    eachNode: walk(connection, listNodes, (params, page) => ({ ...params, ...page })),
    listNodeDependencies: method(connection, listNodeDependencies),
    eachNodeDependency: walk(connection, listNodeDependencies, (params, page) => ({ ...params, ...page })),
    createBusiness: (params, { version, signal } = {}) => {
      const operation = version === undefined ? createBusiness : { ...createBusiness, version }
      return runOperation(connection, operation, params, signal)
    },
    call: async (action, params = {}, calling = {}) =>
      await runCall(connection, rawCall(action, params, calling), calling.signal),
  } satisfies DataWorksClient)
}
