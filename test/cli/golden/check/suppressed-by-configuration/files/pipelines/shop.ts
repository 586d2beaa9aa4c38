import { odpsSql, project, shell, workflow } from 'flowspec'

const load = odpsSql('load').code("select '${hiveconf}'")
const pack = shell('pack').code('./pack.sh "$1"').after(load)
const send = shell('send').code('./send.sh "$1"').after(pack)

export const orders = workflow('orders').cron('00 02 00 * * ?').nodes(load, pack, send)

export default project('retail').add(orders)
