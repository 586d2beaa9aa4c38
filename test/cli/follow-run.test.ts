import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from 'flowspec/command'
import { type Emulator, startEmulator } from 'flowspec/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testConsole } from './support/test-console.ts'

const pipelines = `import { odpsSql, workflow } from 'flowspec'
export default workflow('orders').path('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
`

let emulator: Emulator
let cwd: string

beforeEach(async () => {
  emulator = await startEmulator()
  cwd = mkdtempSync(join(realpathSync(tmpdir()), 'flowspec-cli-'))
  writeFileSync(join(cwd, 'orders.ts'), pipelines)
})

afterEach(async () => {
  await emulator.stop()
  rmSync(cwd, { recursive: true })
})

/** Runs a command against the emulator, as somebody who ends it as soon as it waits. */
async function runAndLeave(...words: readonly string[]) {
  const { accessKeyId, accessKeySecret } = emulator.credentials
  const env = { ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId, ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret }
  const leaving = new AbortController()
  const { console, written } = testConsole({ cwd, env, signal: leaving.signal })
  const code = await runCommand([...words, '--endpoint', emulator.url, '--project-id', '10000'], {
    ...console,
    tellsProgress: true,
    tell: (text) => {
      console.tell(text)
      if (/\d of \d+ instances? over/.test(text)) leaving.abort()
    },
  })
  return { code, stderr: written.stderr }
}

describe.each([
  ['run', ['--date', '2026-03-01']],
  ['backfill', ['--from', '2026-03-01', '--to', '2026-03-02']],
])('flowspec %s', (command, dates) => {
  test('tells the instances that go on when it is ended while it waits', async () => {
    await runAndLeave('deploy', 'orders.ts', '--publish')
    const { code, stderr } = await runAndLeave(command, 'orders', ...dates, '--wait', '--interval', '3600')
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /The run was started; flowspec status \d+(?: \d+)* --project-id 10000 --endpoint \S+ tells how it stands\.\nerror stopped\n$/,
    )
  })

  test('starts nothing when the interval is wrong', async () => {
    await runAndLeave('deploy', 'orders.ts', '--publish')
    const before = emulator.requests.length
    expect((await runAndLeave(command, 'orders', ...dates, '--interval', 'soon')).code).toBe(2)
    expect(emulator.requests.slice(before)).toEqual([])
  })
})
