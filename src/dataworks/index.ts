export type { FieldChange } from '../document/compare/field-changes.ts'
export type { NamedEdge } from '../document/compare/named-edge.ts'
export { type ServiceField, serviceFields } from '../document/compare/service-fields.ts'
export type { ChangedPart, PartsDiff, SpecDiff } from '../document/compare/spec-diff.ts'
export type {
  CallOptions,
  ClientOptions,
  EndpointOptions,
  RegionOptions,
  SendingOptions,
  SharedOptions,
  TransportOptions,
} from './client/client-options.ts'
export type { DataWorksClient } from './client/data-works-client.ts'
export { createClient } from './client/data-works-client.ts'
export type { BusinessMethods } from './client/methods/business-methods.ts'
export type { ComponentMethods } from './client/methods/component-methods.ts'
export type { DeploymentMethods } from './client/methods/deployment-methods.ts'
export type { FileMethods } from './client/methods/file-methods.ts'
export type { FolderMethods } from './client/methods/folder-methods.ts'
export type { FunctionMethods } from './client/methods/function-methods.ts'
export type { JobMethods } from './client/methods/job-methods.ts'
export type { LegacyCallOptions } from './client/methods/legacy-call.ts'
export type { AllPages } from './client/methods/method-maker.ts'
export type { NodeMethods } from './client/methods/node-methods.ts'
export type { PipelineMethods } from './client/methods/pipeline-methods.ts'
export type { ProjectMethods } from './client/methods/project-methods.ts'
export type { ResourceMethods } from './client/methods/resource-methods.ts'
export type { SchedulerMethods } from './client/methods/scheduler-methods.ts'
export type { WorkflowMethods } from './client/methods/workflow-methods.ts'
export type { CallBudget } from './client/pacing/pace.ts'
export type { RateLimitOptions } from './client/pacing/rate-limit.ts'
export type { WaitTimes } from './client/poll.ts'
export type { RawCallOptions, RawParams } from './client/raw-call.ts'
export type { RetryOptions } from './client/retry.ts'
export type { WaitForJobOptions, WaitForJobParams } from './client/wait-for-job.ts'
export { deploy } from './deploy/deploy.ts'
export type { DeployEvent, DeployEventBase } from './deploy/deploy-event.ts'
export type { DeployedWorkflowResult, Deployment, DeployOptions, DeployStrategy } from './deploy/deploy-options.ts'
export type { DataWorksErrorKind, LostParts } from './errors/data-works-error.ts'
export { DataWorksError, type DataWorksErrorParts, isDataWorksError } from './errors/data-works-error.ts'
export {
  isTransportError,
  TransportError,
  type TransportErrorParts,
  type TransportFailure,
} from './errors/transport-error.ts'
export { type BusinessDraft, type ToBusinessOptions, toBusiness } from './legacy/business-draft.ts'
export { type DeployedFile, type DeployFilesOptions, deployFiles } from './legacy/deploy-files.ts'
export type { NotCarriedPart } from './legacy/left-fields.ts'
export type { FileContent } from './legacy/node-file.ts'
export {
  type BusinessSubmission,
  type SubmitBusinessOptions,
  submitBusiness,
} from './legacy/submit-business.ts'
export type { SubmittedFile } from './legacy/write-file.ts'
export type { Answer } from './operations/answer.ts'
export type { CreateBusinessParams, CreatedBusiness } from './operations/business.ts'
export type {
  ComponentDefinition,
  ComponentParams,
  CreateComponentParams,
  CreatedComponent,
  GetComponentParams,
  ListComponentsParams,
  ListedComponent,
  ListedComponentParameter,
  UpdateComponentParams,
} from './operations/components.ts'
export type { ListedFunction, ListFunctionsParams } from './operations/functions.ts'
export type {
  GetJobStatusParams,
  ImportJob,
  ImportWorkflowDefinitionParams,
  JobState,
  JobStatus,
} from './operations/import-job.ts'
export type {
  Business,
  BusinessParams,
  EstablishRelationTableToBusinessParams,
  FoundBusiness,
  ListBusinessParams,
  UpdateBusinessParams,
} from './operations/legacy/business-changes.ts'
export type {
  DeployFileParams,
  DeploymentParams,
  FileDeployment,
  ListDeploymentsParams,
  ListedDeployment,
  SubmitFileParams,
} from './operations/legacy/file-releases.ts'
export type { CreateFileParams, FileSettings, UpdateFileParams } from './operations/legacy/file-settings.ts'
export type {
  FileVersion,
  FoundFileVersion,
  GetFileVersionParams,
  ListFileVersionsParams,
} from './operations/legacy/file-versions.ts'
export type {
  DeletedFile,
  FileParams,
  FoundFile,
  GetFileParams,
  LegacyFile,
  ListedFile,
  ListFilesParams,
  NodeConfiguration,
} from './operations/legacy/files.ts'
export type {
  CreateFolderParams,
  Folder,
  FolderParams,
  FoundFolder,
  GetFolderParams,
  ListFoldersParams,
  UpdateFolderParams,
} from './operations/legacy/folders.ts'
export type { LegacyAnswer, LegacyCreated, LegacyWorkspace } from './operations/legacy/legacy-operation.ts'
export type {
  CreateResourceFileParams,
  CreateUdfFileParams,
  FileType,
  ListFileTypeParams,
  UdfSettings,
  UpdateUdfFileParams,
} from './operations/legacy/resource-files.ts'
export type { ListedArtifacts, ListedNode, ListedVariable } from './operations/listed-node.ts'
export type { CreateNodeParams, NodeDefinition } from './operations/node-definitions.ts'
export type { ListNodeDependenciesParams, ListNodesParams } from './operations/nodes.ts'
export type { Effect, Id, SpecSource } from './operations/operation.ts'
export type {
  CreatePipelineRunParams,
  ExecPipelineRunStageParams,
  FoundPipelineRun,
  ListPipelineRunItemsParams,
  ListPipelineRunsParams,
  PipelineRun,
  PipelineRunItem,
  PipelineRunParams,
  PipelineStage,
  PipelineStatus,
} from './operations/pipeline-runs.ts'
export type {
  CreateResourceParams,
  ListedResource,
  ListResourcesParams,
  UpdateResourceParams,
} from './operations/resources.ts'
export type { Page, PageParams, WithMore } from './operations/result.ts'
export type {
  AdhocTask,
  AdhocVariable,
  ExecuteAdhocWorkflowInstanceParams,
  StartedWorkflowInstance,
} from './operations/scheduler/adhoc-instances.ts'
export type {
  BizDateRange,
  CreatedWorkflowInstances,
  CreateWorkflowInstancesParams,
  GetCreateWorkflowInstancesResultParams,
  InstancePeriods,
  RunProperties,
  StartedOperation,
} from './operations/scheduler/create-instances.ts'
export type {
  InstanceChange,
  InstancesChanged,
  RerunFilter,
  RerunWorkflowInstancesParams,
  WorkflowInstancesParams,
} from './operations/scheduler/run-instances.ts'
export type {
  ScheduledDependency,
  ScheduledEnvironment,
  ScheduledParams,
  ScheduledTask,
  ScheduledTrigger,
} from './operations/scheduler/scheduled-task.ts'
export type {
  FoundTask,
  GetTaskParams,
  ListedTask,
  ListTasksParams,
  SubTask,
  TaskVariable,
  TriggerSchedulerTaskInstanceParams,
} from './operations/scheduler/tasks.ts'
export type {
  FoundWorkflowInstance,
  ListWorkflowInstancesParams,
  WorkflowInstance,
} from './operations/scheduler/workflow-instances.ts'
export type {
  FoundWorkflow,
  GetWorkflowParams,
  ListWorkflowsParams,
  ScheduledWorkflow,
  WorkflowTask,
} from './operations/scheduler/workflows.ts'
export type { Changed, EntityParams, MoveParams, RenameParams, UpdateParams } from './operations/shared/changing.ts'
export type {
  CreateDefinitionParams,
  Created,
  Definition,
  GetDefinitionParams,
} from './operations/shared/from-document.ts'
export type { FoundSnapshot, GetSnapshotParams, ListSnapshotsParams, Snapshot } from './operations/snapshots.ts'
export type {
  CreatedWorkflowDefinition,
  CreateWorkflowDefinitionParams,
  GetWorkflowDefinitionParams,
  ListedWorkflowDefinition,
  ListWorkflowDefinitionsParams,
  WorkflowDefinition,
} from './operations/workflow-definitions.ts'
export type {
  ComputeResourceConnection,
  Connection,
  DataSourceConnection,
  ListComputeResourcesParams,
  ListDataSourcesParams,
  ListedComputeResource,
  ListedDataSource,
} from './operations/workspace/data-sources.ts'
export type {
  FoundProject,
  GetProjectParams,
  ListProjectsParams,
  Project,
  Tag,
} from './operations/workspace/projects.ts'
export type { ListResourceGroupsParams, ResourceGroup } from './operations/workspace/resource-groups.ts'
export type { DeployRecord, EntityRecord, NodeRecord, WorkflowRecord } from './plan/deploy-record.ts'
export { plan } from './plan/plan.ts'
export type { ChangeOrigin, PlanAction, PlanChange, PlanFlag, PlannedKind, PlanRefusal } from './plan/plan-change.ts'
export { readPlan, writePlan } from './plan/plan-file.ts'
export type { PlanOptions } from './plan/plan-options.ts'
export type { Plan, PlanData, SeenPart } from './plan/plan-result.ts'
export type { BuildableProject, PlanSource } from './plan/plan-source.ts'
export { readRecord, writeRecord } from './plan/record-file.ts'
export { publish, unpublish } from './publish/publish.ts'
export type {
  Publication,
  PublishEvent,
  PublishedWorkflow,
  PublishOptions,
} from './publish/publish-options.ts'
export { backfill, runOnce, statusOf } from './runs/run.ts'
export type {
  BackfillOptions,
  RunOnceOptions,
  RunOptions,
  RunStatus,
  StartedRun,
  StatusOptions,
} from './runs/run-options.ts'
export type { Credentials, CredentialsClient, CredentialsSource } from './signing/credentials.ts'
export { environmentCredentials } from './signing/credentials.ts'
export { credentialsChain } from './signing/credentials-chain.ts'
export { type ProfileOptions, profileCredentials } from './signing/profile-credentials.ts'
export { signRequest, type UnsignedRequest } from './signing/sign-request.ts'
export { type PinnedDocument, pinIds } from './submit/pin-ids.ts'
export type { KnownIds } from './submit/pin-plan.ts'
export type {
  Buildable,
  Submission,
  SubmitOptions,
  SubmitProgress,
  SubmitSource,
  SubmittedNode,
} from './submit/submission.ts'
export { submit } from './submit/submit.ts'
export type {
  OfficialCallDescription,
  OfficialCallRequest,
  OfficialCallSettings,
  OfficialClient,
} from './transport/client-transport.ts'
export { type ClientTransportOptions, clientTransport } from './transport/client-transport.ts'
export { type FetchTransportOptions, fetchTransport } from './transport/fetch-transport.ts'
export type { KnownRegion } from './transport/regions.ts'
export { regionEndpoint } from './transport/regions.ts'
export type { Transport, TransportRequest, TransportResponse } from './transport/transport.ts'
export {
  eachDocument,
  type ReadWorkspaceOptions,
  readWorkspace,
  type WorkspaceContent,
  type WorkspaceDocument,
} from './workspace/read-workspace.ts'
