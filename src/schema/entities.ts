import type { JSONSchema } from 'fluent-json-schema'
import { artifactsSchema } from './artifacts.ts'
import { datasourceSchema } from './datasource.ts'
import { dependSchema } from './depend.ts'
import { dependencySchema } from './dependency.ts'
import { documentSchema } from './document.ts'
import { nodeSchema } from './node.ts'
import { nodeOutputSchema } from './node-output.ts'
import { nodeReferenceSchema } from './node-reference.ts'
import { runtimeSchema } from './runtime.ts'
import { runtimeResourceSchema } from './runtime-resource.ts'
import { scriptSchema } from './script.ts'
import { specSchema } from './spec.ts'
import { strategySchema } from './strategy.ts'
import { tableSchema } from './table.ts'
import { triggerSchema } from './trigger.ts'
import { variableSchema } from './variable.ts'
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
}
