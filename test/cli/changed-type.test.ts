import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { odpsSql, shell, workflow } from 'flowspec'
import { runCommand } from 'flowspec/command'
import { startEmulator } from 'flowspec/testing'
import { expect, test } from 'vitest'
import { testConsole } from './support/test-console.ts'

const of = (node: ReturnType<typeof shell> | ReturnType<typeof odpsSql>): string =>
  JSON.stringify(workflow('orders').cron('00 02 00 * * ?').nodes(node).build())

// "script.runtime.command immutable after create" is one of the rules of the service for nodes.
test('a node of another type is refused, whatever a call allows, and the plan says so', async () => {
  const cwd = mkdtempSync(join(realpathSync(tmpdir()), 'flowspec-type-'))
  const emulator = await startEmulator()
  const { accessKeyId, accessKeySecret } = emulator.credentials
  const env = { ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId, ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret }
  const called = async (...words: readonly string[]) => {
    const { console, written } = testConsole({ cwd, env })
    const workspace = ['--endpoint', emulator.url, '--project-id', '10000']
    return { code: await runCommand([...words, ...workspace], console), ...written }
  }
  try {
    writeFileSync(join(cwd, 'orders.json'), of(shell('load').code('echo 1')))
    expect((await called('deploy', 'orders.json', '--yes')).code).toBe(0)
    writeFileSync(join(cwd, 'orders.json'), of(odpsSql('load').code('select 1')))
    const planned = await called('plan', 'orders.json')
    expect(planned.stdout).toContain('    refused: its type is DIDE_SHELL and would be ODPS_SQL')
    expect(planned.stderr).toContain('A deploy refuses what is marked with "refused".')
    const before = emulator.projects[0]?.workflows
    const { code, stderr } = await called('deploy', 'orders.json', '--yes', '--allow-delete', '--adopt')
    expect([code, stderr]).toEqual([1, expect.stringContaining('that the service never changes. Nothing was done.')])
    expect(emulator.projects[0]?.workflows).toEqual(before)
  } finally {
    await emulator.stop()
    rmSync(cwd, { recursive: true })
  }
})
