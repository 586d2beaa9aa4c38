import { type ObjectSchema, S } from 'fluent-json-schema'
import { recurrences } from './enumerations.ts'
import { freeMap } from './free-map.ts'
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
  .prop('runtimeResource', reference('RuntimeResource', 'The resource group the node runs on.'))
  .prop('strategy', reference('Strategy', 'Settings that override those of the workflow.'))
  .prop('inputs', reference('Artifacts', 'What the node reads.'))
  .prop('outputs', reference('Artifacts', 'What the node offers to others.'))
  .prop(
    'reference',
    reference('NodeReference', 'An existing node outside the document; the other fields are then left out.'),
  )
  .prop('metadata', freeMap('Free map; written by the service.'))
