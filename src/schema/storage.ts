import { type ObjectSchema, S } from 'fluent-json-schema'

export const storageSchema: ObjectSchema = S.object()
  .description('Where files are kept.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier other entities refer to.'))
  .prop('type', S.string().enum(['oss', 'local', 'hdfs', 'maven']).description('Kind of storage.'))
  .prop('endpoint', S.string().description('Endpoint of an OSS bucket.'))
  .prop('bucket', S.string().description('OSS bucket.'))
  .prop('addresses', S.array().items(S.string()).description('Addresses of an HDFS.'))
  .prop('hdfsUser', S.string().description('User of an HDFS.'))
  .prop('root', S.string().description('Root folder of a local storage.'))
