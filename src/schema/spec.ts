import { type ObjectSchema, S } from 'fluent-json-schema'
import { workflowTypes } from './enumerations.ts'
import { freeMap } from './free-map.ts'
import { listOf } from './list-of.ts'
import { reference } from './reference.ts'

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
