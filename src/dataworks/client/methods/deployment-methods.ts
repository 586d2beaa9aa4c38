import {
  type DeployFileParams,
  type DeploymentParams,
  deployFile,
  type FileDeployment,
  getDeployment,
  getDeploymentPackage,
  type ListDeploymentsParams,
  type ListedDeployment,
  listDeploymentPackages,
  listDeployments,
  type SubmitFileParams,
  submitFile,
} from '../../operations/legacy/file-releases.ts'
import type { LegacyCreated } from '../../operations/legacy/legacy-operation.ts'
import type { Page } from '../../operations/result.ts'
import type { CallOptions } from '../client-options.ts'
import type { LegacyCallOptions } from './legacy-call.ts'
import type { AllPages, MethodMaker } from './method-maker.ts'

/** What a client does to release files of the old Data Studio. */
export interface DeploymentMethods {
  /** Submits a file to the development environment; the answer's `id` is the deployment. It is never repeated blindly. */
  submitFile(params: SubmitFileParams, options?: LegacyCallOptions): Promise<LegacyCreated>
  /** Deploys a submitted file to production; the answer's `id` is the deployment. It is never repeated blindly. */
  deployFile(params: DeployFileParams, options?: LegacyCallOptions): Promise<LegacyCreated>
  /** Reads how a deployment stands, in version 2020-05-18. */
  getDeployment(params: DeploymentParams, options?: CallOptions): Promise<FileDeployment>
  /** Reads how a deployment stands, in version 2024-05-18. */
  getDeploymentPackage(params: DeploymentParams, options?: CallOptions): Promise<FileDeployment>
  /** Reads one page of the deployments of a workspace, in version 2020-05-18. */
  listDeployments(params: ListDeploymentsParams, options?: CallOptions): Promise<Page<ListedDeployment>>
  /** Walks all deployments of a workspace, page by page, in version 2020-05-18. */
  eachDeployment(params: AllPages<ListDeploymentsParams>, options?: CallOptions): AsyncIterable<ListedDeployment>
  /** Reads one page of the deployments of a workspace, in version 2024-05-18. */
  listDeploymentPackages(params: ListDeploymentsParams, options?: CallOptions): Promise<Page<ListedDeployment>>
}

export function deploymentMethods({ call, walk, legacy }: MethodMaker): DeploymentMethods {
  return {
    submitFile: legacy(submitFile),
    deployFile: legacy(deployFile),
    getDeployment: call(getDeployment),
    getDeploymentPackage: call(getDeploymentPackage),
    listDeployments: call(listDeployments),
    eachDeployment: walk(listDeployments),
    listDeploymentPackages: call(listDeploymentPackages),
  }
}
