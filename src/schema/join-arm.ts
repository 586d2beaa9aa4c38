import { type ObjectSchema, S } from 'fluent-json-schema'
import { reference } from './reference.ts'

export const joinArmSchema: ObjectSchema = S.object()
  .description('One arm of a join node.')
  .additionalProperties(false)
  .prop('name', S.string().description('What the expression calls the arm.'))
  .prop('nodeId', S.string().description('Identifier of the upstream node.'))
  .prop('output', reference('NodeOutput', 'Output of the upstream node.'))
  .prop('assertion', reference('Assertion', 'Which states of the upstream node count.'))
  .required()
