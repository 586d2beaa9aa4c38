import { type ObjectSchema, S } from 'fluent-json-schema'
import { reference } from './reference.ts'

export const dataIntegrationJobSchema: ObjectSchema = S.object()
  .description('A job of Data Integration.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier.'))
  .prop('name', S.string().description('Name.'))
  .required()
  .prop('owner', S.string().description('Account id of the owner.'))
  .prop('description', S.string().description('Free text.'))
  .prop('script', reference('Script', 'The job as JSON text.'))
