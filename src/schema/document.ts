import { type ObjectSchema, S } from 'fluent-json-schema'
import { documentKinds } from './enumerations.ts'
import { freeMap } from './free-map.ts'
import { reference } from './reference.ts'

export const documentSchema: ObjectSchema = S.object()
  .description('A FlowSpec document: what DataWorks imports and exports.')
  .additionalProperties(false)
  .prop('kind', S.string().enum(documentKinds).description('What the document describes.'))
  .required()
  .prop('version', S.string().pattern('^\\d+\\.\\d+\\.\\d+$').description('Version of the language, such as 1.1.0.'))
  .required()
  .prop('metadata', freeMap('Free map; the service writes `uuid`, `tenantId` and `projectId` here.'))
  .prop('spec', reference('Spec', 'The body of the document.'))
  .required()
