import { type ObjectSchema, S } from 'fluent-json-schema'
import { listOf } from './list-of.ts'
import { reference } from './reference.ts'

export const joinSchema: ObjectSchema = S.object()
  .description('The arms a join node waits for, and how their states are combined.')
  .additionalProperties(false)
  .prop('branches', listOf('JoinArm', 'The arms.'))
  .prop('logic', reference('JoinLogic', 'How the arms are combined.'))
  .prop('resultStatus', S.string().description('State of the join node when the expression holds.'))
