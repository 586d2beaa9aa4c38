import { isRecord } from '../../document/json/records.ts'
import { nodeOutputsOf } from '../spec/node-outputs.ts'
import type { EntityRecord } from '../state/entity.ts'
import type { NodeRecord, Project, WorkflowRecord } from '../state/project.ts'
import type { Service } from '../state/service.ts'
import { type JsonObject, readField, readList, readObject, readPlainText } from '../wire/json.ts'

/** Fields of an object under the names that answers give them: the same with a capital letter. */
export function capitalized(object: JsonObject | undefined, names: readonly string[]): JsonObject | undefined {
  if (object === undefined) return undefined
  return Object.fromEntries(names.map((name) => [name[0]?.toUpperCase() + name.slice(1), readField(object, name)]))
}

/** The script of something in a list. */
export function scriptItem(body: JsonObject): JsonObject {
  const script = readObject(body, 'script')
  const Runtime = { Command: readPlainText(readObject(script, 'runtime'), 'command') }
  return { ...capitalized(script, ['id', 'path']), Runtime }
}

function artifactsItem(body: JsonObject, field: 'inputs' | 'outputs'): JsonObject {
  const artifacts = readObject(body, field)
  const objects = (group: string): readonly JsonObject[] => (readList(artifacts, group) ?? []).filter(isRecord)
  return {
    NodeOutputs: nodeOutputsOf(artifacts).map((output) => capitalized(output, ['data', 'refTableName'])),
    Tables: objects('tables').map((table) => capitalized(table, ['guid'])),
    Variables: objects('variables').map((variable) => ({
      ...capitalized(variable, ['id', 'name', 'artifactType', 'scope', 'type', 'value']),
      Node: capitalized(readObject(variable, 'node'), ['output']),
    })),
  }
}

/** What every answer says of a workflow, a node or the like, in a list or by itself. */
export function identityItem(
  service: Service,
  project: Project,
  record: WorkflowRecord | NodeRecord | EntityRecord,
): JsonObject {
  return {
    Id: service.presentId(record.id),
    Name: record.name,
    Owner: record.owner,
    ProjectId: BigInt(project.settings.id),
    CreateTime: record.createTime,
    ModifyTime: record.modifyTime,
  }
}

function commonItem(service: Service, project: Project, record: WorkflowRecord | NodeRecord): JsonObject {
  return {
    ...identityItem(service, project, record),
    Description: readField(record.body, 'description'),
    Script: scriptItem(record.body),
  }
}

/** A workflow as ListWorkflowDefinitions shows it. */
export function workflowItem(service: Service, project: Project, workflow: WorkflowRecord): JsonObject {
  return { ...commonItem(service, project, workflow), Type: workflow.kind }
}

/** A node as ListNodes shows it. */
export function nodeItem(service: Service, project: Project, node: NodeRecord): JsonObject {
  const { body } = node
  return {
    ...commonItem(service, project, node),
    TaskId: project.schedulerIdOf(node.id),
    Recurrence: readField(body, 'recurrence'),
    Trigger: capitalized(readObject(body, 'trigger'), ['id', 'type', 'cron', 'startTime', 'endTime', 'timezone']),
    Strategy: capitalized(body, ['instanceMode', 'rerunMode', 'rerunTimes', 'rerunInterval', 'timeout']),
    RuntimeResource: capitalized(readObject(body, 'runtimeResource'), ['resourceGroup', 'resourceGroupId']),
    DataSource: capitalized(readObject(body, 'datasource'), ['name', 'type']),
    Inputs: artifactsItem(body, 'inputs'),
    Outputs: artifactsItem(body, 'outputs'),
  }
}

/** A node as ListNodeDependencies shows it: of its resource group there is the id alone. */
export function upstreamItem(service: Service, project: Project, node: NodeRecord): JsonObject {
  const item = nodeItem(service, project, node)
  const ResourceGroupId = readPlainText(readObject(item, 'RuntimeResource'), 'ResourceGroupId')
  return { ...item, RuntimeResource: { ResourceGroupId } }
}
