import { isRecord, recordsOf } from '../../../document/json/records.ts'
import { millisecondsPerDay } from '../../../schedule/time-units.ts'
import { businessDateOf, businessDates } from '../../scheduler/business-dates.ts'
import { InstanceOrder, noWorkflow, releasedTask, releasedWorkflow } from '../../scheduler/instance-order.ts'
import { WorkflowInstance } from '../../scheduler/workflow-instance.ts'
import type { Project } from '../../state/project.ts'
import { invalidParameter, missingParameter, unknownResource } from '../../wire/error-catalogue.ts'
import { type JsonObject, readField, readList, readPlainText } from '../../wire/json.ts'
import { type Call, dataStudio, type OperationTable } from '../call.ts'
import { findAnyProject } from '../lookup.ts'
import { environmentOf } from './environments.ts'

/** The operations that make instances of workflows. */
export const instanceCreation: OperationTable = {
  CreateWorkflowInstances: dataStudio('POST', createWorkflowInstances),
  GetCreateWorkflowInstancesResult: dataStudio('GET', getCreateWorkflowInstancesResult),
  ExecuteAdhocWorkflowInstance: dataStudio('POST', executeAdhocWorkflowInstance),
  TriggerSchedulerTaskInstance: dataStudio('POST', triggerSchedulerTaskInstance),
}

type Kind = Pick<WorkflowInstance['parts'], 'workflowId' | 'name' | 'type' | 'bizDate'> &
  Partial<Pick<WorkflowInstance['parts'], 'owner' | 'parameters' | 'tags'>>

function newInstance(call: Call, project: Project, kind: Kind): WorkflowInstance {
  const { service, failsRuns } = call
  return new WorkflowInstance({
    id: service.ids.next(),
    unifiedId: service.ids.next(),
    taskInstanceId: service.ids.next(),
    projectId: project.settings.id,
    environment: environmentOf(call, 'EnvType'),
    owner: service.settings.owner,
    parameters: undefined,
    tags: [],
    ...kind,
    now: () => service.now(),
    duration: service.settings.jobDuration,
    fails: failsRuns,
  })
}

const types = ['SupplementData', 'ManualWorkflow', 'Manual', 'SmokeTest', 'TriggerWorkflow']

/** Which tasks run; for those that are in no workflow there has to be one. */
function rootTasks(properties: JsonObject | undefined): readonly string[] {
  const ids = readList(properties, 'RootTaskIds') ?? readList(properties, 'IncludeTaskIds') ?? []
  return ids.map(String)
}

/** Refuses what the documentation says has to be given together. */
function checkRun(type: string, workflowId: string, properties: JsonObject | undefined): void {
  if (type === 'SupplementData' && !isRecord(readField(properties, 'Analysis'))) {
    throw invalidParameter('DefaultRunProperties', 'needs Analysis for SupplementData')
  }
  if (workflowId === noWorkflow && rootTasks(properties).length === 0) {
    throw invalidParameter('DefaultRunProperties', 'names no tasks, and WorkflowId 1 stands for tasks in no workflow')
  }
  const parallelism = readField(properties, 'Parallelism')
  if (parallelism !== undefined && !(Number(parallelism) >= 1 && Number(parallelism) <= 10)) {
    throw invalidParameter('DefaultRunProperties', 'has a Parallelism that is not between 1 and 10')
  }
}

/** The business dates of a run; a run that is no backfill may leave them out, and is for the day before. */
function datesOf({ service, parameters }: Call, type: string): readonly number[] {
  const periods = parameters.jsonObject('Periods')
  if (periods !== undefined || type === 'SupplementData') return businessDates(periods)
  return [businessDateOf(service.now() - millisecondsPerDay)]
}

