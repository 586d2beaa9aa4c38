import type { Fault } from './faults/fault.ts'
import type { RequestRecord } from './request-record.ts'
import type { AccessKey } from './signature/access-key.ts'
import type { JobView, ProjectView } from './views.ts'

/** A running emulator. What it shows of itself are copies: nothing a test does to them changes its state. */
export interface Emulator {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** What requests must be signed with. */
  readonly credentials: AccessKey
  /** The workspaces and what is in them, at this moment. */
  readonly projects: readonly ProjectView[]
  /** The import jobs, oldest first, at this moment. */
  readonly jobs: readonly JobView[]
  /**
   * The requests that were answered, oldest first, without secrets: the last thousands of them, fewer when they carry large
   * documents.
   */
  readonly requests: readonly RequestRecord[]
  /**
   * Lets something go wrong, after the faults that already wait.
   *
   * @throws TypeError when the fault is not one
   */
  addFault(fault: Fault): void
  /** Closes the port and all connections. Stopping twice is fine. */
  stop(): Promise<void>
}
