import { workflow } from 'flowspec'
import { levels } from './helpers.ts'

export default workflow('daily').cron('00 02 00 * * ?').nodeList(levels(12))
