import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from 'flowspec/command'
import { startEmulator } from 'flowspec/testing'
import { expect, test } from 'vitest'
import { testConsole } from './support/test-console.ts'

const shared = join(import.meta.dirname, 'golden/shared')

/** Deploys a project and publishes it, again and again; gives what each call says, and what it sent to the service. */
async function deploys(...modules: readonly string[]) {
  const cwd = mkdtempSync(join(realpathSync(tmpdir()), 'flowspec-calls-'))
  cpSync(shared, cwd, { recursive: true })
  const emulator = await startEmulator()
  const env = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: emulator.credentials.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: emulator.credentials.accessKeySecret,
  }
  const workspace = ['--endpoint', emulator.url, '--project-id', '10000', '--yes']
  try {
    const results: { readonly said: Record<string, unknown>; readonly sent: readonly string[] }[] = []
    for (const module of modules) {
      const { console, written } = testConsole({ cwd, env })
      const before = emulator.requests.length
      await runCommand(['deploy', module, ...workspace, '--publish', '--format', 'json'], console)
      const sent = emulator.requests.slice(before).map(({ action }) => action ?? '')
      results.push({ said: JSON.parse(written.stdout), sent })
    }
    return results
  } finally {
    await emulator.stop()
    rmSync(cwd, { recursive: true })
  }
}

const releases = (sent: readonly string[]): number => sent.filter((action) => action === 'CreatePipelineRun').length

test('a deploy tells all that it sent, its plan and publishing among it', async () => {
  for (const { said, sent } of await deploys('retail.ts', 'retail.ts')) expect(said['calls']).toBe(sent.length)
})

test('a deploy publishes what is not published as it is, and nothing else', async () => {
  const [first, same, later] = await deploys('retail.ts', 'retail.ts', 'orders-later.ts')
  expect(first?.said['workflows']).toMatchObject([{ release: 'published' }, { release: 'published' }])
  expect(same?.said['workflows']).toMatchObject([
    { name: 'orders', action: 'unchanged', release: 'unchanged' },
    { name: 'reports', action: 'unchanged', release: 'unchanged' },
  ])
  expect(releases(first?.sent ?? [])).toBe(2)
  expect(releases(same?.sent ?? [])).toBe(0)
  // Of each workflow that is unchanged: what it holds, and what released it.
  const published = same?.sent.slice(-4)
  expect(published).toEqual(['GetWorkflowDefinition', 'ListPipelineRuns', 'GetWorkflowDefinition', 'ListPipelineRuns'])
  expect(later?.said['workflows']).toMatchObject([
    { name: 'orders', action: 'updated', release: 'published' },
    { name: 'reports', action: 'unchanged', release: 'unchanged' },
  ])
})
