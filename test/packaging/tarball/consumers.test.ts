import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { projectFolder } from '../../../scripts/build/entry-points.ts'

const folder = inject('consumerFolder')
const sources = ['orders.ts', 'orders.cts'] as const
for (const source of sources) copyFileSync(join(import.meta.dirname, 'consumer', source), join(folder, source))

const resolutions = [
  { name: 'nodenext', settings: ['--module', 'nodenext'], files: sources },
  { name: 'bundler', settings: ['--module', 'esnext', '--moduleResolution', 'bundler'], files: ['orders.ts'] },
] as const

describe.each([
  { version: '5.9', compiler: 'typescript-5.9' },
  { version: '6.0', compiler: 'typescript' },
  { version: '7.0', compiler: 'typescript-7' },
])('a consumer on TypeScript $version', ({ version, compiler }) => {
  const tsc = join(projectFolder, 'node_modules', compiler, 'bin/tsc')

  test('is compiled by that version', () => {
    expect(spawnSync(process.execPath, [tsc, '--version'], { encoding: 'utf8' }).stdout).toContain(
      `Version ${version}.`,
    )
  })

  test.each(resolutions)(
    'compiles with module resolution $name, declarations checked',
    ({ settings, files }) => {
      const strict = ['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false']
      const argv = [tsc, '--noEmit', '--target', 'es2023', '--types', 'node', ...strict, ...settings, ...files]
      const { stdout, status } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' })
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    },
    120_000,
  )
})
