import { odpsSql, workflow } from 'flowspec'

const late = odpsSql('late').code('select 1').strategy({ priority: 9 })
const unknown = odpsSql('unknown').code('select ${day}')

export default workflow('orders').cron('00 02 00 * * ?').nodes(late, unknown)
