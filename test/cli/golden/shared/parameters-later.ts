import { odpsSql, workflow } from 'flowspec'

const orders = odpsSql('ods_orders').code('select * from raw').param('a', '1').param('c', '2')

export default workflow('orders').cron('00 02 00 * * ?').param('region', 'eu').nodes(orders)
