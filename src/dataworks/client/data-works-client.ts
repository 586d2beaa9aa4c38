import type { Answer } from '../operations/answer.ts'
import type { CreateBusinessParams, CreatedBusiness } from '../operations/create-business.ts'
import type {
  CreatedWorkflowDefinition,
  CreateWorkflowDefinitionParams,
} from '../operations/create-workflow-definition.ts'
import type { GetJobStatusParams, JobStatus } from '../operations/get-job-status.ts'
import type { GetWorkflowDefinitionParams, WorkflowDefinition } from '../operations/get-workflow-definition.ts'
import type { ImportJob, ImportWorkflowDefinitionParams } from '../operations/import-workflow-definition.ts'
import type { ListNodeDependenciesParams } from '../operations/list-node-dependencies.ts'
import type { ListNodesParams } from '../operations/list-nodes.ts'
import type {
  ListedWorkflowDefinition,
  ListWorkflowDefinitionsParams,
} from '../operations/list-workflow-definitions.ts'
import type { ListedNode } from '../operations/listed-node.ts'
import type { Page } from '../operations/page.ts'
import type { CallOptions } from './call-options.ts'
import type { RawCallOptions, RawParams } from './raw-call.ts'
import type { WaitForJobOptions, WaitForJobParams } from './wait-for-job.ts'

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
