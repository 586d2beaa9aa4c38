import { type ObjectSchema, S } from 'fluent-json-schema'
import { listOf } from './list-of.ts'

export const paramHubSchema: ObjectSchema = S.object()
  .description('The variables a parameter node offers.')
  .additionalProperties(false)
  .prop('variables', listOf('Variable', 'The variables; also listed in the outputs of the node.'))
