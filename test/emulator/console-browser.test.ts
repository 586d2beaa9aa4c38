import { branch, odpsSql, virtual, workflow } from 'flowspec'
import { createClient, deploy, publish } from 'flowspec/dataworks'
import { type Emulator, startEmulator } from 'flowspec/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestBrowser, violations, type WatchedPage } from '../support/chromium.ts'

const projectId = 10000
const wait = { interval: 1 }
// A name is the last part of a path, so it has no slash.
const hostile = `"><script>alert(1)<img src=x onerror="alert(2)">'&lt;\u202e`
/** It is written so that it does not turn the text around it. */
const shown = hostile.replace('\u202e', '\\u202e')

const start = virtual('start')
const ods = odpsSql('ods').code('select 1').after(start)
const route = branch('route').param('size', '12').arm('big', '${size} > 10').after(ods)
const orders = workflow('orders')
  .cron('00 02 00 * * ?')
  .nodes(start, ods, route, odpsSql('big').code('select 2').after(route.case('big')))
const chain = Array.from({ length: 20 }, (_, at) => {
  const node = odpsSql(`step_with_a_long_name_${at}`).code('select 1')
  return at === 0 ? node : node.after(`step_with_a_long_name_${at - 1}`)
})
const long = workflow('long').cron('00 02 00 * * ?').nodeList(chain)

const browser = new TestBrowser()
let emulator: Emulator | undefined

/** An emulator that was worked with. */
async function filled(): Promise<Emulator> {
  const made = await startEmulator()
  const client = createClient({ endpoint: made.url, credentials: made.credentials })
  const { workflows } = await deploy(client, orders, { projectId, wait })
  await publish(client, { projectId, workflowIds: workflows.map(({ workflowId }) => workflowId), wait })
  await deploy(client, long, { projectId, wait })
  const odd = odpsSql(hostile.slice(1)).code(hostile)
  await deploy(client, workflow(hostile).cron('00 02 00 * * ?').nodes(odd), { projectId, wait })
  await client.createBusiness({ projectId: 20000, businessName: hostile })
  await client.getProject({ id: 1 }).catch(() => undefined)
  return made
}

beforeAll(async () => {
  if (!browser.isThere) return
  emulator = await filled()
  await browser.start()
}, 120_000)

afterAll(async () => {
  await browser.stop()
  await emulator?.stop()
})

async function open(colorScheme: 'light' | 'dark' = 'light'): Promise<WatchedPage> {
  return await browser.open(new URL('/', emulator?.url).href, colorScheme)
}

const textsOf = async (page: Page, selector: string): Promise<string[]> =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim())

describe.skipIf(!browser.isThere)('the page of an emulator, in a browser', () => {
  test('opens without a complaint and calls nobody, whatever names are', async () => {
    const { page, complaints } = await open()
    expect(complaints).toEqual([])
    expect(await page.title()).toBe('DataWorks emulator')
    expect(await page.$$eval('script, [onerror]', (found) => found.length)).toBe(0)
    expect(await textsOf(page, 'li')).toContainEqual(expect.stringContaining(shown))
    await page.close()
  })

  test('shows workspaces with their workflows, and each of these as a picture that is drawn', async () => {
    const { page } = await open()
    expect(await textsOf(page, 'h2')).toEqual([
      expect.stringContaining('dw_project'),
      expect.stringContaining('dw_legacy'),
      ...['Calls', 'Import jobs', 'Releases'],
    ])
    expect(await textsOf(page, 'summary')).toEqual([
      'orders CycleWorkflow, 4 nodes published',
      'long CycleWorkflow, 20 nodes',
      expect.stringContaining(shown),
    ])
    const drawn = await page.$$eval('img', (images) =>
      images.map(({ alt, complete, naturalWidth }) => [alt, complete && naturalWidth > 100]),
    )
    expect(drawn).toEqual([
      ['Graph of orders', true],
      ['Graph of long', true],
      [`Graph of ${shown}`, true],
    ])
    await page.close()
  })

  test('shows a long picture so that it can be read, and moved by the keyboard', async () => {
    const { page } = await open()
    const sizes = await page.$$eval('img', (images) => images.map(({ width, naturalWidth }) => width / naturalWidth))
    expect(Math.min(...sizes)).toBe(1)
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(
      true,
    )
    await page.focus('[aria-label="Graph of long"]')
    await page.keyboard.press('ArrowRight')
    await expect
      .poll(() => page.$eval('[aria-label="Graph of long"]', ({ scrollLeft }) => scrollLeft))
      .toBeGreaterThan(0)
    await page.close()
  })

  test('shows calls, jobs and pipeline runs', async () => {
    const { page } = await open()
    const rows = async (heading: string): Promise<string[]> =>
      await textsOf(page, `h2:text-is("${heading}") ~ table >> nth=0 >> tbody tr`)
    const [last] = await rows('Calls')
    expect(last).toMatch(/GetProject 2024-05-18 400 /)
    expect(await rows('Calls')).toContainEqual(expect.stringMatching(/CreatePipelineRun 2024-05-18 200/))
    expect((await rows('Import jobs')).filter((row) => row.includes('Success'))).not.toHaveLength(0)
    expect(await rows('Releases')).toEqual([expect.stringMatching(/orders.*Success.*PROD Success/)])
    await page.close()
  })

  test.each(['light', 'dark'] as const)('axe finds no violation, %s', async (scheme) => {
    const { page } = await open(scheme)
    expect(await violations(page)).toEqual([])
    const back = await page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(back).toBe(scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(13, 17, 23)')
    await page.close()
  })
})
