/**
 * What tests of pipelines need: the emulator of the DataWorks OpenAPI. The entry `flowspec/testing` has the name of what
 * it is for, this folder that of what it holds.
 *
 * @module
 */
export type { Emulator } from './emulator.ts'
export { startEmulator } from './emulator.ts'
export type { EmulatorDatasource, EmulatorOptions, EmulatorProject } from './options.ts'
export type { StageStatus } from './publish/stages.ts'
export type {
  BodyFault,
  ClockFault,
  CutFault,
  DelayFault,
  DripFault,
  DuplicateFault,
  ErrorFault,
  FailedRunsFault,
  Fault,
  FaultTarget,
  GzipFault,
  LostEdgesFault,
  ResetFault,
} from './server/faults.ts'
export type { EmulatorQuota } from './server/quota.ts'
export type { RequestRecord } from './server/request-log.ts'
export type { BusinessRecord, EdgeRecord, Edition, UseType, WorkflowKind } from './state/project.ts'
export type { NodeNameScope } from './state/service.ts'
export type { JobDuration, JobStatus } from './state/timed-work.ts'
export type { EntityView, JobView, LooseNodeView, PipelineRunView, ProjectView, WorkflowView } from './views.ts'
export type { AccessKey } from './wire/authenticator.ts'
