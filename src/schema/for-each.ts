import { type ObjectSchema, S } from 'fluent-json-schema'
import { reference } from './reference.ts'
import { withLoopFields } from './with-loop-fields.ts'

export const forEachSchema: ObjectSchema = withLoopFields(
  S.object().description('The body of a for-each loop.').additionalProperties(false),
).prop('array', reference('Variable', 'The list the loop goes through, in older documents.'))
