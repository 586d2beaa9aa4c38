import { type ObjectSchema, S } from 'fluent-json-schema'

export const datasourceSchema: ObjectSchema = S.object()
  .description('A data source of the workspace.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier other entities refer to.'))
  .prop('name', S.string().description('Name in the workspace.'))
  .required()
  .prop('type', S.string().description('Type, such as odps; the service may correct it.'))
  .prop('subType', S.string().description('Type within the type.'))
  .prop('config', S.string().description('Settings as JSON text.'))
