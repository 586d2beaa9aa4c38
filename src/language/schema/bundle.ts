import type { JSONSchema } from 'fluent-json-schema'
import { documentSchema, specSchema, workflowSchema } from './documents.ts'
import {
  artifactsSchema,
  dependencySchema,
  dependSchema,
  nodeOutputSchema,
  tableSchema,
  variableDependencySchema,
  variableDependSchema,
  variableSchema,
} from './flows.ts'
import {
  componentParameterSchema,
  componentSchema,
  containerSchema,
  datasetSchema,
  datasourceSchema,
  environmentVariableSchema,
  nodeReferenceSchema,
  nodeSchema,
  runtimeResourceSchema,
  runtimeSchema,
  scriptSchema,
} from './nodes.ts'
import {
  calcEngineSchema,
  dataIntegrationJobSchema,
  dqcRuleSchema,
  fileResourceSchema,
  functionSchema,
  storageSchema,
  storedFileSchema,
} from './resources.ts'
import { strategySchema } from './strategies.ts'
import {
  assertionSchema,
  branchArmSchema,
  branchSchema,
  doWhileSchema,
  forEachSchema,
  joinArmSchema,
  joinLogicSchema,
  joinSchema,
  paiFlowSchema,
  paramHubSchema,
  subFlowSchema,
} from './structures.ts'
import { triggerSchema } from './triggers.ts'

/** The language as one schema: a root that is a document, and one definition an entity. */
export interface SchemaBundle {
  readonly $schema: string
  readonly title: string
  readonly description: string
  readonly allOf: readonly object[]
  readonly definitions: Readonly<Record<string, object>>
}

/** A copy without `$schema`, which fluent-json-schema writes into every schema and only the outermost may have. */
function inner(schema: JSONSchema): object {
  // Fluent schemas give parts of themselves, which must stay what they are.
  const { $schema: _, ...rest } = structuredClone(Object(schema.valueOf()))
  return rest
}

/**
 * The whole language as one JSON Schema (draft-07), for editors and other tools. The same file is
 * `flowspec/schema.json`.
 *
 * @example
 * ```ts
 * import { schemaBundle } from 'flowspec/schema'
 *
 * process.stdout.write(JSON.stringify(schemaBundle()))
 * ```
 */
export function schemaBundle(): SchemaBundle {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'FlowSpec',
    description: 'A DataWorks FlowSpec document in its canonical spelling.',
    allOf: [{ $ref: '#/definitions/Document' }],
    definitions: Object.fromEntries(Object.entries(entities).map(([name, schema]) => [name, inner(schema)])),
  }
}

/**
 * Every entity of the language by name. Entities refer to one another as `#/definitions/<name>`.
 *
 * @example
 * ```ts
 * import { entities } from 'flowspec/schema'
 *
 * // The names of what a document can hold: Document, Spec, Workflow, Node, …
 * process.stdout.write(`${Object.keys(entities).join(', ')}\n`)
 * ```
 */
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
