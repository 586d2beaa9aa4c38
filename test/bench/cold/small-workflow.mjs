// The main job: one workflow is built, checked and written.
import { odpsSql, virtual, workflow, writeJson } from 'flowspec'

const start = virtual('start')
const load = odpsSql('ods_orders').code('select 1').param('bizdate', '$[yyyymmdd-1]').after(start)
const orders = workflow('orders').cron('00 02 00 * * ?').nodes(start, load)
process.stdout.write(writeJson(orders.build()))
