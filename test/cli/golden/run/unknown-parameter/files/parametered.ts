import { odpsSql, workflow } from 'flowspec'

export default workflow('orders')
  .cron('00 02 00 * * ?')
  .param('region', 'eu')
  .nodes(odpsSql('ods_orders').code('select 1'))
