export type { ChangedPart, PartsDiff, SpecDiff } from '../diff/diff-specs.ts'
export type { FieldChange } from '../diff/field-change.ts'
export type { NamedEdge } from '../diff/named-edge.ts'
export type { CallOptions } from './client/call-options.ts'
export type {
  ClientOptions,
  EndpointOptions,
  RegionOptions,
  SendingOptions,
  SharedOptions,
  TransportOptions,
} from './client/client-options.ts'
export { createClient } from './client/create-client.ts'
export type { AllPages, CreateBusinessOptions, DataWorksClient } from './client/data-works-client.ts'
export type { RawCallOptions, RawParams } from './client/raw-call.ts'
export type { WaitForJobOptions, WaitForJobParams } from './client/wait-for-job.ts'
export type { Credentials, CredentialsClient, CredentialsSource } from './credentials/credentials.ts'
export { environmentCredentials } from './credentials/environment-credentials.ts'
export type { KnownRegion } from './endpoint/known-regions.ts'
export { regionEndpoint } from './endpoint/region-endpoint.ts'
export { DataWorksError, type DataWorksErrorParts, isDataWorksError } from './errors/data-works-error.ts'
export type { DataWorksErrorKind } from './errors/error-kind.ts'
export type { LostParts } from './errors/lost-parts.ts'
export type { Answer } from './operations/answer.ts'
export type { CreateBusinessParams, CreatedBusiness } from './operations/create-business.ts'
export type {
  CreatedWorkflowDefinition,
  CreateWorkflowDefinitionParams,
} from './operations/create-workflow-definition.ts'
export type { Effect } from './operations/effect.ts'
export type { GetJobStatusParams, JobStatus } from './operations/get-job-status.ts'
export type { GetWorkflowDefinitionParams, WorkflowDefinition } from './operations/get-workflow-definition.ts'
export type { ImportJob, ImportWorkflowDefinitionParams } from './operations/import-workflow-definition.ts'
export type { JobState } from './operations/job.ts'
export type { ListNodeDependenciesParams } from './operations/list-node-dependencies.ts'
export type { ListNodesParams } from './operations/list-nodes.ts'
export type {
  ListedWorkflowDefinition,
  ListWorkflowDefinitionsParams,
} from './operations/list-workflow-definitions.ts'
export type { ListedArtifacts, ListedVariable } from './operations/listed-artifacts.ts'
export type { ListedNode } from './operations/listed-node.ts'
export type { Id } from './operations/operation.ts'
export type { Page, PageParams } from './operations/page.ts'
export type { SpecSource } from './operations/spec-source.ts'
export type { RetryOptions } from './retry/retry-policy.ts'
export { signRequest, type UnsignedRequest } from './signing/sign-request.ts'
export { type PinnedDocument, pinIds } from './submit/pin-ids.ts'
export type { KnownIds } from './submit/pin-plan.ts'
export type { Submission, SubmittedNode } from './submit/submission.ts'
export { submit } from './submit/submit.ts'
export type { Buildable, SubmitOptions, SubmitSource } from './submit/submit-options.ts'
export type { SubmitProgress } from './submit/submit-progress.ts'
export { type ClientTransportOptions, clientTransport } from './transport/client-transport.ts'
export { type FetchTransportOptions, fetchTransport } from './transport/fetch-transport.ts'
export type {
  OfficialCallDescription,
  OfficialCallRequest,
  OfficialCallSettings,
  OfficialClient,
} from './transport/official-client.ts'
export type { Transport, TransportRequest, TransportResponse } from './transport/transport.ts'
export {
  isTransportError,
  TransportError,
  type TransportErrorParts,
  type TransportFailure,
} from './transport/transport-error.ts'
