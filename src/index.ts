export type { AnyNode } from './builders/any-node.ts'
export { assignment } from './builders/assignment.ts'
export { branch } from './builders/branch.ts'
export type { BranchCase } from './builders/branch-case.ts'
export type { BuildOptions } from './builders/build-options.ts'
export type { DefaultsInput } from './builders/defaults-input.ts'
export type { Dependency, PreviousDependency } from './builders/dependency.ts'
export { doWhile } from './builders/do-while.ts'
export type { DurationLike } from './builders/duration-like.ts'
export { type ExternalOutput, external } from './builders/external.ts'
export { forEach } from './builders/for-each.ts'
export * from './builders/generated/node-factories.ts'
export { join } from './builders/join.ts'
export { manualWorkflow } from './builders/manual-workflow.ts'
export type { LiteralName, NeedOf, PreviousNeedOf } from './builders/need-of.ts'
export { node } from './builders/node.ts'
export type { NodeBuilder } from './builders/node-builder.ts'
export type {
  DatasourceOptions,
  OutputOptions,
  ParameterOptions,
  ResourceGroupOptions,
} from './builders/node-options.ts'
export { paramHub } from './builders/param-hub.ts'
export { type ProjectRoot, projectRoot } from './builders/project-root.ts'
export type { ScheduleInput } from './builders/schedule-input.ts'
export type { NodeStrategyInput, StrategyInput } from './builders/strategy-input.ts'
export type {
  AssignmentBuilder,
  BranchBuilder,
  DoWhileBuilder,
  ForEachBuilder,
  JoinBuilder,
  LoopSteps,
  ParamHubBuilder,
  StructureSteps,
  SubProcessBuilder,
} from './builders/structure-builders.ts'
export type {
  ArmOptions,
  AssignmentLanguage,
  HubVariableOptions,
  JoinArmOptions,
  JoinStatus,
  JoinUpstream,
  WhileOptions,
} from './builders/structure-options.ts'
export { subProcess } from './builders/sub-process.ts'
export type { TimeoutInput, TimeoutUnit } from './builders/timeout-input.ts'
export type { TriggerInput } from './builders/trigger-input.ts'
export type { VariableHandle } from './builders/variable-handle.ts'
export { workflow } from './builders/workflow.ts'
export type { AnyWorkflow, Checked, ManualWorkflow, Workflow } from './builders/workflow-builder.ts'
export type { WorkflowKind } from './builders/workflow-kind.ts'
export type { CheckOptions, Suppression } from './check/check-options.ts'
export { checkSpec } from './check/check-spec.ts'
export { convertSpec, type TargetVersion } from './convert/convert-spec.ts'
export type { ConvertedSpec, NotCarried } from './convert/converted-spec.ts'
export type { Diagnostic, Severity, SourcePlace, Subject } from './diagnostics/diagnostic.ts'
export { FlowSpecError, isFlowSpecError } from './diagnostics/flow-spec-error.ts'
export { formatDiagnostics } from './diagnostics/format-diagnostics.ts'
export { type BuiltInRuleName, type RuleName, ruleNames } from './diagnostics/rule-name.ts'
export { type ReadDocument, readSpec } from './document/read-spec.ts'
export { writeJson } from './document/write-json.ts'
export type * from './model/generated/types.ts'
export type { NodeType } from './model/node-type.ts'
