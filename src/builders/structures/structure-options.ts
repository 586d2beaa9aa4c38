import type { FlowBranchArm, FlowDatasource } from '../../language/generated/types.ts'
import type { Dependency } from '../node/node-builder.ts'
import type { ExternalOutput, WorkflowOutput } from '../node/upstream.ts'

/** Settings of an arm of a branch node. */
export interface ArmOptions extends Pick<FlowBranchArm, 'valueType' | 'fromVariable'> {
  /** Free text. */
  readonly desc?: string
}

/**
 * A state of a node: `Success`, `NotRun`, or a code as text. Sources disagree on the code of a failure (`0` or `3`), so
 * it has no name here.
 */
export type JoinStatus = 'Success' | 'NotRun' | `${number}`

/** What an arm of a join node can wait for: what any node can come after. */
export type JoinUpstream = Dependency

/** A workflow that a sub-process runs: its id, its output, or `external(…)` with that. */
export type SubProcessTarget = string | WorkflowOutput | ExternalOutput

/** Settings of an arm of a join node. */
export interface JoinArmOptions {
  /** The states that count. Default `Success`. */
  readonly status?: JoinStatus | readonly JoinStatus[]
}

/** Settings of the condition of a do-while loop. */
export interface WhileOptions {
  /** Language of the code, such as `odps-sql`, `python2` or `shell-script`. */
  readonly language: string
  /** The data source that code in SQL runs on. */
  readonly datasource?: Pick<FlowDatasource, 'name' | 'type'>
}

/** Languages of an assignment node, as requests to the service write them. */
export type AssignmentLanguage = 'odps' | 'python2' | 'shell'
