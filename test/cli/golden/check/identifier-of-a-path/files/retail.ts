import { odpsSql, project, workflow } from 'flowspec'

const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))

export default project('9retail').environments({ dev: {} }).add(orders)
