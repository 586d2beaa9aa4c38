import { odpsSql, project, virtual, workflow } from 'flowspec'
import { createClient, deploy } from 'flowspec/dataworks'
import { startEmulator } from 'flowspec/testing'
import { expect, onTestFinished, test } from 'vitest'

const pipelines = ['retail', 'finance', 'stock', 'web'].map((name) => {
  const start = virtual(`${name}_start`)
  const rest = Array.from({ length: 49 }, (_, at) => odpsSql(`${name}_${at}`).code(`select ${at}`).after(start))
  return workflow(name)
    .cron('00 02 00 * * ?')
    .nodeList([start, ...rest])
})
const whole = project('dw_project').add(...pipelines)

/** The most calls in any second, by the emulator's own clock. */
function busiest(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length))
}

test('a project of 200 nodes is deployed at five calls a second, one in five of them throttled', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.stop())
  let count = 0
  const fetch: typeof globalThis.fetch = async (url, init) => {
    count += 1
    if (count % 5 === 0) emulator.addFault({ status: 400, code: '9990020002', message: 'Throttling.User' })
    return await globalThis.fetch(url, init)
  }
  const { url, credentials } = emulator
  const client = createClient({ endpoint: url, credentials, fetch, rateLimit: {}, retry: { baseDelay: 50 } })
  const { workflows } = await deploy(client, whole, { projectId: 10000, wait: { interval: 50 } })
  expect(workflows).toHaveLength(4)
  const { requests } = emulator
  const throttled = requests.filter(({ code }) => code === '9990020002').length
  expect(throttled).toBeGreaterThan(4)
  expect(busiest(requests.map(({ time }) => time))).toBeLessThanOrEqual(5)
  expect(client.budget().calls).toBe(requests.length)
  process.stdout.write(`200 nodes at 5 calls a second: ${requests.length} calls, ${throttled} of them throttled\n`)
}, 120_000)
