import { shell, virtual } from '../../src/builders/generated/node-factories.ts'
import { workflow } from '../../src/builders/workflow/start-workflow.ts'
import { weekly } from '../../src/schedule/values/weekly.ts'
import { simulate } from '../../src/simulate/simulate.ts'
import { timelineSvg } from '../../src/simulate/svg/timeline-svg.ts'
import type { GeneratedFile } from '../generate/generated-file.ts'

/** The picture of the page on simulation. */
export function generateSimulationPicture(): GeneratedFile {
  const zone = 'America/New_York'
  const orders = workflow('orders')
    .cron('00 30 02 * * ?')
    .timezone(zone)
    .nodes(
      virtual('start'),
      shell('load').code('load.sh').after('start'),
      shell('report').code('report.sh').after('load').afterPrevious('self'),
    )
  const collect = workflow('collect')
    .cron('00 00 00-23/6 * * ?')
    .timezone(zone)
    .nodes(
      shell('fetch').code('fetch.sh'),
      shell('clean').code('clean.sh').after('fetch').strategy({ recurrence: 'Pause' }),
      shell('store').code('store.sh').after('clean'),
    )
  const digest = workflow('digest')
    .schedule(weekly(['MON'], '07:00').timezone(zone))
    .nodes(shell('mail').code('mail.sh'))
  const march = simulate([collect, digest, orders], { from: '2026-03-07', to: '2026-03-09' })
  return { path: 'docs/images/simulation.svg', text: timelineSvg(march, { title: 'Three days of March in New York' }) }
}
