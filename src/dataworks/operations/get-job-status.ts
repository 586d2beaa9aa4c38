import { flagIn, numberIn, requiredObject, requiredText, textIn } from './answer.ts'
import { dataStudioVersion } from './data-studio-version.ts'
import { isOver, type JobState } from './job.ts'
import type { Id, Operation } from './operation.ts'

/** The parameters of GetJobStatus. */
export interface GetJobStatusParams {
  /** The id that the operation which started the job answered. */
  readonly jobId: Id
}

/** The answer of GetJobStatus. */
export interface JobStatus {
  readonly jobId: string
  /** What the job does: `Create`, `Update` or `Cancel`. */
  readonly jobType: string | undefined
  readonly status: JobState
  readonly completed: boolean
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  /** Why the job failed, as the service says it. */
  readonly error: string | undefined
  readonly requestId: string | undefined
}

/** GetJobStatus (2024-05-18). */
export const getJobStatus: Operation<GetJobStatusParams, JobStatus> = {
  action: 'GetJobStatus',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { jobId: { name: 'JobId', type: 'id', in: 'query', required: true } },
  read: (answer) => {
    const job = requiredObject(answer, 'JobStatus')
    const status = requiredText(job, 'Status')
    return {
      jobId: requiredText(job, 'JobId'),
      jobType: textIn(job, 'JobType'),
      status,
      completed: isOver(status, flagIn(job, 'Completed')),
      createTime: numberIn(job, 'CreateTime'),
      error: textIn(job, 'Error') || undefined,
      requestId: textIn(answer, 'RequestId'),
    }
  },
}
