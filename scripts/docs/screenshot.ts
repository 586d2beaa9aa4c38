import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { odpsSql, virtual } from '../../src/builders/generated/node-factories.ts'
import { workflow } from '../../src/builders/workflow/start-workflow.ts'
import { toHtml } from '../../src/preview/to-html.ts'
import { projectFolder } from '../build/entry-points.ts'
import { orders } from './graph-pictures.ts'

// Run by hand, with a browser, when the page looks otherwise: what a browser draws is not the same everywhere.
const old = odpsSql('ods_orders')
  .code("insert overwrite table ods_orders partition (ds = '${ds}')\nselect id\nfrom   src_orders\nwhere  ds = '${ds}'")
  .param('ds', '$bizdate')
const before = workflow('daily_orders').cron('00 30 02 * * ?').timezone('America/New_York').nodes(virtual('start'), old)
const loyalty = workflow('loyalty')
  .cron('00 00 06 * * ?')
  .timezone('America/New_York')
  .nodes(
    odpsSql('ods_members').code('insert overwrite table ods_members\nselect * from src_members'),
    odpsSql('points')
      .code(
        'insert overwrite table points\nselect m.id, sum(o.amount)\nfrom ods_members m\njoin dwd_orders o on o.member = m.id\ngroup by m.id',
      )
      .after('ods_members', orders.outputOf('dwd_orders')),
    odpsSql('levels')
      .code('insert overwrite table levels select * from points join dim_levels on 1 = 1')
      .after('points'),
  )
const march = { from: '2026-03-01', to: '2026-03-31' } as const
const folder = mkdtempSync(join(tmpdir(), 'flowspec-screenshot-'))
const [file, tables] = [join(folder, 'page.html'), join(folder, 'tables.html')]
writeFileSync(file, toHtml(orders, { ...march, against: before, title: 'Orders in March' }))
writeFileSync(tables, toHtml([orders, loyalty], { ...march, title: 'Retail' }))
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 700 } })
  await page.goto(pathToFileURL(file).href)
  await page.click('g[aria-label^="ods_orders"]')
  await page.screenshot({ path: join(projectFolder, 'docs/images/preview.png') })
  await page.goto(pathToFileURL(tables).href)
  await page.click('#tab-lineage')
  await page.click('#lineage g[aria-label^="dwd_orders MaxCompute"]')
  await page.screenshot({ path: join(projectFolder, 'docs/images/preview-lineage.png') })
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
