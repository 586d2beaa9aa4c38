import { type ObjectSchema, S } from 'fluent-json-schema'

export const joinLogicSchema: ObjectSchema = S.object()
  .description('How the arms of a join node are combined.')
  .additionalProperties(false)
  .prop('expression', S.string().description('Names of arms, joined by and and or.'))
  .required()
