import { workflow } from 'flowspec'
import { owned } from './owned.js'

const load = owned('orders', new Map())

export default workflow('daily').cron('00 02 00 * * ?').nodeList([load])
