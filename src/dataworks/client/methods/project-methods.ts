import type { Page } from '../../operations/result.ts'
import {
  type FoundProject,
  type GetProjectParams,
  getProject,
  type ListProjectsParams,
  listProjects,
  type Project,
} from '../../operations/workspace/projects.ts'
import type { CallOptions } from '../client-options.ts'
import type { AllPages, MethodMaker } from './method-maker.ts'

/** What a client does with workspaces. */
export interface ProjectMethods {
  /** Reads a workspace; its `name` is the identifier that outputs begin with. */
  getProject(params: GetProjectParams, options?: CallOptions): Promise<FoundProject>
  /** Reads one page of the workspaces that the access key may see. */
  listProjects(params: ListProjectsParams, options?: CallOptions): Promise<Page<Project>>
  /** Walks all workspaces that the access key may see, page by page. */
  eachProject(params: AllPages<ListProjectsParams>, options?: CallOptions): AsyncIterable<Project>
}

export function projectMethods({ call, walk }: MethodMaker): ProjectMethods {
  return { getProject: call(getProject), listProjects: call(listProjects), eachProject: walk(listProjects) }
}
