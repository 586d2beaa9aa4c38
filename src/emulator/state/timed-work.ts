import { ServiceError } from '../wire/service-error.ts'

/** How long work takes: a number of looks that still see it under way, or a time. */
export type JobDuration = { readonly polls: number } | { readonly milliseconds: number }

/** How work stands. */
export type JobStatus = 'Running' | 'Success' | 'Fail'

/** Work that is done when its time has come. */
export class TimedWork {
  status: JobStatus = 'Running'
  /** Why it failed. */
  failure: Error | undefined
  /** What it does; forgotten when it is done, for it may hold a whole document. */
  #work: (() => void) | undefined
  readonly #dueAt: number
  #pollsLeft: number

  constructor(parts: { readonly now: number; readonly duration: JobDuration; readonly work: () => void }) {
    const { duration } = parts
    this.#work = parts.work
    this.#dueAt = 'milliseconds' in duration ? parts.now + duration.milliseconds : Number.POSITIVE_INFINITY
    this.#pollsLeft = 'polls' in duration ? duration.polls : Number.POSITIVE_INFINITY
    this.settle(parts.now)
  }

  get isOver(): boolean {
    return this.status !== 'Running'
  }

  /** Lets time pass. */
  settle(now: number): void {
    if (this.status === 'Running' && (now >= this.#dueAt || this.#pollsLeft <= 0)) this.#finish()
  }

  /** Counts a look at the work. */
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
      this.failure = error instanceof Error ? error : new Error(String(error))
    }
    this.#work = undefined
  }
}

/** The code and the message of a failure, and where in a document it stands. */
export function describeFailure(error: Error): { readonly code: string; message: string; path: string | undefined } {
  if (error instanceof ServiceError) return { code: error.code, message: error.message, path: error.path }
  return { code: 'InternalError', message: error.message, path: undefined }
}
