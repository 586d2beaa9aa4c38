import type { Project } from '../state/project.ts'
import { projectNotVisible } from '../wire/error-catalogue.ts'
import type { JsonObject } from '../wire/json.ts'
import { type Call, dataStudio, isWanted, type OperationTable, pageOf } from './call.ts'

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
    DevEnvironmentEnabled: settings.mode === 'standard',
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
  const flags = ['DevEnvironmentEnabled', 'DevRoleDisabled', 'PaiTaskEnabled'].filter(
    (name) => parameters.text(name) !== undefined,
  )
  const wanted = flags.map((name) => [name, parameters.boolean(name)] as const)
  const all = service.projects.filter((project) => {
    const item = projectItem(call, project)
    const { id, identifier } = project.settings
    const isNamed = (ids?.includes(id) ?? true) && (names?.includes(identifier) ?? true)
    return isNamed && isWanted('Available', status) && wanted.every(([name, value]) => item[name] === value)
  })
  const show = (project: Project) => projectItem(call, project)
  return { PagingInfo: pageOf(call, all, { name: 'Projects', show, smallest: 1 }) }
}
