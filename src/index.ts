export type { AnyNode } from './builders/any-node.ts'
export { assignment } from './builders/assignment.ts'
export { branch } from './builders/branch.ts'
export type { BranchCase } from './builders/branch-case.ts'
export type { BuildOptions } from './builders/build-options.ts'
export type { CodeText } from './builders/code-text.ts'
export { combined } from './builders/combined.ts'
export type { DefaultsInput } from './builders/defaults-input.ts'
export type { Dependency, PreviousDependency } from './builders/dependency.ts'
export { doWhile } from './builders/do-while.ts'
export type { DurationLike } from './builders/duration-like.ts'
export {
  type ComponentBuilder,
  type ComponentParameterOptions,
  component,
  type DefaultedParameterOptions,
} from './builders/entities/component.ts'
export { componentSql } from './builders/entities/component-sql.ts'
export type { ComponentUse } from './builders/entities/component-use.ts'
export {
  type DataIntegration,
  dataIntegration,
  type ErrorLimit,
  type JobFields,
  type JobSpeed,
  type StepOptions,
} from './builders/entities/data-integration.ts'
export { type DataIntegrationJobBuilder, dataIntegrationJob } from './builders/entities/data-integration-job.ts'
export { type DatasourceBuilder, datasource } from './builders/entities/datasource.ts'
export { type DqcRuleBuilder, dqcRule } from './builders/entities/dqc-rule.ts'
export type { EngineEntity, EntityBuilder, ScriptedEntity } from './builders/entities/entity-builder.ts'
export type { EntityBuilders } from './builders/entities/entity-builders.ts'
export type { EntityKind } from './builders/entities/entity-kind.ts'
export { type FileResourceBuilder, type FileResourceType, fileResource } from './builders/entities/file-resource.ts'
export type { Named } from './builders/entities/name-only.ts'
export type { StorageInput } from './builders/entities/storage-input.ts'
export { type TableBuilder, table } from './builders/entities/table.ts'
export { type EmbeddedCodeType, type UdfBuilder, type UdfUsage, udf } from './builders/entities/udf.ts'
export { type ExternalOutput, external } from './builders/external.ts'
export { forEach } from './builders/for-each.ts'
export { fromSpec } from './builders/from-spec.ts'
export * from './builders/generated/node-factories.ts'
export { join } from './builders/join.ts'
export { manualWorkflow } from './builders/manual-workflow.ts'
export type { LiteralName, NeedOf, PreviousNeedOf } from './builders/need-of.ts'
export { node } from './builders/node.ts'
export type { NodeBuilder } from './builders/node-builder.ts'
export type { NodeFinder } from './builders/node-finder.ts'
export type {
  DatasourceOptions,
  LanguageOptions,
  OutputOptions,
  ParameterOptions,
  ResourceGroupOptions,
} from './builders/node-options.ts'
export { paiFlow } from './builders/pai-flow.ts'
export { paramHub } from './builders/param-hub.ts'
export { project } from './builders/project.ts'
export type {
  BuiltProject,
  GiveEnvironments,
  Project,
  ProjectBuildOptions,
  ProjectCheckOptions,
  ProjectDiagnostic,
  ProjectPart,
  ProjectPartMaker,
} from './builders/project-builder.ts'
export type {
  EnvironmentsInput,
  SameVariables,
  VariablesOf,
  VariableValue,
  Widened,
} from './builders/project-environments.ts'
export { type ProjectRoot, projectRoot } from './builders/project-root.ts'
export type { RuntimeInput } from './builders/runtime-input.ts'
export type { ScheduleInput } from './builders/schedule-input.ts'
export type { SpecBuilder, SpecPart } from './builders/spec-builder.ts'
export { standalone } from './builders/standalone.ts'
export type { StandaloneKind, StandaloneNode } from './builders/standalone-builder.ts'
export type { NodeStrategyInput, StrategyInput } from './builders/strategy-input.ts'
export type {
  AssignmentBuilder,
  BodySteps,
  BranchBuilder,
  CombinedBuilder,
  DoWhileBuilder,
  ForEachBuilder,
  JoinBuilder,
  LoopSteps,
  PaiFlowBuilder,
  ParamHubBuilder,
  StructureBuilders,
  StructureKind,
  StructureSteps,
  SubProcessBuilder,
} from './builders/structure-builders.ts'
export type {
  ArmOptions,
  AssignmentLanguage,
  JoinArmOptions,
  JoinStatus,
  JoinUpstream,
  SubProcessTarget,
  VariableOptions,
  WhileOptions,
} from './builders/structure-options.ts'
export { subProcess } from './builders/sub-process.ts'
export type { TableInput } from './builders/table.ts'
export type { TimeoutInput, TimeoutUnit } from './builders/timeout-input.ts'
export type { TriggerInput } from './builders/trigger-input.ts'
export { triggerWorkflow } from './builders/trigger-workflow.ts'
export type { VariableHandle } from './builders/variable-handle.ts'
export { type VariableOfOptions, variableOf } from './builders/variable-of.ts'
export { workflow } from './builders/workflow.ts'
export type { AnyWorkflow, Checked, ManualWorkflow, TriggerWorkflow, Workflow } from './builders/workflow-builder.ts'
export type { WorkflowKind } from './builders/workflow-kind.ts'
export type { WorkflowOutput } from './builders/workflow-output.ts'
export { workflowParameter } from './builders/workflow-parameter.ts'
export { workspaceParameter } from './builders/workspace-parameter.ts'
export type { CheckOptions, Suppression } from './check/check-options.ts'
export { checkSpec } from './check/check-spec.ts'
export type { ProjectDocuments } from './check/project-documents.ts'
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
