import { type ObjectSchema, S } from 'fluent-json-schema'
import { sourceTypes } from './enumerations.ts'

export const nodeOutputSchema: ObjectSchema = S.object()
  .description('An output of a node: a string, unique in the workspace, that other nodes depend on.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier other entities refer to.'))
  .prop('nodeId', S.string().description('Node that has the output, where the string itself is not given.'))
  .prop('data', S.string().description('The output string, such as project.node.'))
  .prop('artifactType', S.string().enum(['NodeOutput']).description('Always NodeOutput.'))
  .prop('sourceType', S.string().enum(sourceTypes).description('Whether the system, a person or the code made it.'))
  .prop('refTableName', S.string().description('Readable name: the node or the table it stands for.'))
  .prop('isDefault', S.boolean().description('Whether the service made the output itself.'))
