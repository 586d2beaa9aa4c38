import { numberIn, requiredText, textIn } from './answer.ts'
import { dataStudioVersion, type Id, type Operation, required } from './operation.ts'
import {
  type Fields,
  type Page,
  type PageParams,
  pageOf,
  pageParameters,
  record,
  resultIn,
  type WithMore,
} from './result.ts'

/** A version of something that is kept. */
export interface Snapshot extends WithMore {
  readonly id: string
  /** The workspace. */
  readonly namespace: string | undefined
  readonly objectId: string | undefined
  /** `Saved`, `Deployed` or `UnDeployed`. */
  readonly type: string | undefined
  readonly version: number | undefined
  readonly comment: string | undefined
  readonly creator: string | undefined
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
}

/** A version with what it holds. */
export interface FoundSnapshot extends Snapshot {
  readonly content: {
    readonly content: string | undefined
    /** The FlowSpec document as JSON text. */
    readonly spec: string | undefined
    readonly stageCode: string | undefined
  }
  /** Where to get a content that is too large for the answer. */
  readonly contentUrl: string | undefined
  readonly requestId: string | undefined
}

/** The parameters of GetSnapshot. */
export interface GetSnapshotParams {
  readonly id: Id
}

/** The parameters of ListSnapshots. */
export interface ListSnapshotsParams extends PageParams {
  /** The workspace. */
  readonly namespace: Id
  /** What the versions are of. */
  readonly objectId: Id
  readonly type: 'Deployed' | 'Saved' | 'UnDeployed'
}

const snapshotFields: Fields<Snapshot> = {
  id: requiredText,
  namespace: textIn,
  objectId: textIn,
  type: textIn,
  version: numberIn,
  comment: textIn,
  creator: textIn,
  createTime: numberIn,
}

/** GetSnapshot (2024-05-18). */
export const getSnapshot: Operation<GetSnapshotParams, FoundSnapshot> = {
  action: 'GetSnapshot',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'read',
  parameters: { id: required('id') },
  inQuery: ['id'],
  read: resultIn('Snapshot', {
    ...snapshotFields,
    content: record({ content: textIn, spec: textIn, stageCode: textIn }),
    contentUrl: textIn,
  }),
}

/** ListSnapshots (2024-05-18). */
export const listSnapshots: Operation<ListSnapshotsParams, Page<Snapshot>> = {
  action: 'ListSnapshots',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'read',
  parameters: {
    namespace: required('id'),
    objectId: required('id'),
    type: required('text'),
    ...pageParameters,
  },
  inQuery: ['namespace', 'objectId', 'pageNumber', 'pageSize', 'type'],
  read: pageOf('Snapshots', snapshotFields),
}
