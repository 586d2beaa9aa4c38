import { numberIn, requiredText, textIn } from '../answer.ts'
import { dataStudioVersion, type Id, type Operation, required } from '../operation.ts'
import {
  type Field,
  type Fields,
  inside,
  list,
  named,
  type Page,
  type PageParams,
  pageOf,
  pageParameters,
  result,
  type WithMore,
} from '../result.ts'
import {
  type LegacyAnswer,
  type LegacyCreated,
  type LegacyWorkspace,
  legacyFields,
  legacyOperation,
  readCreated,
  within,
  workspaceParameters,
} from './legacy-operation.ts'

/** The parameters of SubmitFile. */
export interface SubmitFileParams extends LegacyWorkspace {
  readonly fileId: Id
  readonly comment?: string | undefined
  /** Whether no checks are made before. */
  readonly skipAllDeployFileExtensions?: boolean | undefined
}

/** The parameters of DeployFile: the file by its own id or that of its node. */
export interface DeployFileParams extends LegacyWorkspace {
  readonly fileId?: Id | undefined
  readonly nodeId?: Id | undefined
  readonly comment?: string | undefined
}

/** A deployment of a workspace. */
export interface DeploymentParams extends LegacyWorkspace {
  /** What the operation answered that started it. */
  readonly deploymentId: Id
}

/** How a deployment stands. Times are in milliseconds since 1970. */
export interface FileDeployment extends LegacyAnswer {
  readonly name: string | undefined
  /** 0: ready. 1: succeeded. 2: failed. */
  readonly status: number | undefined
  /** 7: its check failed. 8: it is being checked. */
  readonly checkingStatus: number | undefined
  readonly fromEnvironment: number | undefined
  readonly toEnvironment: number | undefined
  readonly creatorId: string | undefined
  readonly handlerId: string | undefined
  readonly createTime: number | undefined
  readonly executeTime: number | undefined
  /** Why the deployment failed. */
  readonly failure: string | undefined
  readonly deployedItems: readonly {
    readonly fileId: string
    readonly fileVersion: number | undefined
    readonly status: number | undefined
  }[]
}

/** The parameters of ListDeployments; every condition left out holds for all. */
export interface ListDeploymentsParams extends LegacyWorkspace, PageParams {
  readonly creator?: string | undefined
  readonly executor?: string | undefined
  /** Part of the name. */
  readonly keyword?: string | undefined
  readonly status?: number | undefined
  /** In milliseconds since 1970. */
  readonly endCreateTime?: number | undefined
  /** In milliseconds since 1970. */
  readonly endExecuteTime?: number | undefined
}

/** A deployment in a list. */
export interface ListedDeployment extends WithMore {
  readonly id: string
  readonly name: string | undefined
  readonly status: number | undefined
  readonly creator: string | undefined
  readonly executor: string | undefined
  readonly createTime: number | undefined
  readonly executeTime: number | undefined
  readonly errorMessage: string | undefined
}

/** SubmitFile (2020-05-18): makes a version of a file and takes it to the development environment. */
export const submitFile: Operation<SubmitFileParams, LegacyCreated> = legacyOperation<SubmitFileParams, LegacyCreated>(
  'SubmitFile',
  'change',
  { ...workspaceParameters, fileId: required('int64'), comment: 'text', skipAllDeployFileExtensions: 'boolean' },
  readCreated,
)

/** DeployFile (2020-05-18): takes the submitted version of a file to production. */
export const deployFile: Operation<DeployFileParams, LegacyCreated> = legacyOperation<DeployFileParams, LegacyCreated>(
  'DeployFile',
  'change',
  { ...workspaceParameters, fileId: 'int64', nodeId: 'int64', comment: 'text' },
  readCreated,
)

const inDeployment = <Value>(field: Field<Value>) => within('Data', 'Deployment', field)

const deploymentFields: Fields<FileDeployment> = {
  ...legacyFields,
  name: inDeployment(textIn),
  status: inDeployment(numberIn),
  checkingStatus: inDeployment(numberIn),
  fromEnvironment: inDeployment(numberIn),
  toEnvironment: inDeployment(numberIn),
  creatorId: inDeployment(textIn),
  handlerId: inDeployment(textIn),
  createTime: inDeployment(numberIn),
  executeTime: inDeployment(numberIn),
  failure: inDeployment(named('ErrorMessage', textIn)),
  deployedItems: inside('Data', list({ fileId: requiredText, fileVersion: numberIn, status: numberIn })),
}

/** GetDeployment (2020-05-18). */
export const getDeployment: Operation<DeploymentParams, FileDeployment> = legacyOperation<
  DeploymentParams,
  FileDeployment
>('GetDeployment', 'read', { ...workspaceParameters, deploymentId: required('int64') }, result(deploymentFields))

/** GetDeploymentPackage (2024-05-18): what GetDeployment is called in that version. */
export const getDeploymentPackage: Operation<DeploymentParams, FileDeployment> = {
  ...getDeployment,
  action: 'GetDeploymentPackage',
  version: dataStudioVersion,
}

/** ListDeployments (2020-05-18). */
export const listDeployments: Operation<ListDeploymentsParams, Page<ListedDeployment>> = legacyOperation<
  ListDeploymentsParams,
  Page<ListedDeployment>
>(
  'ListDeployments',
  'read',
  {
    ...workspaceParameters,
    creator: 'text',
    executor: 'text',
    keyword: 'text',
    status: 'number',
    endCreateTime: 'number',
    endExecuteTime: 'number',
    ...pageParameters,
  },
  pageOf(
    'Deployments',
    {
      id: requiredText,
      name: textIn,
      status: numberIn,
      creator: textIn,
      executor: textIn,
      createTime: numberIn,
      executeTime: numberIn,
      errorMessage: textIn,
    },
    'Data',
  ),
)

/** ListDeploymentPackages (2024-05-18): what ListDeployments is called in that version. */
export const listDeploymentPackages: Operation<ListDeploymentsParams, Page<ListedDeployment>> = {
  ...listDeployments,
  action: 'ListDeploymentPackages',
  version: dataStudioVersion,
}
