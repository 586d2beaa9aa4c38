import { type ObjectSchema, S } from 'fluent-json-schema'
import { sourceTypes, variableScopes, variableTypes } from './enumerations.ts'
import { reference } from './reference.ts'

export const variableSchema: ObjectSchema = S.object()
  .description('A scheduling parameter of a script, or a variable handed from node to node.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier other entities refer to.'))
  .prop('artifactType', S.string().enum(['Variable']).description('Always Variable.'))
  .prop('sourceType', S.string().enum(sourceTypes).description('Whether the system, a person or the code made it.'))
  .prop('name', S.string().description('Name the code uses; shell scripts use 1, 2, ….'))
  .required()
  .prop('inputName', S.string().description('Name inside the node that reads it.'))
  .prop('scope', S.string().enum(variableScopes).description('Where the variable is known.'))
  .required()
  .prop('type', S.string().enum(variableTypes).description('How the value comes about; System is a time expression.'))
  .required()
  .prop('value', S.string().description('The value or expression, always text.'))
  .prop('description', S.string().description('Free text.'))
  .prop('node', reference('Depend', 'The node that offers the variable.'))
  .prop('referenceVariable', reference('Variable', 'The upstream variable this one takes its value from.'))
