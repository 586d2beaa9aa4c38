import { branch, odpsSql, project, shell, workflow } from 'flowspec'

const size = branch('size').arm('big', '1 > 0').arm('small', '1 < 0')
const pack = shell('pack').code('./pack.sh').after(size.case('big'))
const orders = workflow('orders').cron('00 00 02 * * ?').nodes(size, pack)

export default project('retail').add(
  orders,
  workflow('reports').cron('00 00 03 * * ?').nodes(odpsSql('report').code('select 1')),
)
