import { writeJsonText } from '../wire/json.ts'
import { ServiceError } from '../wire/service-error.ts'

/** How long a job takes: a number of polls that still say Running, or a time. */
export type JobDuration = { readonly polls: number } | { readonly milliseconds: number }

/** How a job stands. */
export type JobStatus = 'Running' | 'Success' | 'Fail'

/** A job that does its work when its time has come. */
export class Job {
  readonly id: string
  readonly workflowId: string
  /** Milliseconds since 1970. */
  readonly createTime: number
  status: JobStatus = 'Running'
  error: string | undefined
  /** What it does; forgotten when it is done, for it holds a whole document. */
  #work: (() => void) | undefined
  readonly #dueAt: number
  #pollsLeft: number

  constructor(parts: { id: string; workflowId: string; now: number; duration: JobDuration; work: () => void }) {
    const { duration } = parts
    this.id = parts.id
    this.workflowId = parts.workflowId
    this.createTime = parts.now
    this.#work = parts.work
    this.#dueAt = 'milliseconds' in duration ? parts.now + duration.milliseconds : Number.POSITIVE_INFINITY
    this.#pollsLeft = 'polls' in duration ? duration.polls : Number.POSITIVE_INFINITY
    this.settle(parts.now)
  }

  /** Lets time pass. */
  settle(now: number): void {
    if (this.status === 'Running' && (now >= this.#dueAt || this.#pollsLeft <= 0)) this.#finish()
  }

  /** Counts a look at the job. */
  poll(now: number): void {
    this.settle(now)
    this.#pollsLeft -= 1
  }

  #finish(): void {
    try {
      this.#work?.()
      this.status = 'Success'
    } catch (error) {
      this.status = 'Fail'
      this.error = describeFailure(error)
    }
    this.#work = undefined
  }
}

/** Error code, message and JSONPath are documented to be in the text; how they are written is inferred. */
function describeFailure(error: unknown): string {
  if (error instanceof ServiceError) {
    return writeJsonText({ code: error.code, message: error.message, path: error.path })
  }
  return writeJsonText({ code: 'InternalError', message: error instanceof Error ? error.message : String(error) })
}
