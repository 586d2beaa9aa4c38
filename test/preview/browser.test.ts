import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { node, odpsSql, project, shell, workflow } from 'flowspec'
import { toHtml } from 'flowspec/preview'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allStructures } from '../graph/drawing/all-structures.ts'
import { TestBrowser, violations, type WatchedPage } from '../support/chromium.ts'

const march = { from: '2026-03-01', to: '2026-03-31' } as const

const ods = odpsSql('ods_orders').code("select *\nfrom t where ds = '${ds}'").param('ds', '$bizdate')
const report = shell('report').code('report.sh').after(ods)
const orders = workflow('orders').cron('00 30 02 * * ?').timezone('America/New_York').nodes(ods, report)
const before = workflow('orders').cron('00 30 03 * * ?').timezone('America/New_York').nodes(ods)

const sync = node('sync', 'DI').code('{}').writes('odps.retail.src_orders')
const clean = odpsSql('clean').code('insert overwrite table ods_orders\nselect * from src_orders')
const joined = odpsSql('join').code(
  'insert overwrite table dwd_orders\nselect *\nfrom ods_orders o\njoin ods_users u on u.id = o.user_id',
)
const users = odpsSql('users').code('insert overwrite table ods_users select * from src_users')
const sums = odpsSql('sums').code('insert overwrite table rpt_orders select * from dwd_orders')
const warehouse = workflow('warehouse').cron('00 30 02 * * ?').nodes(sync, clean, users, joined)
const reports = workflow('reports').cron('00 30 06 * * ?').nodes(sums, shell('mail').code('mail.sh').after(sums))
const retail = project('retail').add(warehouse, reports)

// Names that boxes show only the beginning of.
const long = workflow('w'.repeat(200))
  .cron('00 30 02 * * ?')
  .nodes(odpsSql('n'.repeat(200)).code(`select * from ${'t'.repeat(200)}`))

const many = Array.from({ length: 1000 }, (_, at) => {
  const node = odpsSql(`node_${at}`).code("select 1 from t where ds = '${ds}'").param('ds', '$bizdate')
  return at === 0 ? node : node.after(`node_${(at - 1) >> 2}`)
})

const script = '</script><script>document.title="pwned"</script><img src=x onerror="document.title=\'pwned\'">'
const hostile = {
  spec: {
    workflows: [
      {
        name: script,
        trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
        nodes: [
          { id: 'a', name: script, script: { content: script, runtime: { command: script } } },
          {
            id: 'b',
            name: script,
            script: { content: `insert into \`${script}\` select 1`, runtime: { command: 'ODPS_SQL' } },
          },
        ],
      },
    ],
  },
}

const pages: Readonly<Record<string, () => string>> = {
  orders: () => toHtml(orders, { ...march, against: before }),
  structures: () => toHtml(allStructures, march),
  large: () => toHtml(workflow('large').cron('00 02 00 * * ?').nodeList(many), march),
  hostile: () => toHtml(hostile, march),
  lineage: () => toHtml(retail, march),
  long: () => toHtml(long, march),
}

const folder = mkdtempSync(join(tmpdir(), 'flowspec-preview-'))
const browser = new TestBrowser()

beforeAll(async () => {
  if (!browser.isThere) return
  for (const [name, make] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), make())
  await browser.start()
}, 120_000)

afterAll(async () => {
  await browser.stop()
  rmSync(folder, { recursive: true })
})

/** Opens a page from its file. */
async function open(name: string, colorScheme: 'light' | 'dark' = 'light'): Promise<WatchedPage> {
  const opened = await browser.open(pathToFileURL(join(folder, `${name}.html`)).href, colorScheme)
  await opened.page.waitForSelector('#details h2')
  return opened
}

const textOf = async (page: Page, selector: string): Promise<string> => (await page.textContent(selector)) ?? ''

