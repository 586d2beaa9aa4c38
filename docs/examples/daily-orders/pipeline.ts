import { di, external, odpsSql, virtual, type Workflow, workflow } from 'flowspec'

const file = (path: string): URL => new URL(path, import.meta.url)

const start = virtual('start')

const syncOrders = di('sync_orders')
  .codeFile(file('sync/orders.json'))
  .param('bizdate', '$[yyyymmdd-1]')
  .param('bizdate_dashed', '$[yyyy-mm-dd-1]')
  .writes('odps.retail.src_orders')
  .after(start)

const ods = odpsSql('ods_orders')
  .codeFile(file('sql/ods_orders.sql'))
  .param('bizdate', '$[yyyymmdd-1]')
  .reads('odps.retail.src_orders')
  .writes('odps.retail.ods_orders')
  .after(syncOrders)

const dwd = odpsSql('dwd_orders')
  .codeFile(file('sql/dwd_orders.sql'))
  .param('bizdate', '$[yyyymmdd-1]')
  .reads('odps.retail.ods_orders', 'odps.retail.dim_currency_rates')
  .writes('odps.retail.dwd_orders')
  .after(ods, external('finance.currency_rates'))

const sales = odpsSql('report_sales')
  .codeFile(file('sql/report_sales.sql'))
  .param('bizdate', '$[yyyymmdd-1]')
  .after(dwd)

// Adds to what it wrote the day before, so yesterday's run of itself must have finished.
const loyalty = odpsSql('report_loyalty')
  .codeFile(file('sql/report_loyalty.sql'))
  .param('bizdate', '$[yyyymmdd-1]')
  .param('day_before', '$[yyyymmdd-2]')
  .after(dwd)
  .afterPrevious('self')

/** Orders of the day before, from the shop's database to two reports, every night. */
export const dailyOrders: Workflow = workflow('daily_orders')
  .path('retail/daily_orders')
  .description('Orders of the day before, from the shop to the reports')
  .cron('00 30 02 * * ?')
  .timezone('Asia/Shanghai')
  .strategy({
    instanceMode: 'T+1',
    rerunMode: 'Allowed',
    rerunTimes: 3,
    rerunInterval: 180_000,
    failureStrategy: 'Break',
  })
  .defaults({ owner: '1107550004253538', datasource: 'odps_first', resourceGroup: 'S_res_group_1_2' })
  .nodes(start, syncOrders, ods, dwd, sales, loyalty)
