import type { DeploymentRecord, FileRecord, FileVersionRecord } from '../../state/legacy-studio.ts'
import type { Project } from '../../state/project.ts'
import { TimedWork } from '../../state/timed-work.ts'
import { notSubmitted, unknownResource } from '../../wire/error-catalogue.ts'
import type { JsonObject } from '../../wire/json.ts'
import { type Call, dataStudioVersion, isFuzzyMatch, isWanted, type OperationTable, pageOf } from '../call.ts'
import { findLegacyProject } from '../lookup.ts'
import { bare, legacy, legacyIn, oldVersion } from './envelope.ts'
import { findFile } from './files.ts'

/** The operations that release files, and take them away. */
export const fileReleaseOperations: OperationTable = {
  SubmitFile: legacy(submitFile),
  DeployFile: legacy(deployFile),
  DeleteFile: legacy(deleteFile),
  GetDeployment: legacyIn(oldVersion, getDeployment),
  GetDeploymentPackage: legacyIn(dataStudioVersion, getDeployment),
  ListDeployments: bare([oldVersion], listDeployments),
  ListDeploymentPackages: bare([dataStudioVersion], listDeployments),
  ListFileVersions: legacyIn(oldVersion, listFileVersions),
  GetFileVersion: legacyIn(oldVersion, getFileVersion),
}

interface Order {
  readonly file: FileRecord
  readonly version: number
  readonly target: DeploymentRecord['target']
  /** What is done when its time has come. */
  readonly work: () => void
}

function startDeployment({ service }: Call, project: Project, { file, version, target, work }: Order): number {
  const { jobDuration: duration } = service.settings
  const timed = new TimedWork({ now: service.now(), duration, work })
  service.addWork(timed)
  const id = service.nextBusinessId()
  project.legacy.deployments.set(id, {
    id,
    name: `${file.name} v${version}`,
    fileId: file.id,
    fileVersion: version,
    target,
    createTime: service.now(),
    work: timed,
  })
  return id
}

/** Changes a file that may have been changed, or taken away, in the meantime. */
function change(project: Project, id: number, changes: (file: FileRecord) => Partial<FileRecord>): void {
  const file = project.legacy.files.get(id)
  if (file !== undefined) project.legacy.files.set(id, { ...file, ...changes(file) })
}

/** Makes a version of a file, which gets a node. In simple mode that is in production, too. */
function submitFile(call: Call): JsonObject {
  const { service, parameters } = call
  parameters.requiredInt64('FileId')
  parameters.boolean('SkipAllDeployFileExtensions')
  const project = findLegacyProject(call)
  const file = findFile(call, project)
  const version = file.versions.length + 1
  const isSimple = project.settings.mode === 'simple'
  const made: FileVersionRecord = {
    version,
    comment: parameters.text('Comment') ?? '',
    commitTime: service.now(),
    name: file.name,
    content: file.content,
  }
  const work = (): void =>
    change(project, file.id, (now) => ({
      versions: [...now.versions, made],
      isSubmitted: now.lastEditTime === file.lastEditTime,
      nodeId: now.nodeId ?? service.nextBusinessId(),
      deployedVersion: isSimple ? version : now.deployedVersion,
    }))
  return { Data: startDeployment(call, project, { file, version, target: isSimple ? 'Prod' : 'Dev', work }) }
}

/** Takes the last version that was submitted to production. */
function deployFile(call: Call): JsonObject {
  const project = findLegacyProject(call)
  const file = findFile(call, project)
  const version = file.versions.length
  if (version === 0) throw notSubmitted(file.name)
  const work = (): void => change(project, file.id, () => ({ deployedVersion: version }))
  return { Data: startDeployment(call, project, { file, version, target: 'Prod', work }) }
}

