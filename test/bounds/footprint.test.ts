import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import type { Footprint } from './footprint.ts'
import { shapes } from './shapes.ts'

const isThorough = process.env['FLOWSPEC_THOROUGH'] !== undefined

/** The longest document that is answered for, and in what seconds and megabytes. */
const limits = { characters: 2_000_000, seconds: 20, memory: 1000 }

/** A share of it, for every run. */
const [tried, characters] = isThorough ? [Object.keys(shapes), limits.characters] : [['unknown references'], 100_000]

function footprintOf(shape: string): readonly Footprint[] {
  const argv = ['--import', 'tsx', 'test/bounds/footprint.ts', shape, String(characters)]
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(projectFolder, 'test/tsconfig.json') }
  return JSON.parse(execFileSync(process.execPath, argv, { cwd: projectFolder, env, encoding: 'utf8' }))
}

describe(`documents of ${characters} characters take neither the memory nor the time of a machine`, () => {
  test.each(tried)(
    '%s',
    (shape) => {
      const found = footprintOf(shape)
      const slowest = [...found].sort((left, right) => right.seconds - left.seconds).slice(0, 3)
      const figures = slowest.map(({ operation, seconds }) => `${operation} ${seconds.toFixed(1)} s`).join(', ')
      if (isThorough) process.stdout.write(`${shape}: ${Math.round(found.at(-1)?.memory ?? 0)} MB, ${figures}\n`)
      expect(found.length).toBeGreaterThan(10)
      const { seconds: longest, memory: most } = limits
      expect(found.filter(({ seconds, memory }) => seconds >= longest || memory >= most)).toEqual([])
    },
    1_000_000,
  )
})
