import { type ObjectSchema, S } from 'fluent-json-schema'
import { freeMap } from './free-map.ts'
import { listOf } from './list-of.ts'
import { reference } from './reference.ts'

export const componentSchema: ObjectSchema = S.object()
  .description('A SQL component: SQL with parameters `@@{name}`, or its use in a node.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier.'))
  .prop('name', S.string().description('Name, unique in the workspace.'))
  .required()
  .prop('owner', S.string().description('Account id of the owner.'))
  .prop('description', S.string().description('Free text.'))
  .prop('script', reference('Script', 'The SQL; its command is SQL_COMPONENT.'))
  .prop('inputs', listOf('ComponentParameter', 'Parameters that go in.'))
  .prop('outputs', listOf('ComponentParameter', 'Parameters that come out.'))
  .prop('metadata', freeMap('Free map; the version of the component a node uses stands here.'))
