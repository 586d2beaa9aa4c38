import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from 'flowspec/command'
import { expect, test } from 'vitest'
import { testConsole } from './support/test-console.ts'

test('a call with --watch is run again when a file changes, without it', async () => {
  const cwd = mkdtempSync(join(realpathSync(tmpdir()), 'flowspec-watch-'))
  try {
    const ending = new AbortController()
    const { console } = testConsole({ cwd, signal: ending.signal })
    const started: (readonly string[])[] = []
    const start = async (words: readonly string[]): Promise<void> => {
      started.push(words)
      if (started.length === 1) writeFileSync(join(cwd, 'orders.ts'), '')
      else ending.abort()
    }
    expect(await runCommand(['check', 'orders.ts', '--watch'], { ...console, start })).toBe(0)
    expect(started).toEqual([
      ['check', 'orders.ts'],
      ['check', 'orders.ts'],
    ])
  } finally {
    rmSync(cwd, { recursive: true })
  }
})

test('a folder that cannot be watched is told', async () => {
  const { console, written } = testConsole({ cwd: join(tmpdir(), 'flowspec-not-there') })
  expect(await runCommand(['check', 'orders.ts', '--watch'], console)).toBe(1)
  expect(written.stderr).toMatch(/flowspec-not-there cannot be watched: .*ENOENT/)
})
