import { type ObjectSchema, S } from 'fluent-json-schema'
import { reference } from './reference.ts'
import { withLoopFields } from './with-loop-fields.ts'

export const doWhileSchema: ObjectSchema = withLoopFields(
  S.object().description('The body of a do-while loop.').additionalProperties(false),
).prop('while', reference('Node', 'The end node, whose script decides whether the loop goes on.'))
