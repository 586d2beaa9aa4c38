import { createClient, submit } from 'flowspec/dataworks'
import { type Emulator, startEmulator } from 'flowspec/testing'
import { expect, onTestFinished, test } from 'vitest'
import { caught } from './support/caught.ts'
import { edges, options, orders } from './support/emulated.ts'

/** A client whose n-th request is delivered twice, as proxies do; only the answer to the second copy arrives. */
async function doubling(doubled: number) {
  const emulator: Emulator = await startEmulator()
  onTestFinished(() => emulator.stop())
  let count = 0
  const fetch: typeof globalThis.fetch = async (url, init) => {
    count += 1
    if (count === doubled) await (await globalThis.fetch(url, init)).text()
    return await globalThis.fetch(url, init)
  }
  const { url, credentials } = emulator
  return { emulator, client: createClient({ endpoint: url, credentials, fetch, retry: { baseDelay: 1 } }) }
}

const refused = (emulator: Emulator) => emulator.requests.filter(({ code }) => code === 'SignatureNonceUsed').length

test.each([1, 2, 3, 4, 5])('a submission whose request %i arrives twice is whole', async (doubled) => {
  const { client, emulator } = await doubling(doubled)
  expect(await submit(client, orders, options)).toMatchObject({ edges })
  expect(refused(emulator)).toBe(1)
  expect(emulator.projects[0]?.workflows).toHaveLength(1)
})

test('a create that arrives twice is not made a third time', async () => {
  const { client, emulator } = await doubling(1)
  const error = await caught(client.createBusiness({ projectId: 20000, businessName: 'b' }))
  expect(error).toMatchObject({ code: 'SignatureNonceUsed', ambiguous: true, retryable: false })
  expect(error.hint).toContain('look')
  expect(emulator.projects[1]?.businesses).toHaveLength(1)
})
