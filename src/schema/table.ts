import { type ObjectSchema, S } from 'fluent-json-schema'
import { sourceTypes } from './enumerations.ts'
import { reference } from './reference.ts'

export const tableSchema: ObjectSchema = S.object()
  .description('A table a node reads or writes.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier other entities refer to.'))
  .prop('artifactType', S.string().enum(['Table']).description('Always Table.'))
  .prop('sourceType', S.string().enum(sourceTypes).description('Whether the system, a person or the code made it.'))
  .prop('guid', S.string().description('Full name, such as odps.project.table.'))
  .required()
  .prop('name', S.string().description('Short name.'))
  .prop('ddl', S.string().description('Statement that makes the table.'))
  .prop('hasPartition', S.boolean().description('Whether the table has partitions.'))
  .prop('isVisible', S.boolean().description('Whether the console shows the table.'))
  .prop('calcEngine', reference('CalcEngine', 'Engine that holds the table.'))
  .prop('engineType', S.string().description('Engine type in the data catalogue.'))
  .prop('entityType', S.string().description('Entity type in the data catalogue.'))
  .prop('logicTableUuid', S.string().description('Identifier of the logical table in the data catalogue.'))
