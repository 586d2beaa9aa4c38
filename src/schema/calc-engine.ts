import { type ObjectSchema, S } from 'fluent-json-schema'
import { freeMap } from './free-map.ts'
import { reference } from './reference.ts'

export const calcEngineSchema: ObjectSchema = S.object()
  .description('A compute engine.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier other entities refer to.'))
  .prop('type', S.string().description('Label, such as MaxCompute.'))
  .prop('datasource', reference('Datasource', 'The data source of the engine.'))
  .prop('endpoint', S.string().description('Endpoint.'))
  .prop('database', S.string().description('Database or project.'))
  .prop('project', S.string().description('Project, as older documents spell the database.'))
  .prop('schema', S.string().description('Schema.'))
  .prop('version', freeMap('Version of the engine.'))
