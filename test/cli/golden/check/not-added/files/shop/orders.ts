import { odpsSql, workflow } from 'flowspec'

export const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods_orders').code('select 1'))
