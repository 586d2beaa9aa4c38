import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../scripts/build/entry-points.ts'

interface Outcomes {
  readonly memory: number
  readonly outcomes: Readonly<
    Record<string, { readonly took: number; readonly kind?: string; readonly message?: string }>
  >
}

// What stands between here and the service may answer anything.
const expected: readonly (readonly [name: string, kind: string, message: RegExp])[] = [
  ['HTML of 200', 'unreadable-answer', /not a JSON object/],
  ['HTML of 502', 'service-fault', /HTTP 502/],
  ['nothing', 'unreadable-answer', /the answer is empty/],
  ['nothing of 500', 'service-fault', /the answer is empty/],
  ['half of JSON', 'unreadable-answer', /not a JSON object/],
  ['half of what it says', 'network', /connection failed/],
  ['100 MB', 'unreadable-answer', /longer than 64 MiB/],
  ['100 MB of 500', 'unreadable-answer', /longer than 64 MiB/],
  ['100 MB by its own word', 'unreadable-answer', /longer than 64 MiB/],
  ['without end', 'unreadable-answer', /longer than 64 MiB/],
  ['drop by drop', 'timeout', /deadline/],
]

test('answers that are none end in clear errors, in time and with little memory', () => {
  const argv = ['--max-old-space-size=200', '--import', 'tsx', 'test/dataworks/long-answers.ts']
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(projectFolder, 'test/tsconfig.json') }
  const output = execFileSync(process.execPath, argv, { cwd: projectFolder, env, encoding: 'utf8', timeout: 170_000 })
  const { memory, outcomes }: Outcomes = JSON.parse(output)
  expect(Object.keys(outcomes)).toEqual(expected.map(([name]) => name))
  for (const [name, kind, message] of expected) {
    expect(outcomes[name], name).toMatchObject({ kind, message: expect.stringMatching(message) })
  }
  expect(outcomes['drop by drop']?.took).toBeLessThan(10_000)
  process.stdout.write(`${expected.length} answers that are none: at most ${memory} MB\n`)
  expect(memory).toBeLessThan(350)
}, 180_000)
