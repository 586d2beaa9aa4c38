/**
 * What tests of pipelines need: the emulator of the DataWorks OpenAPI.
 *
 * @module
 */
export type { Emulator } from '../emulator/emulator.ts'
export type { EmulatorOptions, EmulatorProject } from '../emulator/emulator-options.ts'
export type {
  BodyFault,
  DelayFault,
  ErrorFault,
  Fault,
  FaultTarget,
  LostEdgesFault,
  ResetFault,
} from '../emulator/faults/fault.ts'
export type { RequestRecord } from '../emulator/request-record.ts'
export type { AccessKey } from '../emulator/signature/access-key.ts'
export { startEmulator } from '../emulator/start-emulator.ts'
export type { BusinessRecord, UseType } from '../emulator/state/business-record.ts'
export type { JobDuration, JobStatus } from '../emulator/state/job.ts'
export type { Edition } from '../emulator/state/project.ts'
export type { NodeNameScope } from '../emulator/state/service.ts'
export type { EdgeRecord, WorkflowKind } from '../emulator/state/workflow-record.ts'
export type { JobView, ProjectView, WorkflowView } from '../emulator/views.ts'
