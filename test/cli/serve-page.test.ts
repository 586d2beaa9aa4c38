import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ServedPage, servePage } from '../../src/cli/preview/serve-page.ts'

let folder: string
let page: ServedPage

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'flowspec-serve-'))
  page = await servePage(join(folder, 'page.html'), 0)
})

afterEach(async () => {
  await page.stop()
  rmSync(folder, { recursive: true })
})

/** Asks as a browser does that has the server under that name. */
async function ask(
  path: string,
  host?: string,
): Promise<{ readonly status: number | undefined; readonly body: string }> {
  const { port } = new URL(page.url)
  return await new Promise((resolve, reject) => {
    const headers = { host: (host ?? '127.0.0.1:PORT').replace('PORT', port) }
    const asked = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode, body }), reject)
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('the page that is shown on this machine', () => {
  test('is the one in the file, whenever that is written', async () => {
    expect(await ask('/page')).toMatchObject({ status: 200, body: expect.stringContaining('There is no page yet') })
    writeFileSync(join(folder, 'page.html'), '<p>orders</p>')
    expect(await ask('/page')).toEqual({ status: 200, body: '<p>orders</p>' })
    expect((await ask('/')).body).toContain('<iframe src="/page"')
    expect(await ask('/other')).toMatchObject({ status: 404 })
  })

  test.each(['localhost:PORT', '127.0.0.1:PORT', '[::1]:PORT', 'LocalHost:PORT'])('is shown to %s', async (host) => {
    expect(await ask('/', host)).toMatchObject({ status: 200 })
  })

  test.each(['evil.example:PORT', 'evil.example', 'localhost', 'localhost:1', '127.0.0.1.evil.example:PORT'])(
    'is kept from a name that another site had point here: %s',
    async (host) => {
      writeFileSync(join(folder, 'page.html'), 'secret')
      for (const path of ['/', '/page', '/changes']) {
        const { status, body } = await ask(path, host)
        expect([status, body]).toEqual([403, 'Ask for 127.0.0.1.\n'])
      }
    },
  )

  test('says so when it cannot be read, and goes on', async () => {
    mkdirSync(join(folder, 'page.html'))
    expect(await ask('/page')).toMatchObject({ status: 500, body: expect.stringContaining('EISDIR') })
    expect(await ask('/')).toMatchObject({ status: 200 })
  })
})