describe.skipIf(!browser.isThere)('in a browser', () => {
  test.each(['orders', 'structures', 'hostile', 'lineage', 'long'])(
    '%s opens without a complaint and without a network',
    async (name) => {
      const { page, complaints } = await open(name)
      if ((await page.$('#tab-lineage')) !== null) await page.click('#tab-lineage')
      expect(complaints).toEqual([])
      expect(await page.title()).not.toBe('pwned')
      await page.close()
    },
  )

  test('a node is chosen by a click, and its code is filled in for the run that is chosen', async () => {
    const { page } = await open('orders')
    await page.click('g[aria-label^="ods_orders"]')
    expect(await textOf(page, '#details h2')).toBe('ods_orders')
    expect(await textOf(page, '#details pre[aria-label^="Code"]')).toContain("ds = '20260228'")
    await page.click('button.day[title^="2026-03-08"]')
    expect(await textOf(page, '#details pre[aria-label^="Code"]')).toContain("ds = '20260307'")
    expect(await textOf(page, '#details .run')).toContain('dry run: the clock skips its time')
    await page.close()
  })

  test('a node is found and chosen by the keyboard alone', async () => {
    const { page } = await open('large')
    await page.keyboard.press('/')
    await page.keyboard.type('node_77')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await textOf(page, '#details h2')).toBe('node_770')
    await page.keyboard.press('ArrowLeft')
    expect(await textOf(page, '#details h2')).not.toBe('node_770')
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('button')
    await page.close()
  })

  const moved = async (page: Page): Promise<string> => await page.$eval('#graph', ({ style }) => style.transform)

  test('the keys for zoom and for moving change what is seen, and draw nothing anew', async () => {
    const { page } = await open('orders')
    const drawn = await page.$eval('#graph', (graph) => [graph.getAttribute('viewBox'), graph.innerHTML])
    await page.focus('g[role="button"][tabindex="0"]')
    for (const key of ['+', '-', '0', 'Shift+ArrowRight']) {
      const last = await moved(page)
      await page.keyboard.press(key)
      if (key === '+' || key === 'Shift+ArrowRight') expect(await moved(page)).not.toBe(last)
    }
    expect(await page.$eval('#graph', (graph) => [graph.getAttribute('viewBox'), graph.innerHTML])).toEqual(drawn)
    await page.close()
  })

  /** How big a name is on the screen, in pixels. */
  const nameHeight = async (page: Page): Promise<number> =>
    await page.$eval('#graph .fs-name', (name) => name.getBoundingClientRect().height)

  test('a large picture begins where it can be read, is seen as a whole on demand, and comes near again', async () => {
    const { page } = await open('large')
    expect(await nameHeight(page)).toBeGreaterThan(4)
    await page.click('#zoom-fit')
    const whole = await page.$eval('#graph', (graph) => {
      const [{ height }, frame] = [graph.getBoundingClientRect(), graph.parentElement?.getBoundingClientRect()]
      return height / (frame?.height ?? 0)
    })
    expect(whole).toBeCloseTo(1, 2)
    for (let time = 0; time < 30; time++) await page.click('#zoom-in')
    expect(await nameHeight(page)).toBeGreaterThan(12)
    await page.close()
  })

  test('a pointer that drags moves the picture by as much, and chooses nothing', async () => {
    const { page } = await open('orders')
    const placeOf = async (): Promise<{ x: number; y: number }> =>
      await page.$eval('#graph .fs-title', (title) => title.getBoundingClientRect().toJSON())
    const before = await placeOf()
    await page.mouse.move(300, 500)
    await page.mouse.down()
    await page.mouse.move(350, 470, { steps: 5 })
    await page.mouse.up()
    const after = await placeOf()
    expect([Math.round(after.x - before.x), Math.round(after.y - before.y)]).toEqual([50, -30])
    expect(await textOf(page, '#details h2')).toBe('orders')
    expect(await page.$$('.is-chosen')).toEqual([])
    await page.close()
  })

  test('what changed is told', async () => {
    const { page } = await open('orders')
    const text = await textOf(page, '#details')
    expect(text).toMatch(/Added.*report/s)
    expect(text).toMatch(/Changed.*orders/s)
    const edge = await page.evaluate(
      "getComputedStyle(document.querySelector('#graph .is-changed > .fs-frame')).strokeDasharray",
    )
    expect(edge).toBe('6px, 3px')
    await page.close()
  })

  const near = async (page: Page): Promise<string[]> =>
    await page.$$eval('#lineage g[data-item]:is(.is-near, .is-chosen) .fs-name', (names) =>
      names.map(({ textContent }) => textContent ?? '').sort(),
    )
  const linksBelow = async (page: Page, heading: string): Promise<string[]> =>
    await page.$$eval(`#details section:has(h3:text-is("${heading}")) .link`, (links) =>
      links.map(({ textContent }) => textContent ?? ''),
    )

  test('a table shows all that it is made of and gets into, over workflows', async () => {
    const { page } = await open('lineage')
    await page.click('#tab-lineage')
    expect(await page.isVisible('#graph')).toBe(false)
    await page.click('#lineage g[aria-label^="retail.ods_orders MaxCompute, table"]')
    expect(await textOf(page, '#details h2')).toBe('retail.ods_orders')
    const way = ['clean', 'join', 'retail.dwd_orders', 'retail.ods_orders', 'retail.rpt_orders', 'retail.src_orders']
    expect(await near(page)).toEqual([...way, 'sums', 'sync'].sort())
    expect(await page.$$eval('#lineage g[data-line].is-near', (lines) => lines.length)).toBe(7)
    expect(await linksBelow(page, 'Written by')).toEqual(['clean', 'line 1'])
    expect(await linksBelow(page, 'Read by')).toEqual(['join', 'line 3'])
    expect(await linksBelow(page, 'Made of')).toEqual(['retail.src_orders'])
    expect(await linksBelow(page, 'Gets into')).toEqual(['retail.dwd_orders', 'retail.rpt_orders'])
    await page.close()
  })

  test('a table is found by the keyboard alone, and the tabs lead back and forth', async () => {
    const { page } = await open('lineage')
    await page.keyboard.press('/')
    await page.keyboard.type('dwd_ord')
    await page.keyboard.press('Enter')
    expect(await textOf(page, '#details h2')).toBe('retail.dwd_orders')
    expect(await page.getAttribute('#tab-lineage', 'aria-selected')).toBe('true')
    await page.keyboard.press('ArrowLeft')
    expect(await textOf(page, '#details h2')).toBe('join')
    await page.focus('#tab-lineage')
    await page.keyboard.press('ArrowLeft')
    expect(await page.isVisible('#graph')).toBe(true)
    expect(await page.isVisible('#lineage')).toBe(false)
    expect(await page.$$eval('#graph .is-chosen .fs-name', ([name]) => name?.textContent)).toBe('join')
    expect(await page.$$eval('[role="tab"][tabindex="-1"]', (tabs) => tabs.map(({ id }) => id))).toEqual([
      'tab-lineage',
    ])
    await page.close()
  })

  test('a node lists what it reads and writes, and shows the line that says so', async () => {
    const { page } = await open('lineage')
    await page.click('#graph g[aria-label^="join "]')
    expect(await linksBelow(page, 'Reads')).toEqual(['retail.ods_orders', 'line 3', 'retail.ods_users', 'line 4'])
    expect(await linksBelow(page, 'Writes')).toEqual(['retail.dwd_orders', 'line 1'])
    await page.click('#details button:text-is("line 4")')
    expect(await textOf(page, '.line.is-named')).toContain('join ods_users')
    await page.click('#details button:text-is("retail.ods_users")')
    expect(await page.getAttribute('#tab-lineage', 'aria-selected')).toBe('true')
    await page.click('#details button:text-is("line 4")')
    expect(await textOf(page, '#details h2')).toBe('join')
    expect(await textOf(page, '.line.is-named')).toContain('join ods_users')
    await page.close()
  })

  test('a page without SQL has no tabs', async () => {
    const { page } = await open('structures')
    expect(await page.$$('[role="tab"], #lineage')).toEqual([])
    await page.close()
  })

  test.each(['light', 'dark'] as const)('axe finds no violation in the lineage, %s', async (scheme) => {
    const { page } = await open('lineage', scheme)
    await page.click('#tab-lineage')
    for (const chosen of ['', '[aria-label^="retail.ods_users MaxCompute, table"]', '[aria-label^="join "]']) {
      if (chosen !== '') await page.click(`#lineage g${chosen}`)
      expect(await violations(page), chosen).toEqual([])
    }
    await page.close()
  })

  test.each([
    ['orders', 'light'],
    ['orders', 'dark'],
    ['structures', 'light'],
    ['structures', 'dark'],
    ['long', 'light'],
  ] as const)('axe finds no violation in %s, %s', async (name, scheme) => {
    const { page } = await open(name, scheme)
    for (const choose of [false, true]) {
      if (choose) await page.click('g[role="button"][aria-label*="SHELL"], g[role="button"][aria-label*="SQL"]')
      expect(await violations(page)).toEqual([])
    }
    await page.close()
  })
})
