import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

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
