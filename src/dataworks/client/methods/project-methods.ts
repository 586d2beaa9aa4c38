import type { Page } from '../../operations/result.ts'
import {
  type ListComputeResourcesParams,
  type ListDataSourcesParams,
  type ListedComputeResource,
  type ListedDataSource,
  listComputeResources,
  listDataSources,
} from '../../operations/workspace/data-sources.ts'
import {
  type FoundProject,
  type GetProjectParams,
  getProject,
  type ListProjectsParams,
  listProjects,
  type Project,
} from '../../operations/workspace/projects.ts'
import {
  type ListResourceGroupsParams,
  listResourceGroups,
  type ResourceGroup,
} from '../../operations/workspace/resource-groups.ts'
import type { CallOptions } from '../client-options.ts'
import type { AllPages, MethodMaker } from './method-maker.ts'

/** What a client does with workspaces and what they are bound to. */
export interface ProjectMethods {
  /** Reads a workspace; its `name` is the identifier that outputs begin with. */
  getProject(params: GetProjectParams, options?: CallOptions): Promise<FoundProject>
  /** Reads one page of the workspaces that the access key may see. */
  listProjects(params: ListProjectsParams, options?: CallOptions): Promise<Page<Project>>
  /** Walks all workspaces that the access key may see, page by page. */
  eachProject(params: AllPages<ListProjectsParams>, options?: CallOptions): AsyncIterable<Project>
  /** Reads one page of the resource groups. */
  listResourceGroups(params: ListResourceGroupsParams, options?: CallOptions): Promise<Page<ResourceGroup>>
  /** Walks all resource groups, page by page. */
  eachResourceGroup(params: AllPages<ListResourceGroupsParams>, options?: CallOptions): AsyncIterable<ResourceGroup>
  /** Reads one page of the data sources of a workspace. */
  listDataSources(params: ListDataSourcesParams, options?: CallOptions): Promise<Page<ListedDataSource>>
  /** Walks all data sources of a workspace, page by page. */
  eachDataSource(params: AllPages<ListDataSourcesParams>, options?: CallOptions): AsyncIterable<ListedDataSource>
  /** Reads one page of the compute resources of a workspace. */
  listComputeResources(params: ListComputeResourcesParams, options?: CallOptions): Promise<Page<ListedComputeResource>>
  /** Walks all compute resources of a workspace, page by page. */
  eachComputeResource(
    params: AllPages<ListComputeResourcesParams>,
    options?: CallOptions,
  ): AsyncIterable<ListedComputeResource>
}

export function projectMethods({ call, walk }: MethodMaker): ProjectMethods {
  const called = ({ name, type }: ListedComputeResource | ListedDataSource): string => `${type ?? ''} ${name}`
  return {
    getProject: call(getProject),
    listProjects: call(listProjects),
    eachProject: walk(listProjects),
    listResourceGroups: call(listResourceGroups),
    eachResourceGroup: walk(listResourceGroups),
    listDataSources: call(listDataSources),
    eachDataSource: walk(listDataSources, called),
    listComputeResources: call(listComputeResources),
    eachComputeResource: walk(listComputeResources, called),
  }
}
