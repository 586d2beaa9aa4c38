import { once } from 'node:events'
import { createServer } from 'node:http'
import { runCommand } from 'flowspec/command'
import { startEmulator } from 'flowspec/testing'
import { expect, onTestFinished, test } from 'vitest'
import { testConsole } from './support/test-console.ts'

const own = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'own-id', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'own-secret' }

async function asked(endpoint: string, env: Readonly<Record<string, string>> = own) {
  const { console, written } = testConsole({ cwd: import.meta.dirname, env })
  const code = await runCommand(
    ['publish', 'orders', '--endpoint', endpoint, '--project-id', '10000', '--yes'],
    console,
  )
  return { code, said: written.stderr }
}

/** A server that answers everything alike, and the access keys that it was shown. */
async function serverOf(answer: string) {
  const keys: (string | undefined)[] = []
  const server = createServer(({ headers }, response) => {
    keys.push(/Credential=([^,]*)/.exec(headers.authorization ?? '')?.[1])
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return { keys, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` }
}

test.each([['{}'], ['no JSON'], ['{"flowspec":"emulator"}'], ['{"flowspec":"emulator","accessKeyId":"another-id"}']])(
  'whatever answers %s is asked with the key that is said, and told of none before',
  async (answer) => {
    const { keys, url } = await serverOf(answer)
    await asked(url)
    expect(keys[0]).toBeUndefined()
    expect(new Set(keys.slice(1))).toEqual(new Set(['own-id']))
  },
)

test('an emulator with its usual key is asked with that', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.stop())
  for (const env of [own, {}]) expect((await asked(emulator.url, env)).said).toContain('has no workflow orders')
})

test('an emulator with another key is asked with the one that is said', async () => {
  const emulator = await startEmulator({ credentials: { accessKeyId: 'own-id', accessKeySecret: 'own-secret' } })
  onTestFinished(() => emulator.stop())
  expect((await asked(emulator.url)).said).toContain('has no workflow orders')
  expect(emulator.requests[0]?.action).toBe('ListWorkflowDefinitions')
})

test('an emulator tells of itself those alone who ask for it by its address', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.stop())
  const answer = await fetch(`${emulator.url}/.well-known/flowspec-emulator`)
  expect(await answer.json()).toEqual({ flowspec: 'emulator', accessKeyId: emulator.credentials.accessKeyId })
  expect(emulator.requests).toEqual([])
})
