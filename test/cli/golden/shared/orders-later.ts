import { odpsSql, project, virtual, workflow } from 'flowspec'

const start = virtual('start')
const ods = odpsSql('ods_orders').code('select id from raw').after(start)
const orders = workflow('orders').path('retail/orders').cron('00 02 00 * * ?').nodes(start, ods)
const report = odpsSql('report').code('select count(*) from ods_orders').after(orders.outputOf('ods_orders'))
const reports = workflow('reports').path('retail/reports').cron('00 30 00 * * ?').nodes(report)

export const shop = project('dw_project').add(orders, reports)
