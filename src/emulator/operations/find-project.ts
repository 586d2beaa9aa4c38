import {
  invalidParameter,
  missingParameter,
  notLegacyDataStudio,
  notNewDataStudio,
  unknownProject,
} from '../errors/error-catalogue.ts'
import type { Project } from '../state/project.ts'
import type { Call } from './call.ts'

/** The workspace of a FlowSpec operation: `ProjectId` is required, and it must use the new Data Studio. */
export function findNewProject({ service, parameters }: Call): Project {
  const id = parameters.requiredInt64('ProjectId')
  const project = service.findProject('id', id)
  if (project === undefined) throw unknownProject(id)
  if (project.settings.edition !== 'new') throw notNewDataStudio(project.settings.identifier)
  return project
}

/** The workspaces a lookup by id goes through: the one that was named, else all that use the new Data Studio. */
export function findNewProjects(call: Call): readonly Project[] {
  if (call.parameters.text('ProjectId') !== undefined) return [findNewProject(call)]
  return call.service.projects.filter(({ settings }) => settings.edition === 'new')
}

/** The workspace of a business process: `ProjectId` or `ProjectIdentifier`, and a legacy one. */
export function findLegacyProject({ service, parameters }: Call): Project {
  const id = parameters.int64('ProjectId')
  const identifier = parameters.text('ProjectIdentifier')
  if (id === undefined && identifier === undefined) throw missingParameter('ProjectId')
  const project = id === undefined ? service.findProject('identifier', identifier ?? '') : service.findProject('id', id)
  if (project === undefined) throw unknownProject(id ?? identifier ?? '')
  if (identifier !== undefined && project.settings.identifier !== identifier) {
    throw invalidParameter('ProjectIdentifier', `is not the name of workspace ${project.settings.id}`)
  }
  if (project.settings.edition !== 'legacy') throw notLegacyDataStudio(project.settings.identifier)
  return project
}
