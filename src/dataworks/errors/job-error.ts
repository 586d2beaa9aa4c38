import type { JobStatus } from '../operations/get-job-status.ts'
import { getJobStatus } from '../operations/get-job-status.ts'
import { DataWorksError } from './data-works-error.ts'
import { lookupCode } from './lookup-code.ts'
import { readJobFault } from './read-job-fault.ts'

/** Makes the error of a job that failed or was cancelled. */
export function jobError(status: JobStatus): DataWorksError {
  const cancelled = status.status === 'Cancel'
  const fault = readJobFault(status.error ?? '')
  const code = fault.code ?? (cancelled ? 'JobCancelled' : 'JobFailed')
  const reason = fault.message === '' ? (cancelled ? 'it was cancelled' : 'no reason was given') : fault.message
  const known = lookupCode(code)
  return new DataWorksError({
    action: getJobStatus.action,
    kind: 'job-failed',
    code,
    message: `job ${status.jobId}: ${reason}`,
    requestId: status.requestId,
    place: fault.place,
    // The parameters of the call that started the job were taken; what is said of wrong ones would lead astray.
    hint: known?.kind === 'invalid-parameter' ? undefined : known?.hint,
  })
}
