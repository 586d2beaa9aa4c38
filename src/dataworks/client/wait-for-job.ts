import { anything, fields, type SettingKindsOf, step } from '../../diagnostics/arguments.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import { getJobStatus, type JobStatus } from '../operations/import-job.ts'
import type { Id } from '../operations/operation.ts'
import type { CallOptions } from './client-options.ts'
import { requireArgument, requireSettings, signalKind } from './given-arguments.ts'
import { jobError } from './job-error.ts'
import { type PollPace, poll, timesOf, type WaitTimes } from './poll.ts'
import { type Connection, runOperation } from './run-call.ts'

/**
 * How a job is waited for: `interval` is 1,000 ms when left out, `maxInterval` 15,000 ms, and `timeout` 600,000 ms.
 */
export interface WaitForJobOptions extends CallOptions, WaitTimes {
  /** Called with every status that was read, the last one included. What it throws ends the wait. */
  readonly onProgress?: ((status: JobStatus) => void) | undefined
}

/** The job to wait for. */
export interface WaitForJobParams {
  readonly jobId: Id
}

/** What the options of a wait may be. */
const waitKinds: SettingKindsOf<WaitForJobOptions> = {
  onProgress: step,
  interval: anything,
  maxInterval: anything,
  timeout: anything,
  signal: signalKind,
}

/** How a job is waited for where nothing else is said. */
export const usualPace: PollPace = { interval: 1000, maxInterval: 15_000, timeout: 600_000 }

/** As long as the answer is not read it is open whether the job did its work, so that all failures are ambiguous. */
const question = { ...getJobStatus, effect: 'replace' } as const

function tooLong(status: JobStatus, timeout: number): DataWorksError {
  return new DataWorksError({
    action: getJobStatus.action,
    kind: 'job-timeout',
    code: 'JobTimeout',
    message: `job ${status.jobId} is still ${status.status} after ${timeout} ms`,
    requestId: status.requestId,
    retryable: true,
    ambiguous: true,
    hint: 'The job goes on in the service: wait for it again, or allow more time.',
  })
}

/**
 * Asks for a job's status until it is over.
 *
 * @returns the last status, whose state is `Success`
 * @throws DataWorksError of kind `job-failed` when it failed or was cancelled, of kind `job-timeout` when it takes longer
 * than it may
 */
export async function waitForJob(
  connection: Connection,
  params: WaitForJobParams,
  options: WaitForJobOptions = {},
): Promise<JobStatus> {
  requireArgument('waitForJob', 'params', params, fields)
  requireSettings('waitForJob', 'options', options, waitKinds)
  const pace = timesOf(options, usualPace)
  const { signal = new AbortController().signal } = options
  const look = async () => {
    const status = await runOperation(connection, question, params, signal)
    options.onProgress?.(status)
    if (!status.completed) return { atEnd: () => tooLong(status, pace.timeout) }
    if (status.status === 'Success') return { found: status }
    throw jobError(status)
  }
  return await poll({ ...question, pace, signal, look })
}
