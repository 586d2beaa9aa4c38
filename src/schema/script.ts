import { type ObjectSchema, S } from 'fluent-json-schema'
import { listOf } from './list-of.ts'
import { reference } from './reference.ts'

export const scriptSchema: ObjectSchema = S.object()
  .description('The code of a node or the path of a workflow.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier given by the service.'))
  .prop('path', S.string().description('Folder path that ends with the name of the entity.'))
  .prop('language', S.string().description('Language of the code, such as odps-sql.'))
  .prop('extension', S.string().description('File suffix of the code.'))
  .prop('runtime', reference('Runtime', 'The command that runs the code.'))
  .prop('content', S.string().description('The code as text; for JSON-based node types, JSON as text.'))
  .prop('parameters', listOf('Variable', 'Scheduling parameters of the code.'))
