import { odpsSql, workflow } from 'flowspec'

export const returns = workflow('returns').cron('00 30 02 * * ?').nodes(odpsSql('ods_returns').code('select 1'))
