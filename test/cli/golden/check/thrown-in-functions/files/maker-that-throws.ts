import { project, workflow } from 'flowspec'
import { owned } from './helpers.ts'

export default project('retail')
  .environments({ dev: { owner: '1' } })
  .add(() => workflow('daily').cron('00 02 00 * * ?').nodeList([owned('orders', new Map())]))
