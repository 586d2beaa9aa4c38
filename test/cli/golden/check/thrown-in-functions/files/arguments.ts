import { workflow } from 'flowspec'
import { loads } from './helpers.ts'

const tables = ['orders', 'items']

export default workflow('daily')
  .cron('00 02 00 * * ?')
  .nodeList(loads(tables))
