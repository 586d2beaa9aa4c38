import { type ObjectSchema, S } from 'fluent-json-schema'

export const nodeReferenceSchema: ObjectSchema = S.object()
  .description('Names an existing node outside the document.')
  .additionalProperties(false)
  .prop('output', S.string().description('An output of that node.'))
  .required()
