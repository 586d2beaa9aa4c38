import { writeJsonText } from '../wire/json.ts'
import { describeFailure, type JobDuration, TimedWork } from './timed-work.ts'

/** A job that does its work when its time has come. */
export class Job extends TimedWork {
  readonly id: string
  readonly workflowId: string
  /** Milliseconds since 1970. */
  readonly createTime: number

  constructor(parts: { id: string; workflowId: string; now: number; duration: JobDuration; work: () => void }) {
    super(parts)
    this.id = parts.id
    this.workflowId = parts.workflowId
    this.createTime = parts.now
  }

  /** Error code, message and JSONPath are documented to be in the text; how they are written is inferred. */
  get error(): string | undefined {
    return this.failure === undefined ? undefined : writeJsonText(describeFailure(this.failure))
  }
}
