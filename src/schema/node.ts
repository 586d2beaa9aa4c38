import { type ObjectSchema, S } from 'fluent-json-schema'
import { recurrences } from './enumerations.ts'
import { freeMap } from './free-map.ts'
import { listOf } from './list-of.ts'
import { reference } from './reference.ts'
import { withRunFields } from './with-run-fields.ts'

export const nodeSchema: ObjectSchema = withRunFields(
  S.object()
    .description('A node: one task of a workflow.')
    .additionalProperties(false)
    .prop('id', S.string().description('Identifier that dependencies use; a 19-digit string when the service gave it.'))
    .prop('name', S.string().description('Name, unique in the workspace; the last segment of `script.path`.'))
    .required()
    .prop('owner', S.string().description('Account id of the owner.'))
    .prop('description', S.string().description('Free text.'))
    .prop('script', reference('Script', 'The code, its language and its command.'))
    .prop('trigger', reference('Trigger', 'When the node runs; a node inside a workflow follows the workflow instead.'))
    .prop(
      'recurrence',
      S.string()
        .enum(recurrences)
        .description('Normal runs; Skip succeeds without running; Pause fails and blocks what comes after.'),
    ),
)
  .prop('autoParse', S.boolean().description('Whether the service derives dependencies from the SQL.'))
  .prop('datasource', reference('Datasource', 'The data source the code runs on.'))
  .prop('datasets', listOf('Dataset', 'Datasets that are mounted where the node runs.'))
  .prop('runtimeResource', reference('RuntimeResource', 'The resource group the node runs on.'))
  .prop('fileResources', listOf('FileResource', 'Resources the code uses.'))
  .prop('functions', listOf('Function', 'Functions the code uses.'))
  .prop('strategy', reference('Strategy', 'Settings that override those of the workflow.'))
  .prop('inputs', reference('Artifacts', 'What the node reads.'))
  .prop('outputs', reference('Artifacts', 'What the node offers to others.'))
  .prop(
    'reference',
    reference('NodeReference', 'An existing node outside the document; the other fields are then left out.'),
  )
  .prop('branch', reference('Branch', 'Conditions of a CONTROLLER_BRANCH node.'))
  .prop('join', reference('Join', 'Arms of a CONTROLLER_JOIN node.'))
  .prop('do-while', reference('DoWhile', 'Body of a CONTROLLER_CYCLE node.'))
  .prop('for-each', reference('ForEach', 'Body of a CONTROLLER_TRAVERSE node.'))
  .prop('combined', reference('SubFlow', 'Body of a COMBINED_NODE node.'))
  .prop('subflow', reference('SubFlow', 'What a SUB_PROCESS node runs.'))
  .prop('paiflow', reference('PaiFlow', 'Body of a PAI_FLOW node.'))
  .prop('param-hub', reference('ParamHub', 'Variables of a PARAM_HUB node.'))
  .prop('component', reference('Component', 'The component a COMPONENT_SQL node uses.'))
  .prop('metadata', freeMap('Free map; written by the service.'))
