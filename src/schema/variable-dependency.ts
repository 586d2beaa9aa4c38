import { type ObjectSchema, S } from 'fluent-json-schema'
import { listOf } from './list-of.ts'

export const variableDependencySchema: ObjectSchema = S.object()
  .description('What one variable depends on, inside a PAI flow.')
  .additionalProperties(false)
  .prop('variableName', S.string().description('The variable that depends.'))
  .required()
  .prop('depends', listOf('VariableDepend', 'What it depends on.'))
