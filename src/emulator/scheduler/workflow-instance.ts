import { type JobDuration, TimedWork } from '../state/timed-work.ts'

/** How an instance stands. These words are inferred. */
export type InstanceStatus = 'Failure' | 'NotRun' | 'Running' | 'Success'

/** What makes an instance. */
export interface InstanceParts {
  readonly id: string
  readonly unifiedId: string
  readonly taskInstanceId: string
  readonly projectId: string
  /** The workflow of the scheduler. */
  readonly workflowId: string
  readonly name: string
  readonly type: string
  readonly environment: string
  /** Milliseconds since 1970. */
  readonly bizDate: number
  readonly owner: string
  readonly parameters: string | undefined
  readonly tags: readonly { readonly key: string; readonly value: string | undefined }[]
  readonly now: () => number
  readonly duration: JobDuration
  /** Whether it is to fail, because a fault says so. */
  readonly fails: boolean
}

/** One run of a workflow for one business date, which takes its time and then has succeeded. */
export class WorkflowInstance {
  readonly parts: InstanceParts
  readonly createTime: number
  modifyTime: number
  startedTime: number | undefined
  finishedTime: number | undefined
  #status: InstanceStatus = 'NotRun'
  #work: TimedWork | undefined

  constructor(parts: InstanceParts) {
    this.parts = parts
    this.createTime = parts.now()
    this.modifyTime = this.createTime
  }

  get status(): InstanceStatus {
    return this.#status
  }

  /** Starts it, or starts it again. False when it runs already. */
  start(): boolean {
    if (this.#status === 'Running') return false
    const { now, duration, fails } = this.parts
    this.startedTime = now()
    this.finishedTime = undefined
    this.#status = 'Running'
    this.#work = new TimedWork({
      now: now(),
      duration,
      work: () => {
        if (fails) throw new Error('the instance was to fail')
      },
    })
    this.#advance()
    return true
  }

  /** Stops it. False when it does not run. */
  stop(): boolean {
    if (this.#status !== 'Running') return false
    this.#finish('Failure')
    return true
  }

  /** Lets time pass. */
  settle(): void {
    this.#work?.settle(this.parts.now())
    this.#advance()
  }

  /** Counts a look at it. */
  poll(): void {
    this.#work?.poll(this.parts.now())
    this.#advance()
  }

  #advance(): void {
    if (this.#work === undefined || this.#work.status === 'Running') return
    this.#finish(this.#work.status === 'Success' ? 'Success' : 'Failure')
  }

  #finish(status: InstanceStatus): void {
    this.#status = status
    this.#work = undefined
    this.finishedTime = this.parts.now()
    this.modifyTime = this.finishedTime
  }
}
