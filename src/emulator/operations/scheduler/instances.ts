import { businessDateOf } from '../../scheduler/business-dates.ts'
import type { WorkflowInstance } from '../../scheduler/workflow-instance.ts'
import { missingParameter, unknownResource } from '../../wire/error-catalogue.ts'
import type { JsonObject } from '../../wire/json.ts'
import { type Call, dataStudio, isFuzzyMatch, isWanted, type OperationTable, pageOf } from '../call.ts'
import { findAnyProject } from '../lookup.ts'

/** The operations that read, start, stop and repeat instances of workflows. */
export const instanceOperations: OperationTable = {
  GetWorkflowInstance: dataStudio('GET', getWorkflowInstance),
  ListWorkflowInstances: dataStudio('POST', listWorkflowInstances),
  StartWorkflowInstances: dataStudio('POST', (call) => onEach(call, (one) => one.start(), 'it runs already')),
  StopWorkflowInstances: dataStudio('POST', (call) => onEach(call, (one) => one.stop(), 'it does not run')),
  RerunWorkflowInstances: dataStudio('POST', rerunWorkflowInstances),
}

function instanceItem(instance: WorkflowInstance): JsonObject {
  const { parts, status, createTime, modifyTime, startedTime, finishedTime } = instance
  return {
    Id: BigInt(parts.id),
    UnifiedWorkflowInstanceId: BigInt(parts.unifiedId),
    WorkflowTaskInstanceId: BigInt(parts.taskInstanceId),
    WorkflowId: BigInt(parts.workflowId),
    Name: parts.name,
    Type: parts.type,
    Status: status,
    BizDate: parts.bizDate,
    EnvType: parts.environment,
    Owner: parts.owner,
    ProjectId: BigInt(parts.projectId),
    WorkflowParameters: parts.parameters,
    Tags: parts.tags.map(({ key, value }) => ({ Key: key, Value: value })),
    StartedTime: startedTime,
    FinishedTime: finishedTime,
    CreateUser: parts.owner,
    ModifyUser: parts.owner,
    CreateTime: createTime,
    ModifyTime: modifyTime,
  }
}

function getWorkflowInstance({ service, parameters }: Call): JsonObject {
  const id = parameters.requiredInt64('Id')
  const instance = service.instances.get(id)
  if (instance === undefined) throw unknownResource('workflow instance', id)
  instance.poll()
  return { WorkflowInstance: instanceItem(instance) }
}

/** By workspace and business date, which have to be given, and what else a call asks for. */
function listWorkflowInstances(call: Call): JsonObject {
  const { service, parameters } = call
  const { settings } = findAnyProject(call)
  const bizDate = businessDateOf(Number(parameters.requiredInt64('BizDate')))
  const ids = parameters.jsonList('Ids')
  const tags = parameters.jsonList('Tags')
  const [name, owner, type, environment] = ['Name', 'Owner', 'Type', 'EnvType'].map((one) => parameters.text(one))
  const [workflowId, unified] = [parameters.int64('WorkflowId'), parameters.int64('UnifiedWorkflowInstanceId')]
  for (const instance of service.instances.values()) instance.settle()
  const all = [...service.instances.values()].filter(
    ({ parts }) =>
      parts.projectId === settings.id &&
      parts.bizDate === bizDate &&
      (ids?.includes(parts.id) ?? true) &&
      (tags?.every((tag) => parts.tags.some(({ key, value }) => tag === key || tag === `${key}:${value}`)) ?? true) &&
      isFuzzyMatch(parts.name, name) &&
      isWanted(parts.owner, owner) &&
      isWanted(parts.type, type) &&
      isWanted(parts.environment, environment) &&
      isWanted(parts.workflowId, workflowId) &&
      isWanted(parts.unifiedId, unified),
  )
  return { PagingInfo: pageOf(call, all, { name: 'WorkflowInstances', show: instanceItem, smallest: 1 }) }
}

/** Does something to each of some instances, and tells of each whether that went well: some failing is no error. */
function onEach(
  { service, parameters }: Call,
  change: (instance: WorkflowInstance) => boolean,
  reason: string,
): JsonObject {
  const ids = parameters.jsonList('Ids')
  if (ids === undefined || ids.length === 0) throw missingParameter('Ids')
  const told = ids.map((id) => {
    const instance = service.instances.get(id)
    if (instance === undefined) return [id, { Success: false, Message: 'there is no such instance' }] as const
    const isDone = change(instance)
    return [id, isDone ? { Success: true } : { Success: false, Message: reason }] as const
  })
  return { SuccessInfo: Object.fromEntries(told) }
}

/** Runs instances of a workflow again: those that are named, else all of its that a call asks for. */
function rerunWorkflowInstances(call: Call): JsonObject {
  const { service, parameters } = call
  const { settings } = findAnyProject(call)
  const workflowId = parameters.requiredInt64('WorkflowId')
  parameters.requiredText('Type')
  const ids = parameters.jsonList('Ids')
  const status = parameters.text('Status')
  const bizdate = parameters.int64('Bizdate')
  for (const instance of service.instances.values()) {
    const { parts } = instance
    const isNamed = ids?.includes(parts.id) ?? isWanted(String(parts.bizDate), bizdate)
    const isIn = parts.projectId === settings.id && parts.workflowId === workflowId
    if (isIn && isNamed && isWanted(instance.status, status)) instance.start()
  }
  return { OperationId: service.ids.next() }
}
