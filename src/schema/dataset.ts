import { type ObjectSchema, S } from 'fluent-json-schema'

export const datasetSchema: ObjectSchema = S.object()
  .description('A dataset that is mounted where a node runs.')
  .additionalProperties(false)
  .prop('identifier', S.string().description('Identifier of the dataset.'))
  .required()
  .prop('version', S.integer().description('Version of the dataset.'))
  .required()
  .prop('mountPath', S.string().description('Where it is mounted.'))
  .required()
  .prop('readOnly', S.boolean().description('Whether it can only be read.'))
  .prop('extOptions', S.string().description('Further options.'))
