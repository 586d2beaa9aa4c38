import { odpsSql, virtual, workflow } from 'flowspec'

const start = virtual('start')
const ods = odpsSql('ods_orders').code("select * from raw where ds = '${bizdate}'").param('bizdate', '$bizdate').after(start)

export default workflow('orders').path('retail/orders').cron('00 02 00 * * ?').nodes(start, ods)
