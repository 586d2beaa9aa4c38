import { odpsSql, project, virtual, workflow } from 'flowspec'

const start = virtual('start')
const ods = odpsSql('ods_orders').code('select *\nfrom raw').after(start)
const orders = workflow('orders').path('retail/orders').cron('00 02 00 * * ?').nodes(start, ods)

export const shop = project('dw_project').add(orders)
