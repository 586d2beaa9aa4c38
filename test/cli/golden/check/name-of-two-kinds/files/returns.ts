import { odpsSql, workflow } from 'flowspec'

export default workflow('returns').cron('00 02 00 * * ?').nodes(odpsSql('load_returns').code('select 1'))
