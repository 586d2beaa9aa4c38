import { defaultGroup } from '../import/context.ts'
import type { Project } from '../state/project.ts'
import type { JsonObject } from '../wire/json.ts'
import { type Call, dataStudio, isFuzzyMatch, type OperationTable, pageOf } from './call.ts'
import { findAnyProject } from './lookup.ts'

/** The operations that tell what workspaces are bound to. */
export const connectionOperations: OperationTable = {
  ListResourceGroups: dataStudio('GET', listResourceGroups),
  ListDataSources: dataStudio('GET', listDataSources),
  ListComputeResources: dataStudio('POST', listComputeResources),
}

/** There is one resource group, which every workspace has. */
function listResourceGroups(call: Call): JsonObject {
  const { service, parameters } = call
  if (parameters.text('ProjectId') !== undefined) findAnyProject(call)
  const name = parameters.text('Name')
  const statuses = parameters.jsonList('Statuses')
  const types = parameters.jsonList('ResourceGroupTypes')
  const group = {
    Id: defaultGroup,
    Name: 'default',
    ResourceGroupType: 'CommonV2',
    Status: 'Normal',
    PaymentType: 'PostPaid',
    CreateUser: service.settings.owner,
    Spec: { Amount: 1, Standard: 'standard' },
  }
  const isAsked =
    isFuzzyMatch(group.Name, name) &&
    (statuses?.includes(group.Status) ?? true) &&
    (types?.includes(group.ResourceGroupType) ?? true)
  const all = isAsked ? [group] : []
  return { PagingInfo: pageOf(call, all, { name: 'ResourceGroupList', show: (one) => one, smallest: 1 }) }
}

/** The data sources that a call asks for. */
function wantedSources(call: Call, { settings }: Project): Project['settings']['datasources'] {
  const { parameters } = call
  const name = parameters.text('Name')
  // Unlike other lists in parameters, this one is words with commas between them.
  const types = parameters.text('Types')?.split(',')
  return settings.datasources.filter((one) => isFuzzyMatch(one.name, name) && (types?.includes(one.type) ?? true))
}

function connection({ service }: Call, index: number): JsonObject {
  return {
    Id: index + 1,
    Description: '',
    ConnectionProperties: {},
    ConnectionPropertiesMode: 'UrlMode',
    CreateUser: service.settings.owner,
  }
}

function listDataSources(call: Call): JsonObject {
  const project = findAnyProject(call)
  const { identifier } = project.settings
  const all = wantedSources(call, project).map(({ name, type }, index) => ({
    Name: name,
    Type: type,
    DataSource: [{ ...connection(call, index), QualifiedName: `${identifier}.${name}` }],
  }))
  return { PagingInfo: pageOf(call, all, { name: 'DataSources', show: (one) => one, smallest: 1 }) }
}

/** The types of data sources that compute; of each type the first is the default. */
const computing: ReadonlySet<string> = new Set(['emr', 'flink_serverless', 'hologres', 'odps', 'starrocks'])

function listComputeResources(call: Call): JsonObject {
  const project = findAnyProject(call)
  const sources = wantedSources(call, project).filter(({ type }) => computing.has(type))
  const all = sources.map(({ name, type }, index) => ({
    Name: name,
    Type: type,
    ComputeResource: [
      { ...connection(call, index), WhetherDefault: sources.findIndex((one) => one.type === type) === index },
    ],
  }))
  return { PagingInfo: pageOf(call, all, { name: 'ComputeResources', show: (one) => one, smallest: 1 }) }
}
