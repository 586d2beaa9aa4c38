import { virtual, workflow } from 'flowspec'

export const orders = workflow('orders').path('retail/orders').cron('00 30 02 * * ?').nodes(virtual('start'))
