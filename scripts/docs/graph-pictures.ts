import { di, hologresSql, odpsSql, shell, virtual } from '../../src/builders/generated/node-factories.ts'
import { branch } from '../../src/builders/structures/branch.ts'
import { join } from '../../src/builders/structures/join.ts'
import { workflow } from '../../src/builders/workflow/start-workflow.ts'
import type { Workflow } from '../../src/builders/workflow/workflow-builder.ts'
import { toSvg } from '../../src/graph/svg/to-svg.ts'
import { lineage } from '../../src/sql/lineage/lineage.ts'
import { lineageToSvg } from '../../src/sql/lineage/lineage-svg.ts'
import type { GeneratedFile } from '../generate/generated-file.ts'

const start = virtual('start')
const sync = di('sync_orders').after(start)
const ods = odpsSql('ods_orders')
  .code(
    "insert overwrite table ods_orders partition (ds = '${ds}')\nselect id, amount -- as the shop has it\nfrom   src_orders\nwhere  ds = '${ds}'",
  )
  .param('ds', '$bizdate')
  .after(sync)
const dwd = odpsSql('dwd_orders')
  .code('insert overwrite table dwd_orders select * from ods_orders join dim_rates on 1 = 1')
  .after(ods)
  .afterPrevious('self')
const route = branch('by_size')
  .param('rows', '12')
  .arm('large', '${rows} > 1000000')
  .arm('small', '${rows} <= 1000000')
  .after(dwd)
const full = odpsSql('report_full')
  .code('insert overwrite table report select * from dwd_orders')
  .after(route.case('large'))
const quick = odpsSql('report_quick')
  .code('insert into table report select * from dwd_orders')
  .after(route.case('small'))
const done = join('report')
  .arm('a', full, { status: ['Success', 'NotRun'] })
  .arm('b', quick, { status: ['Success', 'NotRun'] })
const serve = hologresSql('serve_orders').code('insert into serve_orders select 1').after(dwd)
/** What pictures of the documentation show. */
export const orders: Workflow = workflow('daily_orders')
  .cron('00 30 02 * * ?')
  .timezone('America/New_York')
  .nodes(start, sync, ods, dwd, route, full, quick, done.expression('a or b'), serve)
const alerts = workflow('alerts')
  .cron('00 00 07 * * ?')
  .nodes(
    shell('collect').code('collect.sh').after(orders.outputOf('serve_orders')),
    shell('mail').code('mail.sh').after('collect'),
  )

/** The pictures of the guide: a project, and the tables of it. */
export function generateGraphPictures(): readonly GeneratedFile[] {
  const title = 'Two workflows: orders with a branch, and alerts that wait for one of their nodes'
  return [
    { path: 'docs/images/graph.svg', text: toSvg([orders, alerts], { title }) },
    { path: 'docs/images/lineage.svg', text: lineageToSvg(lineage(orders), { title: 'Tables of the orders' }) },
  ]
}
