import { odpsSql, workflow } from 'flowspec'

const load = odpsSql('load').code('insert overwrite table sales select 1')
const report = odpsSql('report').code('select * from sales')

export default workflow('sales').path('retail/sales').cron('00 30 09 * * ?').nodes(load, report)
