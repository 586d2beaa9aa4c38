import { performStage } from '../publish/perform-stage.ts'
import { PipelineRun } from '../publish/pipeline-run.ts'
import { releasableParts, specText } from '../publish/release-plan.ts'
import { type PipelineType, stagesOf } from '../publish/stages.ts'
import type { Project } from '../state/project.ts'
import { invalidParameter, missingParameter, unknownResource } from '../wire/error-catalogue.ts'
import type { JsonObject } from '../wire/json.ts'
import { type Call, dataStudio, isWanted, type OperationTable, pageOf } from './call.ts'
import { findNewProject } from './lookup.ts'

/** The operations on pipeline runs. */
export const pipelineOperations: OperationTable = {
  CreatePipelineRun: dataStudio('POST', createPipelineRun),
  GetPipelineRun: dataStudio('GET', getPipelineRun),
  ExecPipelineRunStage: dataStudio('POST', execPipelineRunStage),
  AbolishPipelineRun: dataStudio('POST', abolishPipelineRun),
  ListPipelineRuns: dataStudio('GET', listPipelineRuns),
  ListPipelineRunItems: dataStudio('GET', listPipelineRunItems),
}

/** An id in the shape of a UUID, the same in every run of the emulator. */
function uuidOf(id: string): string {
  const digits = BigInt(id).toString(16).padStart(16, '0').repeat(2)
  return [0, 8, 12, 16, 20].map((at, index, starts) => digits.slice(at, starts[index + 1] ?? 32)).join('-')
}

/** The last stage that starts by itself: the first one in any run, and in an automatic one more. */
function automaticUntil({ parameters }: Call, codes: readonly string[]): string | undefined {
  const mode = parameters.word('RunMode', ['Normal', 'Auto'])
  const until = parameters.text('AutoRunUntilStage')
  if (until !== undefined && !codes.includes(until)) throw invalidParameter('AutoRunUntilStage', 'is no stage')
  return mode === 'Auto' ? (until ?? codes.at(-1)) : undefined
}

/** Makes a run for the first of the objects, with what is in it. Its first stage starts at once. */
function createPipelineRun(call: Call): JsonObject {
  const { service, parameters } = call
  const project = findNewProject(call)
  const word = parameters.word('Type', ['Online', 'Offline'])
  if (word === undefined) throw missingParameter('Type')
  const type: PipelineType = word === 'Offline' ? 'Offline' : 'Online'
  const [objectId] = parameters.jsonList('ObjectIds') ?? []
  if (objectId === undefined) throw missingParameter('ObjectIds')
  const releasable = releasableParts(project, objectId)
  const comment = parameters.text('Description') ?? ''
  const stages = stagesOf(type, project.settings)
  const order = { service, project, type, parts: releasable, comment }
  const run = new PipelineRun({
    id: uuidOf(service.ids.next()),
    projectId: project.settings.id,
    creator: service.settings.owner,
    description: comment,
    type,
    items: releasable.map((part) => ({
      id: part.id,
      name: part.name,
      type: part.type,
      version: project.versionOf(part.id) + 1,
      spec: specText(part),
    })),
    stages,
    now: () => service.now(),
    duration: service.settings.jobDuration,
    automaticUntil: automaticUntil(
      call,
      stages.map(({ code }) => code),
    ),
    perform: (work, code) => performStage(order, work, code),
  })
  service.addPipelineRun(run)
  return { Id: run.parts.id }
}

function findRun(call: Call, name: string): { readonly project: Project; readonly run: PipelineRun } {
  const project = findNewProject(call)
  const id = call.parameters.requiredText(name)
  const run = call.service.pipelineRuns.get(id)
  if (run?.parts.projectId !== project.settings.id) throw unknownResource('pipeline run', id)
  return { project, run }
}

/** What the first stage of a release was recorded to look at. */
const packageCheckers = ['BuildPackageChecker', 'NodeParentDependency', 'NodeInProcess'].map((code) => ({
  code,
  name: code,
}))

function runItem({ parts, stages, status, message, createTime, modifyTime }: PipelineRun): JsonObject {
  return {
    Id: parts.id,
    ProjectId: BigInt(parts.projectId),
    Creator: parts.creator,
    Description: parts.description,
    Status: status,
    Message: message,
    CreateTime: createTime,
    ModifyTime: modifyTime,
    Stages: stages.map((stage) => ({
      Code: stage.code,
      Name: stage.name,
      Description: stage.name,
      Step: stage.step,
      Type: stage.type,
      Status: stage.status,
      Message: stage.message,
      Detail: stage.does === 'package' ? { checkerList: packageCheckers } : {},
    })),
  }
}

function getPipelineRun(call: Call): JsonObject {
  const { run } = findRun(call, 'Id')
  run.poll()
  return { Pipeline: runItem(run) }
}

function execPipelineRunStage(call: Call): JsonObject {
  findRun(call, 'Id').run.execute(call.parameters.requiredText('Code'))
  return { Success: true }
}

function abolishPipelineRun(call: Call): JsonObject {
  findRun(call, 'Id').run.abolish()
  return { Success: true }
}

/** The newest first. */
function listPipelineRuns(call: Call): JsonObject {
  const { service, parameters } = call
  const { settings } = findNewProject(call)
  const [creator, objectId] = [parameters.text('Creator'), parameters.text('ObjectId')]
  const status = parameters.word('Status', ['Init', 'Running', 'Success', 'Fail', 'Termination', 'Cancel'])
  const all = [...service.pipelineRuns.values()]
    .reverse()
    .filter(
      ({ parts, status: own }) =>
        parts.projectId === settings.id &&
        isWanted(parts.creator, creator) &&
        isWanted(own, status) &&
        (objectId === undefined || parts.items.some(({ id }) => id === objectId)),
    )
  return { PagingInfo: pageOf(call, all, { name: 'PipelineRuns', show: runItem, smallest: 1 }) }
}

function listPipelineRunItems(call: Call): JsonObject {
  const { run } = findRun(call, 'PipelineRunId')
  const show = (item: PipelineRun['parts']['items'][number]) => ({
    Id: item.id,
    Name: item.name,
    Type: item.type,
    Version: item.version,
    Status: run.status,
    Message: run.message,
    Spec: item.spec,
    CreateTime: run.createTime,
    ModifyTime: run.modifyTime,
  })
  return { PagingInfo: pageOf(call, run.parts.items, { name: 'PipelineRunItems', show, smallest: 1 }) }
}
