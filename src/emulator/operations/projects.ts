import type { Project } from '../state/project.ts'
import { projectNotVisible } from '../wire/error-catalogue.ts'
import type { JsonObject } from '../wire/json.ts'
import { type Call, dataStudio, type OperationTable, pageOf } from './call.ts'

/** The operations on workspaces. */
export const projectOperations: OperationTable = {
  GetProject: dataStudio('GET', getProject),
  ListProjects: dataStudio('POST', listProjects),
}

function projectItem({ service }: Call, { settings }: Project): JsonObject {
  return {
    Id: BigInt(settings.id),
    Name: settings.identifier,
    DisplayName: settings.identifier,
    Owner: service.settings.owner,
    Status: 'Available',
    DevEnvironmentEnabled: false,
    DevRoleDisabled: false,
    PaiTaskEnabled: false,
  }
}

function getProject(call: Call): JsonObject {
  const id = call.parameters.requiredInt64('Id')
  const project = call.service.findProject('id', id)
  if (project === undefined) throw projectNotVisible(id)
  return { Project: projectItem(call, project) }
}

/** By ids, names, status and mode. */
function listProjects(call: Call): JsonObject {
  const { service, parameters } = call
  const ids = parameters.jsonList('Ids')
  const names = parameters.jsonList('Names')
  const status = parameters.text('Status')
  const hidden =
    (status !== undefined && status !== 'Available') ||
    ['DevEnvironmentEnabled', 'DevRoleDisabled', 'PaiTaskEnabled'].some((name) => parameters.boolean(name))
  const all = service.projects.filter(
    ({ settings }) => !hidden && (ids?.includes(settings.id) ?? true) && (names?.includes(settings.identifier) ?? true),
  )
  const show = (project: Project) => projectItem(call, project)
  return { PagingInfo: pageOf(call, all, { name: 'Projects', show, smallest: 1 }) }
}
