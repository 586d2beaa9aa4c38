import { odpsSql, workflow } from 'flowspec'

const ods = odpsSql('ods').code('insert overwrite table ods_orders select * from raw.orders')
const dwd = odpsSql('dwd').code('insert overwrite table dwd_orders select * from ods_orders')
export const orders = workflow('orders').cron('00 30 02 * * ?').nodes(ods, dwd)
