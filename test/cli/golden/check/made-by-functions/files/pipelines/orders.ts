import { workflow } from 'flowspec'
import { dailyLoad, loads } from './helpers.ts'

const tables: readonly string[] = ['items']
const orders = dailyLoad('orders')

export default workflow('daily')
  .cron('00 02 00 * * ?')
  .nodeList([orders, ...loads(tables)])