/** Makes one instance for each business date, when the making of them is over. */
function createWorkflowInstances(call: Call): JsonObject {
  const { service, parameters } = call
  const project = findAnyProject(call)
  const name = parameters.requiredText('Name')
  const type = parameters.word('Type', types)
  if (type === undefined) throw missingParameter('Type')
  const workflowId = parameters.requiredInt64('WorkflowId')
  const properties = parameters.jsonObject('DefaultRunProperties')
  checkRun(type, workflowId, properties)
  const dates = datesOf(call, type)
  const starts = parameters.text('AutoStartEnabled') === undefined || parameters.boolean('AutoStartEnabled')
  const tags = recordsOf(parameters.json('Tags')).map((tag) => ({
    key: readPlainText(tag, 'Key') ?? '',
    value: readPlainText(tag, 'Value'),
  }))
  const environment = environmentOf(call, 'EnvType')
  const make = (): readonly WorkflowInstance[] => {
    if (workflowId === noWorkflow) for (const id of rootTasks(properties)) releasedTask(project, environment, id)
    else releasedWorkflow(project, environment, workflowId)
    return dates.map((bizDate) => {
      const parametersText = parameters.text('WorkflowParameters')
      const instance = newInstance(call, project, { workflowId, name, type, bizDate, parameters: parametersText, tags })
      service.addInstance(instance)
      if (starts) instance.start()
      return instance
    })
  }
  const { jobDuration: duration } = service.settings
  const order = new InstanceOrder({ id: service.ids.next(), now: service.now(), duration, make })
  service.addInstanceOrder(order)
  return { OperationId: order.id }
}

function getCreateWorkflowInstancesResult({ service, parameters }: Call): JsonObject {
  const id = parameters.requiredText('OperationId')
  const order = service.instanceOrders.get(id)
  if (order === undefined) throw unknownResource('operation', id)
  order.poll(service.now())
  const { instances } = order
  return {
    Result: {
      Status: order.status,
      FailureMessage: order.failureMessage,
      WorkflowInstanceIds: instances.map(({ parts }) => BigInt(parts.id)),
      UnifiedWorkflowInstanceIds: instances.map(({ parts }) => BigInt(parts.unifiedId)),
      WorkflowTaskInstanceIds: instances.map(({ parts }) => BigInt(parts.taskInstanceId)),
    },
  }
}

const requiredOfTask = ['ClientUniqueCode', 'Name', 'Owner', 'Type', 'RuntimeResource']

/** Runs tasks that are nowhere kept. */
function executeAdhocWorkflowInstance(call: Call): JsonObject {
  const { service, parameters } = call
  const project = findAnyProject(call)
  const name = parameters.requiredText('Name')
  const owner = parameters.requiredText('Owner')
  const tasks = recordsOf(parameters.json('Tasks'))
  if (tasks.length === 0) throw missingParameter('Tasks')
  for (const task of tasks) {
    const missing = requiredOfTask.find((field) => readField(task, field) === undefined)
    if (missing !== undefined) throw invalidParameter('Tasks', `has a task without ${missing}`)
  }
  const given = parameters.int64('BizDate')
  const bizDate = businessDateOf(given === undefined ? service.now() - millisecondsPerDay : Number(given))
  const instance = newInstance(call, project, { workflowId: noWorkflow, name, type: 'Manual', bizDate, owner })
  service.addInstance(instance)
  instance.start()
  return { WorkflowInstanceId: BigInt(instance.parts.id) }
}

/** Runs the workflow of a task, as the trigger of the task would. */
function triggerSchedulerTaskInstance(call: Call): JsonObject {
  const { service, parameters } = call
  const id = parameters.requiredInt64('TaskId')
  const time = Number(parameters.requiredInt64('TriggerTime'))
  const environment = environmentOf(call, 'EnvType')
  for (const project of service.projects) {
    const task = project.releases(environment).scheduled(id)
    if (task?.type !== 'Node') continue
    const workflow = project.releases(environment).get(task.workflowId ?? '')
    const workflowId = workflow?.schedulerId ?? noWorkflow
    const kind = { workflowId, name: task.name, type: 'TriggerWorkflow', bizDate: businessDateOf(time) }
    const instance = newInstance(call, project, kind)
    service.addInstance(instance)
    instance.start()
    return { Success: true }
  }
  throw unknownResource('task', id)
}
