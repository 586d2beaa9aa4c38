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
const folder = mkdtempSync(join(tmpdir(), 'flowspec-screenshot-'))
const file = join(folder, 'page.html')
writeFileSync(file, toHtml(orders, { from: '2026-03-01', to: '2026-03-31', against: before, title: 'Orders in March' }))
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 700 } })
  await page.goto(pathToFileURL(file).href)
  await page.click('g[aria-label^="ods_orders"]')
  await page.screenshot({ path: join(projectFolder, 'docs/images/preview.png') })
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
