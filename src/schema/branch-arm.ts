import { type ObjectSchema, S } from 'fluent-json-schema'
import { variableTypes } from './enumerations.ts'
import { reference } from './reference.ts'

export const branchArmSchema: ObjectSchema = S.object()
  .description('One condition of a branch node, and the output that what comes after it depends on.')
  .additionalProperties(false)
  .prop('when', S.string().description('Python expression after `${name}` is filled in; quote texts.'))
  .required()
  .prop('desc', S.string().description('Free text.'))
  .prop('output', reference('NodeOutput', 'The output of this condition; also listed in the outputs of the node.'))
  .required()
  .prop('valueType', S.string().enum(variableTypes).description('How the compared value comes about.'))
  .prop('fromVariable', S.string().description('The variable the condition looks at.'))
