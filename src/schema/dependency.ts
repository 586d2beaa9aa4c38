import { type ObjectSchema, S } from 'fluent-json-schema'
import { listOf } from './list-of.ts'

export const dependencySchema: ObjectSchema = S.object()
  .description('What one node depends on.')
  .additionalProperties(false)
  .prop('nodeId', S.string().description('The node that depends, not the one it depends on.'))
  .required()
  .prop('depends', listOf('Depend', 'What it depends on.'))
  .prop('variableDepends', listOf('VariableDependency', 'What its variables depend on, inside a PAI flow.'))
