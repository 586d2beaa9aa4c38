import type { JSONSchema } from 'fluent-json-schema'
import { artifactsSchema } from './artifacts.ts'
import { assertionSchema } from './assertion.ts'
import { branchSchema } from './branch.ts'
import { branchArmSchema } from './branch-arm.ts'
import { calcEngineSchema } from './calc-engine.ts'
import { componentSchema } from './component.ts'
import { componentParameterSchema } from './component-parameter.ts'
import { containerSchema } from './container.ts'
import { dataIntegrationJobSchema } from './data-integration-job.ts'
import { datasetSchema } from './dataset.ts'
import { datasourceSchema } from './datasource.ts'
import { dependSchema } from './depend.ts'
import { dependencySchema } from './dependency.ts'
import { doWhileSchema } from './do-while.ts'
import { documentSchema } from './document.ts'
import { dqcRuleSchema } from './dqc-rule.ts'
import { environmentVariableSchema } from './environment-variable.ts'
import { fileResourceSchema } from './file-resource.ts'
import { forEachSchema } from './for-each.ts'
import { functionSchema } from './function.ts'
import { joinSchema } from './join.ts'
import { joinArmSchema } from './join-arm.ts'
import { joinLogicSchema } from './join-logic.ts'
import { nodeSchema } from './node.ts'
import { nodeOutputSchema } from './node-output.ts'
import { nodeReferenceSchema } from './node-reference.ts'
import { paiFlowSchema } from './pai-flow.ts'
import { paramHubSchema } from './param-hub.ts'
import { runtimeSchema } from './runtime.ts'
import { runtimeResourceSchema } from './runtime-resource.ts'
import { scriptSchema } from './script.ts'
import { specSchema } from './spec.ts'
import { storageSchema } from './storage.ts'
import { storedFileSchema } from './stored-file.ts'
import { strategySchema } from './strategy.ts'
import { subFlowSchema } from './sub-flow.ts'
import { tableSchema } from './table.ts'
import { triggerSchema } from './trigger.ts'
import { variableSchema } from './variable.ts'
import { variableDependSchema } from './variable-depend.ts'
import { variableDependencySchema } from './variable-dependency.ts'
import { workflowSchema } from './workflow.ts'

/** Every entity of the language by name. Entities refer to one another as `#/definitions/<name>`. */
export const entities: Readonly<Record<string, JSONSchema>> = {
  Document: documentSchema,
  Spec: specSchema,
  Workflow: workflowSchema,
  Node: nodeSchema,
  NodeReference: nodeReferenceSchema,
  Script: scriptSchema,
  Runtime: runtimeSchema,
  Trigger: triggerSchema,
  Strategy: strategySchema,
  Artifacts: artifactsSchema,
  NodeOutput: nodeOutputSchema,
  Table: tableSchema,
  Variable: variableSchema,
  Dependency: dependencySchema,
  Depend: dependSchema,
  Datasource: datasourceSchema,
  RuntimeResource: runtimeResourceSchema,
  Branch: branchSchema,
  BranchArm: branchArmSchema,
  Join: joinSchema,
  JoinArm: joinArmSchema,
  JoinLogic: joinLogicSchema,
  Assertion: assertionSchema,
  DoWhile: doWhileSchema,
  ForEach: forEachSchema,
  SubFlow: subFlowSchema,
  PaiFlow: paiFlowSchema,
  ParamHub: paramHubSchema,
  VariableDependency: variableDependencySchema,
  VariableDepend: variableDependSchema,
  FileResource: fileResourceSchema,
  StoredFile: storedFileSchema,
  Storage: storageSchema,
  Function: functionSchema,
  Component: componentSchema,
  ComponentParameter: componentParameterSchema,
  DqcRule: dqcRuleSchema,
  CalcEngine: calcEngineSchema,
  Dataset: datasetSchema,
  Container: containerSchema,
  EnvironmentVariable: environmentVariableSchema,
  DataIntegrationJob: dataIntegrationJobSchema,
}
