import { odpsSql, project, workflow } from 'flowspec'

const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods_orders').code('select ${day}'))

export default project('dw_project').add(orders)
