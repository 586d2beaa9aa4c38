import { type ObjectSchema, S } from 'fluent-json-schema'
import { listOf } from './list-of.ts'

export const containerSchema: ObjectSchema = S.object()
  .description('The container image a node runs in.')
  .additionalProperties(false)
  .prop('image', S.string().description('Address of the image.'))
  .prop('imageId', S.string().description('Identifier of an image of the workspace.'))
  .prop('command', S.array().items(S.string()).description('Command.'))
  .prop('args', S.array().items(S.string()).description('Arguments.'))
  .prop('env', listOf('EnvironmentVariable', 'Environment variables.'))
