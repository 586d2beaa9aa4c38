import { flagIn, requiredText, textIn } from '../answer.ts'
import { dataStudioVersion, type Id, type ObjectType, type Operation, objectOf, required } from '../operation.ts'
import {
  type Fields,
  list,
  type Page,
  type PageParams,
  pageOf,
  pageParameters,
  resultIn,
  type WithMore,
} from '../result.ts'

/** A workspace. */
export interface Project extends WithMore {
  readonly id: string
  /** The identifier: the English name that outputs begin with. */
  readonly name: string
  readonly displayName: string | undefined
  readonly description: string | undefined
  readonly owner: string | undefined
  /** `Available`, or another state in which little works. */
  readonly status: string | undefined
  /** Whether the workspace is in standard mode, with a development and a production environment. */
  readonly devEnvironmentEnabled: boolean | undefined
  readonly devRoleDisabled: boolean | undefined
  readonly paiTaskEnabled: boolean | undefined
  readonly aliyunResourceGroupId: string | undefined
  readonly aliyunResourceTags: readonly { readonly key: string | undefined; readonly value: string | undefined }[]
}

/** The parameters of GetProject. */
export interface GetProjectParams {
  /** The number of the workspace; it cannot be looked up by its name. */
  readonly id: Id
}

/** The answer of GetProject. */
export interface FoundProject extends Project {
  readonly requestId: string | undefined
}

const projectFields: Fields<Project> = {
  id: requiredText,
  name: requiredText,
  displayName: textIn,
  description: textIn,
  owner: textIn,
  status: textIn,
  devEnvironmentEnabled: flagIn,
  devRoleDisabled: flagIn,
  paiTaskEnabled: flagIn,
  aliyunResourceGroupId: textIn,
  aliyunResourceTags: list({ key: textIn, value: textIn }),
}

/** GetProject (2024-05-18). */
export const getProject: Operation<GetProjectParams, FoundProject> = {
  action: 'GetProject',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { id: required('workspace') },
  read: resultIn('Project', projectFields),
}

/** A tag to look for. */
export interface Tag {
  readonly key: string
  readonly value?: string | undefined
}

/** The parameters of ListProjects; every condition left out holds for all workspaces. */
export interface ListProjectsParams extends PageParams {
  readonly ids?: readonly Id[] | undefined
  /** Identifiers. */
  readonly names?: readonly string[] | undefined
  readonly status?: string | undefined
  readonly devEnvironmentEnabled?: boolean | undefined
  readonly devRoleDisabled?: boolean | undefined
  readonly paiTaskEnabled?: boolean | undefined
  readonly aliyunResourceGroupId?: string | undefined
  readonly aliyunResourceTags?: readonly Tag[] | undefined
}

/** How a tag to look for is written. */
export const tagType: ObjectType = objectOf<Tag>({ key: required('text'), value: 'text' })

/** ListProjects (2024-05-18). */
export const listProjects: Operation<ListProjectsParams, Page<Project>> = {
  action: 'ListProjects',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'read',
  parameters: {
    ids: { list: 'workspace' },
    names: { list: 'text' },
    status: 'text',
    devEnvironmentEnabled: 'boolean',
    devRoleDisabled: 'boolean',
    paiTaskEnabled: 'boolean',
    aliyunResourceGroupId: 'text',
    aliyunResourceTags: { list: tagType },
    ...pageParameters,
  },
  read: pageOf('Projects', projectFields),
}
