import { type ObjectSchema, S } from 'fluent-json-schema'

export const environmentVariableSchema: ObjectSchema = S.object()
  .description('An environment variable of a container.')
  .additionalProperties(false)
  .prop('name', S.string().description('Name.'))
  .required()
  .prop('value', S.string().description('Value.'))
  .required()
