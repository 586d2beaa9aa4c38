import { type ObjectSchema, S } from 'fluent-json-schema'
import { listOf } from './list-of.ts'

export const artifactsSchema: ObjectSchema = S.object()
  .description('What a node or workflow reads or offers.')
  .additionalProperties(false)
  .prop('nodeOutputs', listOf('NodeOutput', 'Outputs of nodes, the strings dependencies are made of.'))
  .prop('tables', listOf('Table', 'Tables.'))
  .prop('variables', listOf('Variable', 'Variables handed from node to node.'))
