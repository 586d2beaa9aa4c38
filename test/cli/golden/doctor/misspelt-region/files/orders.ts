import { odpsSql, workflow } from 'flowspec'

export const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('load').code('select 1'))
