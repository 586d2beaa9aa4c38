import {
  type GetJobStatusParams,
  getJobStatus,
  type ImportJob,
  type ImportWorkflowDefinitionParams,
  importWorkflowDefinition,
  type JobStatus,
} from '../../operations/import-job.ts'
import type { CallOptions } from '../client-options.ts'
import { type WaitForJobOptions, type WaitForJobParams, waitForJob } from '../wait-for-job.ts'
import type { MethodMaker } from './method-maker.ts'

/** What a client does with the jobs that import workflows. */
export interface JobMethods {
  /**
   * Starts a job that makes the first workflow in a document, with its nodes, or updates it where the ids are those of
   * existing ones. It is repeated after a failure only when the document gives every id.
   */
  importWorkflowDefinition(params: ImportWorkflowDefinitionParams, options?: CallOptions): Promise<ImportJob>
  /** Reads how a job is getting on. */
  getJobStatus(params: GetJobStatusParams, options?: CallOptions): Promise<JobStatus>
  /** Asks for a job's status until it is over; rejects when it failed, was cancelled or takes too long. */
  waitForJob(params: WaitForJobParams, options?: WaitForJobOptions): Promise<JobStatus>
}

export function jobMethods({ call, connection }: MethodMaker): JobMethods {
  return {
    importWorkflowDefinition: call(importWorkflowDefinition),
    getJobStatus: call(getJobStatus),
    waitForJob: async (params, waiting) => await waitForJob(connection, params, waiting),
  }
}
