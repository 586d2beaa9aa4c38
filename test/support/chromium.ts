import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where a browser is; undefined where there is none. */
export const browserPath: string | undefined = [process.env['CHROMIUM'] ?? '', ...places].find((path) =>
  existsSync(path),
)

/** Says that tests in a browser are left out, so that nobody takes them for passed. */
export function tellWithoutBrowser(): void {
  if (browserPath === undefined) process.stdout.write(`No browser at ${places.join(', ')}: its tests are skipped.\n`)
}

/** Starts the browser. */
export async function startBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('There is no browser.')
  return await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
}

/** A page, and all that the browser complains of. */
export interface WatchedPage {
  readonly page: Page
  /** Errors, messages on the console, and calls to somewhere else. */
  readonly complaints: readonly string[]
}

/** The browser of the tests of a file. Where there is none it says so, and the tests are left out. */
export class TestBrowser {
  readonly isThere: boolean = browserPath !== undefined
  #browser: Browser | undefined

  constructor() {
    tellWithoutBrowser()
  }

  async start(): Promise<void> {
    this.#browser = await startBrowser()
  }

  async stop(): Promise<void> {
    await this.#browser?.close()
  }

  /** Opens a page from an address, for eyes that like it light or dark. */
  async open(url: string, colorScheme: 'light' | 'dark' = 'light'): Promise<WatchedPage> {
    if (this.#browser === undefined) throw new Error('The browser was not started.')
    const page = await this.#browser.newPage({ viewport: { width: 1400, height: 900 }, colorScheme })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`))
    page.on('request', (request) => {
      const called = request.url()
      if (called !== url && !called.startsWith('data:')) complaints.push(called)
    })
    await page.goto(url)
    return { page, complaints }
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe complains of, of the page as it is now. */
export async function violations(page: Page): Promise<unknown> {
  return await page.evaluate(
    `${axe};axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
  )
}
