import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const file = fileURLToPath(new URL('small-heap.ts', import.meta.url))

/** What a case prints in a process whose heap has so many megabytes. */
function run(what: string, megabytes: number): unknown {
  const flags = [`--max-old-space-size=${megabytes}`, '--import', 'tsx']
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, file, what], { encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr.slice(-2000))
  return JSON.parse(stdout)
}

const tooMany = [
  [
    'schema/range',
    'The span gives more than 100,000 instances.',
    'Take them one by one from streamInstances, choose a shorter span or fewer documents, or raise maxInstances.',
  ],
]

describe('a small heap', () => {
  test.each<[string, number, unknown]>([
    ['simulate 90 by the minute', 160, tooMany],
    ['simulate 90 by the minute in a long span', 160, tooMany],
    ['simulate 3,000 by the minute in a day', 160, tooMany],
    ['stream 1,000 workflows over a month', 200, { instances: 1000 * 4 * 31 }],
    ['stream 4 by the minute over a month', 200, { instances: 4 * 1440 * 31 }],
  ])(
    'is enough to %s',
    (what, megabytes, expected) => {
      expect(run(what, megabytes)).toEqual(expected)
    },
    300_000,
  )
})
