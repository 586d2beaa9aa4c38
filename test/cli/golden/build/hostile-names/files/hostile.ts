import { odpsSql, workflow } from 'flowspec'

const names = ['../../escaped', 'orders', 'Orders', '日次', '\u001b[31mred', 'constructor', '']

/** Names that lead elsewhere, steer a terminal, or are the same for some file systems. */
export default names.map((name, at) =>
  workflow(name)
    .path('retail/orders')
    .cron('00 02 00 * * ?')
    .nodes(odpsSql(`ods_${at}`).code('select 1')).extra({ description: `${at}` }),
)
