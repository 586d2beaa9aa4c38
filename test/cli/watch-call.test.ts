import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runCommand } from 'flowspec/command'
import { describe, expect, test } from 'vitest'
import { testConsole } from './support/test-console.ts'

function inFolder(): string {
  return mkdtempSync(join(realpathSync(tmpdir()), 'flowspec-watch-'))
}

/** Writes a file anew beside, and puts it in the place of the old one, as `sed -i`, editors and git do. */
function replaceFile(path: string, text: string): void {
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
}

function recreateFile(path: string, text: string): void {
  rmSync(path, { force: true })
  writeFileSync(path, text)
}

interface Watched {
  /** The folder above the one that the call is made in. */
  readonly root: string
  readonly cwd: string
  /** What the runs read of the file, each at its beginning. */
  readonly seen: readonly string[]
}

/** How long a run takes: longer than from one save to the next. */
const run = 400

/** Watches while something is done, until the last run read the last text of a file. */
async function whileWatched(
  file: string,
  prepare: (root: string) => void,
  act: (watched: Watched) => Promise<void>,
  last: string,
): Promise<void> {
  const root = inFolder()
  const cwd = join(root, 'shop')
  mkdirSync(cwd)
  prepare(root)
  const ending = new AbortController()
  const { console } = testConsole({ cwd, signal: ending.signal })
  const seen: string[] = []
  const start = async (): Promise<void> => {
    seen.push(existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '')
    await pause(run)
  }
  const ended = runCommand(['check', 'orders.ts', '--watch'], { ...console, start })
  try {
    await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(1)
    await act({ root, cwd, seen })
    await expect.poll(() => seen.at(-1), { timeout: 10_000 }).toBe(last)
  } finally {
    ending.abort()
    await ended
    rmSync(root, { recursive: true })
  }
}

test('a call with --watch is run again when a file changes, without it', async () => {
  const cwd = inFolder()
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

const ways = { 'in its place': writeFileSync, 'by a rename': replaceFile, 'made anew': recreateFile }
const files = ['shop/orders.ts', 'shop/parts/deep/returns.ts', 'shop/sql/ods.sql', 'flowspec.config.ts']

describe('the last run reads what was saved last', () => {
  const cases = Object.entries(ways).flatMap(([way, save]) => files.map((file) => ({ way, file, save })))
  test.each(cases)('$file $way', async ({ file, save }) => {
    const prepare = (root: string): void => {
      writeFileSync(join(root, 'flowspec.config.ts'), '0')
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), '0')
    }
    const act = async ({ root, seen }: Watched): Promise<void> => {
      for (let count = 1; count <= 10; count++) {
        save(join(root, file), String(count))
        await pause(300)
      }
      // Not one at the end alone.
      expect(seen.length).toBeGreaterThan(2)
    }
    await whileWatched(file, prepare, act, '10')
  })

  test('in a folder that comes, is replaced by another, and comes again', async () => {
    const file = 'shop/new/deep/returns.ts'
    const act = async ({ root, cwd }: Watched): Promise<void> => {
      mkdirSync(join(cwd, 'new/deep'), { recursive: true })
      await pause(300)
      writeFileSync(join(root, file), '1')
      await pause(300)
      mkdirSync(join(root, 'other/deep'), { recursive: true })
      writeFileSync(join(root, 'other/deep/returns.ts'), '2')
      renameSync(join(cwd, 'new'), join(root, 'old'))
      renameSync(join(root, 'other'), join(cwd, 'new'))
      await pause(300)
      rmSync(join(cwd, 'new'), { recursive: true })
      mkdirSync(join(cwd, 'new/deep'), { recursive: true })
      writeFileSync(join(root, file), '3')
      await pause(1500)
      replaceFile(join(root, file), '4')
    }
    await whileWatched(file, () => undefined, act, '4')
  })

  test('of a file that stands elsewhere, to which a link leads', async () => {
    const prepare = (root: string): void => {
      mkdirSync(join(root, 'elsewhere'))
      writeFileSync(join(root, 'elsewhere/orders.ts'), '0')
      symlinkSync('../elsewhere/orders.ts', join(root, 'shop/orders.ts'))
    }
    const act = async ({ root }: Watched): Promise<void> => {
      await pause(1000)
      replaceFile(join(root, 'elsewhere/orders.ts'), '1')
    }
    await whileWatched('shop/orders.ts', prepare, act, '1')
  })

  test('while another file is written all the time', async () => {
    const act = async ({ cwd, root }: Watched): Promise<void> => {
      writeFileSync(join(root, 'shop/orders.ts'), '1')
      for (let count = 0; count < 50; count++) {
        writeFileSync(join(cwd, 'a.log'), String(count))
        await pause(50)
      }
    }
    await whileWatched('shop/orders.ts', () => undefined, act, '1')
  })
})
