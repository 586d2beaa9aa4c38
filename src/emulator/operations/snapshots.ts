import type { SnapshotRecord } from '../state/snapshot.ts'
import { invalidParameter, missingParameter, unknownProject, unknownResource } from '../wire/error-catalogue.ts'
import type { JsonObject } from '../wire/json.ts'
import { type Call, dataStudio, type OperationTable, pageOf } from './call.ts'

/** The operations on versions of things. */
export const snapshotOperations: OperationTable = {
  GetSnapshot: dataStudio('POST', getSnapshot),
  ListSnapshots: dataStudio('POST', listSnapshots),
}

function snapshotItem(namespace: string, { id, objectId, type, version, ...rest }: SnapshotRecord): JsonObject {
  return {
    Id: id,
    Namespace: namespace,
    ObjectId: objectId,
    Type: type,
    Version: version,
    Comment: rest.comment,
    Creator: rest.creator,
    CreateTime: rest.createTime,
  }
}

function getSnapshot({ service, parameters }: Call): JsonObject {
  const id = parameters.requiredText('Id')
  for (const project of service.projects) {
    const found = project.snapshots.find((snapshot) => snapshot.id === id)
    if (found === undefined) continue
    const Content = { Spec: found.spec, StageCode: found.stageCode }
    return { Snapshot: { ...snapshotItem(project.settings.id, found), Content } }
  }
  throw unknownResource('snapshot', id)
}

/** The newest first. Drafts that are saved leave no version here. */
function listSnapshots(call: Call): JsonObject {
  const { service, parameters } = call
  const namespace = parameters.requiredText('Namespace')
  const objectId = parameters.requiredText('ObjectId')
  const type = parameters.word('Type', ['Saved', 'Deployed', 'UnDeployed'])
  if (type === undefined) throw missingParameter('Type')
  if (!/^\d{1,19}$/.test(namespace)) throw invalidParameter('Namespace', 'is not the number of a workspace')
  const project = service.findProject('id', namespace)
  if (project === undefined) throw unknownProject(namespace)
  const all = project.snapshots.filter((one) => one.objectId === objectId && one.type === type).toReversed()
  const show = (snapshot: SnapshotRecord) => snapshotItem(namespace, snapshot)
  return { PagingInfo: pageOf(call, all, { name: 'Snapshots', show, smallest: 1 }) }
}
