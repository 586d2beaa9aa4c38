import { type ObjectSchema, S } from 'fluent-json-schema'

export const componentParameterSchema: ObjectSchema = S.object()
  .description('A parameter of a component.')
  .additionalProperties(false)
  .prop('name', S.string().description('Name, used as `@@{name}`.'))
  .required()
  .prop('type', S.string().description('Type, such as table or string.'))
  .prop('value', S.string().description('Value in the node that uses the component.'))
  .prop('args', S.string().description('Further arguments.'))
  .prop('defaultValue', S.string().description('Value when none is given.'))
  .prop('description', S.string().description('Free text.'))
