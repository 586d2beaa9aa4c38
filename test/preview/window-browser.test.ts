import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { odpsSql, shell, workflow } from 'flowspec'
import { toHtml } from 'flowspec/preview'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestBrowser, type WatchedPage } from '../support/chromium.ts'

const ods = odpsSql('ods_orders').code("select *\nfrom t where ds = '${ds}'").param('ds', '$bizdate')
const orders = workflow('orders').cron('00 30 02 * * ?').nodes(ods, shell('report').code('report.sh').after(ods))

const folder = mkdtempSync(join(tmpdir(), 'flowspec-preview-'))
const file = join(folder, 'orders.html')
const browser = new TestBrowser()

beforeAll(async () => {
  if (!browser.isThere) return
  writeFileSync(file, toHtml(orders, { from: '2026-03-01', to: '2026-03-31' }))
  await browser.start()
}, 120_000)

afterAll(async () => {
  await browser.stop()
  rmSync(folder, { recursive: true })
})

async function open(): Promise<WatchedPage> {
  const opened = await browser.open(pathToFileURL(file).href)
  await opened.page.waitForSelector('#details h2')
  return opened
}

const moved = async ({ page }: WatchedPage): Promise<string> =>
  await page.$eval('#graph', ({ style }) => style.transform)

describe.skipIf(!browser.isThere)('the window of a page', () => {
  test('only what is beside the picture scrolls, however long it is', async () => {
    const { page } = await open()
    await page.click('g[aria-label^="ods_orders"]')
    await page.setViewportSize({ width: 1000, height: 320 })
    expect(await page.evaluate('document.documentElement.scrollHeight - window.innerHeight')).toBe(0)
    await page.close()
  })

  test.each([320, 390, 600])('at a width of %i pixels nothing stands outside', async (width) => {
    const { page } = await open()
    await page.setViewportSize({ width, height: 844 })
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0)
    await page.close()
  })

  test('the keys are those of the picture while nothing else has the keyboard', async () => {
    const opened = await open()
    const { page } = opened
    const whole = await moved(opened)
    await page.keyboard.press('+')
    expect(await moved(opened)).not.toBe(whole)
    await page.keyboard.press('0')
    expect(await moved(opened)).toBe(whole)
    await page.focus('#search')
    await page.keyboard.press('-')
    expect(await moved(opened)).toBe(whole)
    await page.close()
  })

  test('what is seen stays in sight when the window gets another size', async () => {
    const { page } = await open()
    const isSeen = async (): Promise<boolean> =>
      await page.$eval('g[aria-label^="ods_orders"]', (group) => {
        const [box, frame] = [group.getBoundingClientRect(), group.closest('.view')?.getBoundingClientRect()]
        return frame !== undefined && box.left >= frame.left && box.right <= frame.right && box.bottom <= frame.bottom
      })
    expect(await isSeen()).toBe(true)
    for (const width of [420, 1400]) {
      await page.setViewportSize({ width, height: 844 })
      await expect.poll(isSeen).toBe(true)
    }
    await page.close()
  })
})
