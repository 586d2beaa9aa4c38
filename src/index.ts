export type { BuildOptions, EdgeForm } from './builders/build/context.ts'
export type { ExtraArguments } from './builders/build/extra-fields.ts'
export {
  type ComponentBuilder,
  type ComponentParameterOptions,
  type ComponentUse,
  component,
  type DefaultedParameterOptions,
} from './builders/entities/component.ts'
export {
  type DataIntegration,
  type DataIntegrationJobBuilder,
  dataIntegration,
  dataIntegrationJob,
  type ErrorLimit,
  type JobFields,
  type JobSpeed,
  type StepOptions,
} from './builders/entities/data-integration.ts'
export { type DatasourceBuilder, datasource } from './builders/entities/datasource.ts'
export { type DqcRuleBuilder, dqcRule } from './builders/entities/dqc-rule.ts'
export type { EngineEntity, EntityBuilder, Named, ScriptedEntity } from './builders/entities/entity.ts'
export {
  type FileResourceBuilder,
  type FileResourceType,
  fileResource,
  type StorageInput,
} from './builders/entities/file-resource.ts'
export { type TableBuilder, table } from './builders/entities/table.ts'
export { type EmbeddedCodeType, type UdfBuilder, type UdfUsage, udf } from './builders/entities/udf.ts'
export * from './builders/generated/node-factories.ts'
export { fromSpec } from './builders/imported/from-spec.ts'
export type { EntityBuilders } from './builders/imported/imported-entities.ts'
export type { SpecBuilder, SpecPart } from './builders/imported/spec-builder.ts'
export type { Checked, Misplaced, NameOf } from './builders/node/checked-nodes.ts'
export { componentSql } from './builders/node/component-sql.ts'
export type { DatasourcesByType, DefaultsInput } from './builders/node/defaults.ts'
export type {
  AnyNode,
  Dependency,
  LiteralName,
  NeedOf,
  NodeBuilder,
  PreviousDependency,
  PreviousNeedOf,
} from './builders/node/node-builder.ts'
export type {
  CodeText,
  DatasourceOptions,
  FieldsOf,
  LanguageOptions,
  NodeFields,
  OutputOptions,
  ParameterOptions,
  ResourceGroupOptions,
  RuntimeInput,
  VariableOptions,
  WorkflowFields,
} from './builders/node/node-options.ts'
export { workflowParameter, workspaceParameter } from './builders/node/parameter.ts'
export { type VariableOfOptions, variableOf } from './builders/node/provided-variables.ts'
export { node } from './builders/node/start-node.ts'
export type {
  DurationLike,
  NodeStrategyInput,
  StrategyInput,
  TimeoutInput,
  TimeoutUnit,
} from './builders/node/strategy.ts'
export type { TableInput } from './builders/node/table-input.ts'
export type { ScheduleInput, TriggerInput } from './builders/node/trigger.ts'
export {
  type BranchCase,
  dependency,
  type ExternalOutput,
  external,
  type ProjectRoot,
  projectRoot,
  type WorkflowOutput,
  type WrittenDependency,
} from './builders/node/upstream.ts'
export type { VariableHandle } from './builders/node/variable-handle.ts'
export {
  type GiveEnvironments,
  type Project,
  type ProjectBuildOptions,
  type ProjectCheckOptions,
  type ProjectPart,
  type ProjectPartMaker,
  project,
} from './builders/project/project.ts'
export type { BuiltProject } from './builders/project/project-documents.ts'
export type {
  EnvironmentsInput,
  SameVariables,
  VariablesOf,
  VariableValue,
  Widened,
} from './builders/project/project-environments.ts'
export { assignment } from './builders/structures/assignment.ts'
export { branch } from './builders/structures/branch.ts'
export { combined, paiFlow } from './builders/structures/inner-flows.ts'
export { join } from './builders/structures/join.ts'
export { doWhile, forEach } from './builders/structures/loops.ts'
export { paramHub } from './builders/structures/param-hub.ts'
export type {
  AssignmentBuilder,
  BodySteps,
  BranchBuilder,
  CombinedBuilder,
  DoWhileBuilder,
  ForEachBuilder,
  JoinBuilder,
  LoopSteps,
  NodeFinder,
  PaiFlowBuilder,
  ParamHubBuilder,
  StructureBuilders,
  StructureKind,
  StructureSteps,
  SubProcessBuilder,
} from './builders/structures/structure-builders.ts'
export type {
  ArmOptions,
  AssignmentLanguage,
  JoinArmOptions,
  JoinStatus,
  JoinUpstream,
  SubProcessTarget,
  WhileOptions,
} from './builders/structures/structure-options.ts'
export { subProcess } from './builders/structures/sub-process.ts'
export { type VerbatimDocument, type VerbatimOptions, verbatim } from './builders/verbatim/verbatim-document.ts'
export { type StandaloneKind, type StandaloneNode, standalone } from './builders/workflow/standalone.ts'
export { manualWorkflow, triggerWorkflow, workflow } from './builders/workflow/start-workflow.ts'
export type {
  AnyWorkflow,
  ManualWorkflow,
  OfAnyKind,
  PreviousWorkflowDependency,
  ReadWorkflow,
  TriggerWorkflow,
  Workflow,
  WorkflowDependency,
  WorkflowKind,
} from './builders/workflow/workflow-builder.ts'
export type { CheckOptions, Suppression } from './check/check-options.ts'
export { checkProject, type ProjectCheckSettings } from './check/check-project.ts'
export { checkSpec } from './check/check-spec.ts'
export type { ProjectDiagnostic } from './check/project/project-diagnostic.ts'
export type { ProjectDocuments } from './check/project/project-index.ts'
export type { CallPlace, Diagnostic, Severity, SourcePlace, Subject, TextPlace } from './diagnostics/diagnostic.ts'
export type { ExactNumber } from './diagnostics/exact-number.ts'
export { FlowSpecError, formatDiagnostics, isFlowSpecError } from './diagnostics/flow-spec-error.ts'
export { ruleNames } from './diagnostics/generated/rule-names.ts'
export { describePlace } from './diagnostics/place.ts'
export type { BuiltInRuleName, RuleName } from './diagnostics/rule-names.ts'
export type { ConvertedSpec, NotCarried } from './document/convert/conversion.ts'
export { convertSpec, type TargetVersion } from './document/convert/convert-spec.ts'
export { exactNumber } from './document/json/number-text.ts'
export { type ReadDocument, readSpec } from './document/read-spec.ts'
export { writeJson } from './document/write-json.ts'
export type { EntityKind } from './language/entity-kinds.ts'
export type { NodeCommand } from './language/generated/node-types.ts'
export type * from './language/generated/types.ts'
export type { NodeType } from './language/node-type.ts'
