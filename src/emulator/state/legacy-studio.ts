import type { TimedWork } from './timed-work.ts'

/** A folder of the old Data Studio. */
export interface FolderRecord {
  readonly id: string
  readonly path: string
}

/** A version of a file, which a submission made. */
export interface FileVersionRecord {
  readonly version: number
  readonly comment: string
  /** Milliseconds since 1970. */
  readonly commitTime: number
  readonly name: string
  readonly content: string
}

/** A file of the old Data Studio, which is a node, a resource or a function. */
export interface FileRecord {
  readonly id: number
  readonly name: string
  readonly type: number
  readonly folderPath: string
  /** The business process it is in. */
  readonly businessId: number
  readonly content: string
  readonly owner: string
  /** Milliseconds since 1970. */
  readonly createTime: number
  readonly lastEditTime: number
  /** The other parameters it was made or updated with, as they were sent. */
  readonly settings: ReadonlyMap<string, string>
  readonly versions: readonly FileVersionRecord[]
  /** Whether there is nothing that was not submitted. */
  readonly isSubmitted: boolean
  /** The id of the node, once it is submitted. */
  readonly nodeId: number | undefined
  /** The version in production. */
  readonly deployedVersion: number | undefined
}

/** A submission, or a deployment to production, which takes its time. */
export interface DeploymentRecord {
  readonly id: number
  readonly name: string
  readonly fileId: number
  readonly fileVersion: number
  readonly target: 'Dev' | 'Prod'
  /** Milliseconds since 1970. */
  readonly createTime: number
  readonly work: TimedWork
}

/** What a workspace of the old Data Studio holds, beside business processes. */
export class LegacyStudio {
  readonly folders: Map<string, FolderRecord> = new Map()
  readonly files: Map<number, FileRecord> = new Map()
  readonly deployments: Map<number, DeploymentRecord> = new Map()
}
