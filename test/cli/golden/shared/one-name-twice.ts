import { odpsSql, workflow } from 'flowspec'

const first = odpsSql('ods').code('select 1')
const second = odpsSql('ods').code('select 2').after(first)

export default workflow('orders').cron('00 02 00 * * ?').nodes(first, second)
