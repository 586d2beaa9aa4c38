import { type ObjectSchema, S } from 'fluent-json-schema'
import { workflowTypes } from './enumerations.ts'
import { freeMap } from './free-map.ts'
import { listOf } from './list-of.ts'
import { reference } from './reference.ts'

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
