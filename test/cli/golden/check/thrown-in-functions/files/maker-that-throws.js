import { project, workflow } from 'flowspec'
import { owned } from './owned.js'

export default project('retail')
  .environments({ dev: { owner: '1' } })
  .add(() => workflow('daily').cron('00 02 00 * * ?').nodeList([owned('orders', new Map())]))
