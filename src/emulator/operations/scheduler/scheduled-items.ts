import { capitalized } from '../../read-back/list-item.ts'
import { noWorkflow } from '../../scheduler/instance-order.ts'
import { outputStringsOf } from '../../spec/node-outputs.ts'
import type { Project } from '../../state/project.ts'
import type { Release, ReleaseEnvironment } from '../../state/releases.ts'
import type { Service } from '../../state/service.ts'
import { type JsonObject, readField, readObject, readPlainText } from '../../wire/json.ts'

/** Where the things of the scheduler are that a call asks for. */
export interface Scheduled {
  readonly service: Service
  readonly project: Project
  readonly environment: ReleaseEnvironment
}

function numberOf(body: JsonObject, field: string): number | undefined {
  const value = readField(body, field)
  return typeof value === 'number' ? value : undefined
}

function triggerItem(body: JsonObject): JsonObject {
  const trigger = readObject(body, 'trigger')
  const Recurrence = readPlainText(body, 'recurrence') ?? readPlainText(readObject(body, 'strategy'), 'recurrenceType')
  return { ...capitalized(trigger, ['type', 'cron', 'startTime', 'endTime']), Recurrence }
}

function commonItem({ service, project, environment }: Scheduled, release: Release): JsonObject {
  return {
    Id: BigInt(release.schedulerId),
    Name: release.name,
    Owner: release.owner,
    Description: readPlainText(release.body, 'description'),
    ProjectId: BigInt(project.settings.id),
    EnvType: environment,
    CreateTime: release.createTime,
    ModifyTime: release.modifyTime,
    CreateUser: service.settings.owner,
    ModifyUser: service.settings.owner,
  }
}

/** A workflow of the scheduler, as a list shows it. */
export function workflowItem(where: Scheduled, release: Release): JsonObject {
  return { ...commonItem(where, release), Trigger: triggerItem(release.body), Tags: [] }
}

/** What every answer says of a task. */
function taskItem(where: Scheduled, release: Release): JsonObject {
  const { body } = release
  const { EnvType: _, ...common } = commonItem(where, release)
  const workflow = where.project.releases(where.environment).get(release.workflowId ?? '')
  const runtime = readObject(readObject(body, 'script'), 'runtime')
  const resource = readObject(body, 'runtimeResource')
  return {
    ...common,
    ProjectEnv: where.environment,
    Type: readPlainText(runtime, 'command'),
    WorkflowId: BigInt(workflow?.schedulerId ?? noWorkflow),
    Priority: numberOf(body, 'priority'),
    RerunMode: readPlainText(body, 'rerunMode'),
    RerunTimes: numberOf(body, 'rerunTimes'),
    RerunInterval: numberOf(body, 'rerunInterval'),
    Timeout: numberOf(body, 'timeout'),
    DataSource: capitalized(readObject(body, 'datasource'), ['name']),
    RuntimeResource: {
      Cu: readPlainText(runtime, 'cu'),
      ResourceGroupId: readPlainText(resource, 'resourceGroupId') ?? readPlainText(resource, 'resourceGroup'),
    },
  }
}

function parametersOf(body: JsonObject): string {
  const parameters = readField(readObject(body, 'script'), 'parameters')
  const list: readonly unknown[] = Array.isArray(parameters) ? parameters : []
  const pairs = list.map((one) => {
    const parameter: JsonObject | undefined = typeof one === 'object' && one !== null ? { ...one } : undefined
    return `${readPlainText(parameter, 'name') ?? ''}=${readPlainText(parameter, 'value') ?? ''}`
  })
  return pairs.join(' ')
}

/** A task, as a list shows it. */
export function listedTaskItem(where: Scheduled, release: Release): JsonObject {
  return {
    ...taskItem(where, release),
    InstanceMode: readPlainText(release.body, 'instanceMode'),
    ScriptParameters: parametersOf(release.body),
    Trigger: triggerItem(release.body),
  }
}

/** A task, as the workflow that it is in shows it. */
function workflowTaskItem(where: Scheduled, release: Release): JsonObject {
  const TriggerRecurrence = readPlainText(release.body, 'recurrence')
  const { ProjectEnv: _, ...item } = taskItem(where, release)
  return { ...item, EnvType: where.environment, TriggerRecurrence }
}

function dependencyItems(
  { project, environment }: Scheduled,
  release: Release,
  asText: boolean,
): readonly JsonObject[] {
  return release.depends.map((depend) => {
    const output = readPlainText(depend, 'output')
    const producer = output === undefined ? undefined : project.releases(environment).producersOf(output)[0]
    const id = producer?.schedulerId
    return {
      Type: readPlainText(depend, 'type'),
      UpstreamOutput: output,
      UpstreamTaskId: id === undefined || asText ? id : BigInt(id),
    }
  })
}

function taskOutputs(body: JsonObject): readonly JsonObject[] {
  return outputStringsOf(readObject(body, 'outputs')).map((Output) => ({ Output }))
}

/** A task by itself. */
export function wholeTaskItem(where: Scheduled, release: Release): JsonObject {
  const { body } = release
  return {
    ...taskItem(where, release),
    EnvType: where.environment,
    InstanceMode: readPlainText(body, 'instanceMode'),
    Trigger: triggerItem(body),
    Dependencies: dependencyItems(where, release, true),
    Inputs: { Variables: [] },
    Outputs: { TaskOutputs: taskOutputs(body), Variables: [] },
    Script: { Content: readPlainText(readObject(body, 'script'), 'content'), Parameters: parametersOf(body) },
    Tags: [],
  }
}

/** A workflow of the scheduler by itself, with its tasks. */
export function wholeWorkflowItem(where: Scheduled, release: Release): JsonObject {
  const tasks = [...where.project.releases(where.environment).all].filter(({ workflowId }) => workflowId === release.id)
  return {
    ...workflowItem(where, release),
    Dependencies: dependencyItems(where, release, false),
    Outputs: { TaskOutputs: taskOutputs(release.body) },
    Tasks: tasks.map((task) => workflowTaskItem(where, task)),
  }
}
