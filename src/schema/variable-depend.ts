import { type ObjectSchema, S } from 'fluent-json-schema'
import { dependTypes, sourceTypes } from './enumerations.ts'

export const variableDependSchema: ObjectSchema = S.object()
  .description('One dependency of a variable, inside a PAI flow.')
  .additionalProperties(false)
  .prop('variableName', S.string().description('The upstream variable.'))
  .prop('type', S.string().enum(dependTypes).description('Normal is the same cycle.'))
  .prop('nodeId', S.string().description('Identifier of the upstream node.'))
  .prop('output', S.string().description('Output of the upstream node.'))
  .prop('sourceType', S.string().enum(sourceTypes).description('Whether the system, a person or the code made it.'))
