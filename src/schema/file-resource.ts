import { type ObjectSchema, S } from 'fluent-json-schema'
import { freeMap } from './free-map.ts'
import { reference } from './reference.ts'

export const fileResourceSchema: ObjectSchema = S.object()
  .description(
    'A file that code uses: Python, a jar, an archive or any file. Inside a node, its name alone refers to it.',
  )
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier other entities refer to.'))
  .prop('name', S.string().description('Name, unique in the workspace.'))
  .required()
  .prop('owner', S.string().description('Account id of the owner.'))
  .prop('description', S.string().description('Free text.'))
  .prop('type', S.string().enum(['python', 'jar', 'archive', 'file']).description('Kind of file.'))
  .prop('script', reference('Script', 'Path and command, such as ODPS_PYTHON.'))
  .prop('file', reference('StoredFile', 'Where the file is kept.'))
  .prop('datasource', reference('Datasource', 'The data source the resource belongs to.'))
  .prop('runtimeResource', reference('RuntimeResource', 'The resource group.'))
  .prop('metadata', freeMap('Free map; written by the service.'))
