import { type ObjectSchema, S } from 'fluent-json-schema'
import { reference } from './reference.ts'

export const storedFileSchema: ObjectSchema = S.object()
  .description('A file in a storage.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier other entities refer to.'))
  .prop('path', S.string().description('Path in the storage.'))
  .prop('extension', S.string().description('File suffix.'))
  .prop('storage', reference('Storage', 'The storage.'))
