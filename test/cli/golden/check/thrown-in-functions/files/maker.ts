import { project, workflow } from 'flowspec'
import { dailyLoad } from './helpers.ts'

export default project('retail')
  .environments({ dev: { timeout: '{ "timeout": 3600 }' } })
  .add(({ timeout }) => workflow('daily').cron('00 02 00 * * ?').nodeList([dailyLoad('orders', timeout)]))
