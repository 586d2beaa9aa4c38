import { workflow } from 'flowspec'

// @ts-expect-error The import is missing.
const first = virtual('first')

export const orders = workflow('orders').path('retail/orders').cron('00 30 02 * * ?').nodes(first)
