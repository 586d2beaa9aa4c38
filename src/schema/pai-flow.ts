import { type ObjectSchema, S } from 'fluent-json-schema'
import { listOf } from './list-of.ts'

export const paiFlowSchema: ObjectSchema = S.object()
  .description('The inner flow of a PAI flow node.')
  .additionalProperties(false)
  .prop('nodes', listOf('Node', 'The nodes inside.'))
  .prop('flow', listOf('Dependency', 'Dependencies between the nodes inside.'))
