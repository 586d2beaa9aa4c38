import { createClient, type DataWorksClient, type Transport } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'

/** A client of a job that runs for some questions, and the moments at which it was asked. */
function jobOf(questions: number): { readonly client: DataWorksClient; readonly asked: readonly number[] } {
  const asked: number[] = []
  const transport: Transport = {
    send: async () => {
      asked.push(performance.now())
      const Status = asked.length > questions ? 'Success' : 'Running'
      return { status: 200, headers: {}, body: JSON.stringify({ JobStatus: { JobId: 'J', Status } }) }
    },
  }
  return { client: createClient({ transport }), asked }
}

/** Timers may fire a fraction of a millisecond early. */
const early = 2

describe('the pauses between two questions for a job', () => {
  test('begin with the interval and grow by half', async () => {
    const { client, asked } = jobOf(3)
    await client.waitForJob({ jobId: 'J' }, { interval: 40 })
    const pauses = asked.slice(1).map((moment, at) => moment - (asked[at] ?? 0))
    for (const [at, least] of [40, 60, 90].entries()) expect(pauses[at]).toBeGreaterThan(least - early)
  })

  test('grow to the longest interval and no further', async () => {
    // If they grew on, the last five alone would take 1.5 ** 15 to 1.5 ** 19 ms; any one of them may be held up.
    const { client, asked } = jobOf(20)
    await client.waitForJob({ jobId: 'J' }, { interval: 1, maxInterval: 2 })
    expect(asked).toHaveLength(21)
    const last = asked.slice(16).map((moment, at) => moment - (asked[at + 15] ?? 0))
    expect(Math.min(...last)).toBeLessThan(400)
  })

  test('do not go beyond the time there is in all', async () => {
    const { client } = jobOf(1)
    const begin = performance.now()
    await client.waitForJob({ jobId: 'J' }, { interval: 60_000, timeout: 30 })
    expect(performance.now() - begin).toBeLessThan(10_000)
  })
})
