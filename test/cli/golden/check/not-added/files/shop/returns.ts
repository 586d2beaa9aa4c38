import { fileResource, odpsSql, workflow } from 'flowspec'

export const returns = workflow('returns').cron('00 02 00 * * ?').nodes(odpsSql('ods_returns').code('select 1'))
export const jar = fileResource('returns.jar').file('returns.jar', { type: 'oss', endpoint: 'oss-cn-shanghai.aliyuncs.com', bucket: 'jars' })
