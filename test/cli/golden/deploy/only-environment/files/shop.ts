import { odpsSql, project, workflow } from 'flowspec'

export default project('dw_project')
  .environments({ dev: { database: 'shop_dev' }, prod: { database: 'shop' } })
  .add(({ database }) => {
    const ods = odpsSql('ods_orders').code(`select * from ${database}.raw`)
    return workflow('orders').path('retail/orders').cron('00 02 00 * * ?').nodes(ods)
  })
  .add(({ database }) =>
    workflow('reports')
      .path('retail/reports')
      .cron('00 30 00 * * ?')
      .nodes(odpsSql('report').code(`select count(*) from ${database}.ods_orders`)),
  )
