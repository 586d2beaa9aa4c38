export type { BuildOptions } from './builders/build-options.ts'
export type { DefaultsInput } from './builders/defaults-input.ts'
export {
  type AnyNode,
  type Dependency,
  type ExternalOutput,
  external,
  type LiteralName,
  type NeedOf,
  type PreviousDependency,
  type PreviousNeedOf,
  type ProjectRoot,
  projectRoot,
} from './builders/dependency.ts'
export type { DurationLike } from './builders/duration-like.ts'
export * from './builders/generated/node-factories.ts'
export { manualWorkflow } from './builders/manual-workflow.ts'
export { node } from './builders/node.ts'
export type { NodeBuilder } from './builders/node-builder.ts'
export type {
  DatasourceOptions,
  OutputOptions,
  ParameterOptions,
  ResourceGroupOptions,
} from './builders/node-options.ts'
export type { NodeStrategyInput, StrategyInput } from './builders/strategy-input.ts'
export type { TimeoutInput, TimeoutUnit } from './builders/timeout-input.ts'
export type { TriggerInput } from './builders/trigger-input.ts'
export { workflow } from './builders/workflow.ts'
export type { AnyWorkflow, Checked, ManualWorkflow, Workflow } from './builders/workflow-builder.ts'
export type { WorkflowKind } from './builders/workflow-kind.ts'
export type { CheckOptions, Suppression } from './check/check-options.ts'
export { checkSpec } from './check/check-spec.ts'
export type { Diagnostic, Severity, SourcePlace, Subject } from './diagnostics/diagnostic.ts'
export { FlowSpecError, isFlowSpecError } from './diagnostics/flow-spec-error.ts'
export { formatDiagnostics } from './diagnostics/format-diagnostics.ts'
export { type BuiltInRuleName, type RuleName, ruleNames } from './diagnostics/rule-name.ts'
export { type ReadDocument, readSpec } from './document/read-spec.ts'
export { writeJson } from './document/write-json.ts'
export type * from './model/generated/types.ts'
export type { NodeType } from './model/node-type.ts'
