import { odpsSql, project, workflow } from 'flowspec'

const orders = odpsSql('ods_orders')
  .code("select '${hiveconf}'")
  .suppress('parameter/undeclared', 'the engine fills this name in, not the scheduler')

export default project('retail').add(workflow('orders').cron('00 02 00 * * ?').nodes(orders))
