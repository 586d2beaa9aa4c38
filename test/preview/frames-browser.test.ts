import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { odpsSql, workflow } from 'flowspec'
import { toHtml } from 'flowspec/preview'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestBrowser } from '../support/chromium.ts'

const names = ['a_workflow_with_a_rather_long_name_of_orders', 'WAREHOUSE_MORNING', '数据仓库每日订单', 'w']
const workflows = names.map((name) => workflow(name).cron('00 30 02 * * ?').nodes(odpsSql('n').code('select 1')))

const folder = mkdtempSync(join(tmpdir(), 'flowspec-frames-'))
const file = join(folder, 'page.html')
const browser = new TestBrowser()

beforeAll(async () => {
  writeFileSync(file, toHtml(workflows, { from: '2026-03-01', to: '2026-03-02' }))
  if (browser.isThere) await browser.start()
}, 60_000)

afterAll(async () => {
  await browser.stop()
  rmSync(folder, { recursive: true })
})

describe.skipIf(!browser.isThere)('a frame, in a browser', () => {
  test('is as wide as its head', async () => {
    const { page } = await browser.open(pathToFileURL(file).href)
    const spare = await page.$$eval('#graph .fs-frame', (frames) =>
      frames.map((frame) => {
        const head = frame.parentElement?.querySelector('.fs-title')?.getBoundingClientRect()
        return frame.getBoundingClientRect().right - (head?.right ?? Number.NaN)
      }),
    )
    expect(spare).toHaveLength(names.length)
    expect(Math.min(...spare)).toBeGreaterThan(0)
    await page.close()
  })
})