/** Takes a file away: one that was submitted by a deployment, which takes its time. */
function deleteFile(call: Call): JsonObject {
  call.parameters.requiredInt64('FileId')
  const project = findLegacyProject(call)
  const file = findFile(call, project)
  const remove = (): void => {
    project.legacy.files.delete(file.id)
  }
  if (file.versions.length > 0) {
    const order: Order = { file, version: file.versions.length, target: 'Prod', work: remove }
    return { DeploymentId: startDeployment(call, project, order) }
  }
  remove()
  return {}
}

const statusNumbers = { Fail: 2, Running: 0, Success: 1 } as const

function getDeployment(call: Call): JsonObject {
  const { service, parameters } = call
  const id = parameters.requiredInt64('DeploymentId')
  const deployment = findLegacyProject(call).legacy.deployments.get(Number(id))
  if (deployment === undefined) throw unknownResource('deployment', id)
  const { work, target, name, createTime, fileId, fileVersion } = deployment
  work.poll(service.now())
  const Status = statusNumbers[work.status]
  return {
    Data: {
      Deployment: {
        Name: name,
        Status,
        FromEnvironment: target === 'Dev' ? 0 : 1,
        ToEnvironment: target === 'Dev' ? 1 : 2,
        CreateTime: createTime,
        ExecuteTime: createTime,
        CreatorId: service.settings.owner,
        HandlerId: service.settings.owner,
        ErrorMessage: work.failure?.message,
      },
      DeployedItems: [{ FileId: fileId, FileVersion: fileVersion, Status }],
    },
  }
}

function listDeployments(call: Call): JsonObject {
  const { service, parameters } = call
  const project = findLegacyProject(call)
  const [keyword, status, creator, executor] = ['Keyword', 'Status', 'Creator', 'Executor'].map((one) =>
    parameters.text(one),
  )
  const before = ['EndCreateTime', 'EndExecuteTime'].map((one) =>
    Number(parameters.int64(one) ?? Number.MAX_SAFE_INTEGER),
  )
  const { owner } = service.settings
  const all = [...project.legacy.deployments.values()].filter(
    ({ name, work, createTime }) =>
      isFuzzyMatch(name, keyword) &&
      isWanted(String(statusNumbers[work.status]), status) &&
      isWanted(owner, creator) &&
      isWanted(owner, executor) &&
      before.every((time) => createTime <= time),
  )
  const show = ({ id, name, work, createTime }: DeploymentRecord) => ({
    Id: id,
    Name: name,
    Status: statusNumbers[work.status],
    Creator: owner,
    Executor: owner,
    CreateTime: createTime,
    ExecuteTime: createTime,
    ErrorMessage: work.failure?.message,
  })
  return { Data: pageOf(call, all, { name: 'Deployments', show, smallest: 1 }) }
}

function versionItem({ owner, nodeId, deployedVersion }: FileRecord, version: FileVersionRecord): JsonObject {
  return {
    FileName: version.name,
    FileVersion: version.version,
    ChangeType: version.version === 1 ? 'NEW' : 'UPDATE',
    Comment: version.comment,
    CommitTime: version.commitTime,
    CommitUser: owner,
    FileContent: version.content,
    IsCurrentProd: deployedVersion === version.version,
    NodeId: nodeId,
    Status: deployedVersion === version.version ? 'RELEASED' : 'COMMITTED',
    UseType: 'NORMAL',
  }
}

/** The newest first. */
function listFileVersions(call: Call): JsonObject {
  call.parameters.requiredInt64('FileId')
  const file = findFile(call, findLegacyProject(call))
  const show = (version: FileVersionRecord) => versionItem(file, version)
  return { Data: pageOf(call, file.versions.toReversed(), { name: 'FileVersions', show, smallest: 1 }) }
}

function getFileVersion(call: Call): JsonObject {
  const number = call.parameters.requiredInt64('FileVersion')
  const file = findFile(call, findLegacyProject(call))
  const version = file.versions.find((one) => String(one.version) === number)
  if (version === undefined) throw unknownResource('version', number)
  return { Data: versionItem(file, version) }
}
