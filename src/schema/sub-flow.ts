import { type ObjectSchema, S } from 'fluent-json-schema'
import { workflowTypes } from './enumerations.ts'
import { freeMap } from './free-map.ts'
import { listOf } from './list-of.ts'
import { reference } from './reference.ts'

export const subFlowSchema: ObjectSchema = S.object()
  .description('A flow inside a node: the nodes themselves, or the id or output of a workflow that may be cited.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier of the cited workflow.'))
  .prop('output', S.string().description('Output of the cited workflow.'))
  .prop('name', S.string().description('Name.'))
  .prop('type', S.string().enum(workflowTypes).description('Type of the workflow.'))
  .prop('owner', S.string().description('Account id of the owner.'))
  .prop('description', S.string().description('Free text.'))
  .prop('script', reference('Script', 'Path and command.'))
  .prop('trigger', reference('Trigger', 'When it runs.'))
  .prop('strategy', reference('Strategy', 'How instances run.'))
  .prop('inputs', reference('Artifacts', 'What it reads.'))
  .prop('outputs', reference('Artifacts', 'What it offers to others.'))
  .prop('nodes', listOf('Node', 'The nodes inside.'))
  .prop('dependencies', listOf('Dependency', 'Dependencies between the nodes inside.'))
  .prop('flow', listOf('Dependency', 'Dependencies between the nodes inside, as older documents spell them.'))
  .prop('metadata', freeMap('Free map; written by the service.'))
