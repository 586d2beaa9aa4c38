import { anything, fields, type SettingKindsOf, step } from '../../diagnostics/arguments.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import { abortedError } from '../errors/transport-error.ts'
import { getJobStatus, type JobStatus } from '../operations/import-job.ts'
import type { Id } from '../operations/operation.ts'
import { sleep, timeLimit } from '../transport/timing.ts'
import type { CallOptions } from './client-options.ts'
import { requireArgument, requireSettings, signalKind } from './given-arguments.ts'
import { jobError } from './job-error.ts'
import { type Connection, runOperation } from './run-call.ts'
import { unansweredError } from './unanswered-error.ts'

/** How a job is waited for. */
export interface WaitForJobOptions extends CallOptions {
  /** Called with every status that was read, the last one included. What it throws ends the wait. */
  readonly onProgress?: ((status: JobStatus) => void) | undefined
  /** The first wait between two questions, in milliseconds; it grows by half each time. 1,000 when left out. */
  readonly interval?: number | undefined
  /** The longest wait between two questions, in milliseconds; 15,000 when left out. */
  readonly maxInterval?: number | undefined
  /** How long to wait in all, in milliseconds; 600,000 when left out. */
  readonly timeout?: number | undefined
}

/** The job to wait for. */
export interface WaitForJobParams {
  readonly jobId: Id
}

/** What the options of a wait may be. */
export const waitKinds: SettingKindsOf<WaitForJobOptions> = {
  onProgress: step,
  interval: anything,
  maxInterval: anything,
  timeout: anything,
  signal: signalKind,
}

interface Pace {
  readonly interval: number
  readonly maxInterval: number
  readonly timeout: number
}

/** As long as the answer is not read it is open whether the job did its work, so that all failures are ambiguous. */
const question = { ...getJobStatus, effect: 'replace' } as const

/**
 * Reads how a job is to be waited for, which is judged before the call that starts it.
 *
 * @param owner - the setting that holds the options, such as `wait.`
 * @throws RangeError when a time is none
 */
export function paceOf(options: WaitForJobOptions, owner = ''): Pace {
  return {
    interval: timeLimit(`${owner}interval`, options.interval, 1000),
    maxInterval: timeLimit(`${owner}maxInterval`, options.maxInterval, 15_000),
    timeout: timeLimit(`${owner}timeout`, options.timeout, 600_000),
  }
}

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
  const pace = paceOf(options)
  const signal = options.signal ?? new AbortController().signal
  const end = performance.now() + pace.timeout
  for (let delay = pace.interval; ; delay = Math.min(delay * 1.5, pace.maxInterval)) {
    if (signal.aborted) throw unansweredError(question.action, question.effect, abortedError(signal, true))
    const status = await runOperation(connection, question, params, signal)
    options.onProgress?.(status)
    if (status.completed) {
      if (status.status === 'Success') return status
      throw jobError(status)
    }
    const left = end - performance.now()
    if (left <= 0) throw tooLong(status, pace.timeout)
    await sleep(Math.min(delay, left), signal)
  }
}
