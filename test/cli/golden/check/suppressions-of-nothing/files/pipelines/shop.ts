import { external, odpsSql, project, shell, workflow } from 'flowspec'

const load = odpsSql('load').code("select '${hiveconf}'")
const pack = shell('pack')
  .code('./pack.sh')
  .suppress('parameter/positional', 'the machine fills it in')
  .after(load, external('retail.raw'))

export const orders = workflow('orders')
  .cron('00 02 00 * * ?')
  .nodes(load, pack)
  .suppress('schedule/cron-short-interval', 'the source is small')

export default project('shop').add(orders)
