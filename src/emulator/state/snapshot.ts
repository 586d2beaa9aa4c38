/** A version of something, as it was released or taken offline. */
export interface SnapshotRecord {
  readonly id: string
  readonly objectId: string
  readonly type: 'Deployed' | 'UnDeployed'
  readonly version: number
  readonly comment: string
  readonly creator: string
  /** Milliseconds since 1970. */
  readonly createTime: number
  /** The text of the document. */
  readonly spec: string
  /** The stage that made it. */
  readonly stageCode: string
}
