import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { toHtml } from '../../src/preview/to-html.ts'
import { browserPath, startBrowser, tellWithoutBrowser } from '../support/chromium.ts'
import type { Figure } from './figure.ts'
import { median } from './measure.ts'

/** A workflow whose nodes each write a table that four others read, and come after the one that writes theirs. */
function warehouse(count: number): object {
  const nodes = Array.from({ length: count }, (_, at) => ({
    id: `n${at}`,
    name: `node_${at}`,
    script: {
      runtime: { command: 'ODPS_SQL' },
      content: `insert overwrite table t_${at} select * from t_${(at - 1) >> 2}`,
    },
  }))
  const dependencies = nodes.slice(1).map(({ id }, at) => ({
    nodeId: id,
    depends: [{ type: 'Normal', nodeId: `n${at >> 2}` }],
  }))
  const trigger = { type: 'Scheduler', cron: '00 02 00 * * ?', timezone: 'Asia/Shanghai' }
  return { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows: [{ name: 'w', trigger, nodes, dependencies }] } }
}

/** Milliseconds between the frames of a browser while something happens in each of them. */
async function frameTimes(page: Page, action: string): Promise<number[]> {
  const times: unknown = await page.evaluate(`new Promise((resolve) => {
    const view = document.querySelector('.view:not([hidden])')
    const times = []
    let last
    const act = ${action}
    const step = (now) => {
      if (last !== undefined) times.push(now - last)
      last = now
      act(view, times.length)
      if (times.length < 90) requestAnimationFrame(step)
      else resolve(times)
    }
    requestAnimationFrame(step)
  })`)
  return Array.isArray(times) ? times.map(Number) : []
}

/** A pointer that is held down and goes around. */
const drag = `(view, at) => {
  const place = { clientX: 500 + 200 * Math.sin(at / 8), clientY: 400 + 150 * Math.cos(at / 8) }
  const init = { bubbles: true, pointerId: 1, button: 0, ...place }
  if (at === 0) {
    // No pointer of the machine is behind these events, so none can be held.
    view.hasPointerCapture = () => true
    view.dispatchEvent(new PointerEvent('pointerdown', init))
  }
  view.dispatchEvent(new PointerEvent(at === 89 ? 'pointerup' : 'pointermove', init))
}`

/** Shift with an arrow, forth and back. */
const keys = `(view, at) => {
  const key = at % 40 < 20 ? 'ArrowRight' : 'ArrowLeft'
  view.querySelector('svg').dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, shiftKey: true, key }))
}`

const wheel = `(view, at) => {
  view.dispatchEvent(new WheelEvent('wheel', { deltaY: at % 20 < 10 ? -40 : 40, clientX: 400, clientY: 400 }))
}`

async function movement(page: Page, name: string): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const [how, action] of [
    ['dragged', drag],
    ['moved by keys', keys],
    ['zoomed', wheel],
  ] as const) {
    const times = await frameTimes(page, action)
    const longest = Math.max(...times)
    const detail = `${times.length} frames, the longest ${longest.toFixed(0)} ms, ${times.filter((time) => time > 50).length} over 50 ms`
    figures.push({
      name: `${name} ${how}: half of the frames take`,
      value: median(times),
      unit: 'ms',
      goal: 34,
      detail,
    })
  }
  return figures
}

async function measurePage(browser: Browser, url: string): Promise<readonly Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  const start = performance.now()
  await page.goto(url)
  await page.waitForSelector('#details h2')
  const opened = performance.now() - start
  const detail = '1,000 nodes, 1,000 tables, 31 runs of each; Chromium without a graphics card'
  const figures: Figure[] = [
    { name: 'page of 1,000 nodes, opened in a browser', value: opened, unit: 'ms', goal: 3000, detail },
  ]
  figures.push(...(await movement(page, 'its graph')))
  await page.click('#zoom-fit')
  figures.push(...(await movement(page, 'its graph as a whole')))
  await page.keyboard.press('/')
  await page.keyboard.type('t_200')
  await page.keyboard.press('Enter')
  figures.push(...(await movement(page, 'its lineage with a table chosen')))
  return figures
}

/** How long a page takes to open in a browser, and how smoothly it moves there; nothing where there is no browser. */
export async function benchPage(): Promise<readonly Figure[]> {
  tellWithoutBrowser()
  if (browserPath === undefined) return []
  const folder = mkdtempSync(join(tmpdir(), 'flowspec-page-'))
  const browser = await startBrowser()
  try {
    const file = join(folder, 'page.html')
    writeFileSync(file, toHtml(warehouse(1000), { from: '2026-03-01', to: '2026-03-31' }))
    return await measurePage(browser, pathToFileURL(file).href)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}
