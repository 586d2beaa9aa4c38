import { type ObjectSchema, S } from 'fluent-json-schema'
import { documentKinds, languageVersions, workflowTypes } from './enumerations.ts'
import { freeMap, listOf, reference } from './field-schemas.ts'

export const documentSchema: ObjectSchema = S.object()
  .description('A FlowSpec document: what DataWorks imports and exports.')
  .additionalProperties(false)
  .prop(
    'kind',
    S.string()
      .enum(documentKinds)
      .description(
        'What the document describes: CycleWorkflow is a scheduled workflow, ManualWorkflow one that is started by hand, TriggerWorkflow one that events start, Node a single node; Resource, Function, Component, Table and DataSource are what their names say.',
      ),
  )
  .required()
  .prop(
    'version',
    S.string()
      .pattern('^\\d+\\.\\d+\\.\\d+$')
      .examples(languageVersions)
      .description('Version of the language, such as 1.1.0.'),
  )
  .required()
  .prop('metadata', freeMap('Free map; the service writes `uuid`, `tenantId` and `projectId` here.'))
  .prop('spec', reference('Spec', 'The body of the document.'))
  .required()

export const specSchema: ObjectSchema = S.object()
  .description('The body of a document.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier given by the service; not needed to create.'))
  .prop('name', S.string().description('Name of the workflow the document describes.'))
  .prop('type', S.string().enum(workflowTypes).description('Type of the workflow.'))
  .prop('owner', S.string().description('Account id of the owner.'))
  .prop('description', S.string().description('Free text.'))
  .prop('strategy', reference('Strategy', 'How instances of a manual workflow run (version 1.x).'))
  .prop('variables', listOf('Variable', 'Variables other entities refer to by id.'))
  .prop('triggers', listOf('Trigger', 'Triggers other entities refer to by id.'))
  .prop('scripts', listOf('Script', 'Scripts other entities refer to by id.'))
  .prop('runtimeResources', listOf('RuntimeResource', 'Resource groups other entities refer to by id.'))
  .prop('datasources', listOf('Datasource', 'Data sources; the subject of a document of kind DataSource.'))
  .prop('fileResources', listOf('FileResource', 'Resources; the subject of a document of kind Resource.'))
  .prop('functions', listOf('Function', 'Functions; the subject of a document of kind Function.'))
  .prop('components', listOf('Component', 'Components; the subject of a document of kind Component.'))
  .prop('dqcRules', listOf('DqcRule', 'Data quality rules; the subject of a document of kind DataQuality.'))
  .prop('tables', listOf('Table', 'Tables; the subject of a document of kind Table.'))
  .prop(
    'dataIntegrationJobs',
    listOf('DataIntegrationJob', 'Jobs; the subject of a document of kind DataIntegrationJob.'),
  )
  .prop('artifacts', reference('Artifacts', 'Outputs, tables and variables other entities refer to by id.'))
  .prop('files', freeMap('Files by the kind of their storage, other entities refer to by id.'))
  .prop('workflows', listOf('Workflow', 'Workflows; the create and import operations read the first one only.'))
  .prop('nodes', listOf('Node', 'Nodes that stand outside a workflow.'))
  .prop('flow', listOf('Dependency', 'Dependencies between `nodes`, as version 1.x spells them.'))
  .prop('dependencies', listOf('Dependency', 'Dependencies between `nodes`, as version 2.0.0 spells them.'))

export const workflowSchema: ObjectSchema = S.object()
  .description('A workflow: nodes that share one trigger, and the dependencies between them.')
  .additionalProperties(false)
  .prop(
    'id',
    S.string().description(
      'Identifier; a 19-digit string when the service gave it. Import updates the workflow that has it.',
    ),
  )
  .prop('type', S.string().enum(workflowTypes).description('Type of the workflow.'))
  .prop('owner', S.string().description('Account id of the owner.'))
  .prop('description', S.string().description('Free text.'))
  .prop('script', reference('Script', 'Path of the workflow; its command is WORKFLOW.'))
  .required()
  .prop('trigger', reference('Trigger', 'When the workflow runs; its nodes follow it.'))
  .prop('strategy', reference('Strategy', 'How instances of the workflow run.'))
  .prop('name', S.string().description('Name, unique in the workspace; the last segment of `script.path`.'))
  .required()
  .prop('inputs', reference('Artifacts', 'What the workflow reads.'))
  .prop('outputs', reference('Artifacts', 'What the workflow offers to others.'))
  .prop(
    'nodes',
    listOf(
      'Node',
      'Nodes inside the workflow. CreateWorkflowDefinition ignores them, ImportWorkflowDefinition creates them.',
    ),
  )
  .prop('dependencies', listOf('Dependency', 'Dependencies of the nodes inside the workflow.'))
  .prop('citable', S.boolean().description('Whether a SUB_PROCESS node may run this workflow.'))
  .prop('metadata', freeMap('Free map; written by the service.'))
