import { type ObjectSchema, S } from 'fluent-json-schema'

export const assertionSchema: ObjectSchema = S.object()
  .description('Which values of a field count.')
  .additionalProperties(false)
  .prop('field', S.string().description('Always status.'))
  .required()
  .prop(
    'in',
    S.array()
      .items(S.string())
      .description('State codes as text: "1" is success and "2" is not run; sources disagree on failure.'),
  )
  .required()
