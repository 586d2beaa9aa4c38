import { type ObjectSchema, S } from 'fluent-json-schema'
import { dependTypes, sourceTypes } from './enumerations.ts'

export const dependSchema: ObjectSchema = S.object()
  .description('One dependency: the same cycle of an upstream node, or the previous cycle of some node.')
  .additionalProperties(false)
  .prop(
    'type',
    S.string().enum(dependTypes).description('Normal is the same cycle; the others wait for the previous one.'),
  )
  .prop('nodeId', S.string().description('Identifier of the upstream node.'))
  .prop('output', S.string().description('Output string of the upstream node, equal character by character.'))
  .prop('refTableName', S.string().description('Readable name of the upstream node.'))
  .prop('sourceType', S.string().enum(sourceTypes).description('Whether the system, a person or the code made it.'))
