import type { NodeRecord, Project, WorkflowKind, WorkflowRecord } from '../state/project.ts'
import {
  invalidParameter,
  missingParameter,
  notLegacyDataStudio,
  notNewDataStudio,
  stillPublished,
  unknownProject,
  unknownResource,
} from '../wire/error-catalogue.ts'
import { type JsonObject, readObject } from '../wire/json.ts'
import type { Call } from './call.ts'

/** The workspace of a FlowSpec operation: `ProjectId` is required, and it must use the new Data Studio. */
export function findNewProject(call: Call): Project {
  const project = findAnyProject(call)
  if (project.settings.edition !== 'new') throw notNewDataStudio(project.settings.identifier)
  return project
}

/** The workspace of an operation that does not care which Data Studio it uses. */
export function findAnyProject({ service, parameters }: Call): Project {
  const id = parameters.requiredInt64('ProjectId')
  const project = service.findProject('id', id)
  if (project === undefined) throw unknownProject(id)
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

/** Refuses to take away what is released: it has to be taken offline first. */
export function requireOffline(project: Project, id: string): void {
  const environments = ['Dev', 'Prod'] as const
  if (environments.some((one) => project.releases(one).get(id) !== undefined)) throw stillPublished(id)
}

/** A workflow and where it is. */
interface FoundWorkflow {
  readonly project: Project
  readonly workflow: WorkflowRecord
}

/** The workflow with an id. */
export function findWorkflow(projects: readonly Project[], id: string): FoundWorkflow {
  for (const project of projects) {
    const workflow = project.workflows.get(id)
    if (workflow !== undefined) return { project, workflow }
  }
  throw unknownResource('workflow', id)
}

/** What a node stands in: its workflow, or a loop in that. */
export function containerOf(node: NodeRecord): JsonObject | undefined {
  return readObject(readObject(node.body, 'metadata'), 'container')
}

/** A node and where it is. */
export interface FoundNode {
  readonly project: Project
  readonly node: NodeRecord
  /** Undefined for a node outside of workflows. */
  readonly workflow: WorkflowRecord | undefined
  readonly kind: WorkflowKind
  /** What the node depends on. */
  readonly depends: readonly JsonObject[]
}

/** The node with an id, and its workflow. */
export function findNode(projects: readonly Project[], id: string): FoundNode {
  for (const project of projects) {
    const node = project.nodes.get(id)
    if (node === undefined) continue
    const loose = project.looseNodes.get(id)
    if (loose !== undefined) return { project, workflow: undefined, ...loose }
    const workflow = project.workflows.get(node.workflowId ?? '')
    const depends = workflow?.edges.find((edge) => edge.nodeId === id)?.depends ?? []
    return { project, node, workflow, kind: workflow?.kind ?? 'CycleWorkflow', depends }
  }
  throw unknownResource('node', id)
}
