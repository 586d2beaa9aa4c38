import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { projectFolder } from '../../../scripts/build/entry-points.ts'
import { projectFiles } from '../../../src/cli/init/project-files.ts'
import { pageBlocks } from '../../docs/code-block.ts'

const folder = inject('consumerFolder')
const sources = ['orders.ts', 'orders.cts'] as const
for (const source of sources) copyFileSync(join(import.meta.dirname, 'consumer', source), join(folder, source))

const resolutions = [
  { name: 'nodenext', settings: ['--module', 'nodenext'], files: sources },
  { name: 'bundler', settings: ['--module', 'esnext', '--moduleResolution', 'bundler'], files: ['orders.ts'] },
] as const

const compilers = [
  { version: '5.9', compiler: 'typescript-5.9' },
  { version: '6.0', compiler: 'typescript' },
  { version: '7.0', compiler: 'typescript-7' },
] as const

describe.each(compilers)('a consumer on TypeScript $version', ({ version, compiler }) => {
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

test('a new project compiles with the code of every page in it', () => {
  const shop = join(folder, 'shop-of-pages')
  for (const [path, text] of projectFiles({ name: 'shop', identifier: 'shop', version: '0.0.0' })) {
    mkdirSync(dirname(join(shop, path)), { recursive: true })
    writeFileSync(join(shop, path), text)
  }
  // The pages on tests with Vitest tell that it is to be installed.
  const blocks = pageBlocks().filter(({ code }) => !code.includes("from 'vitest'"))
  expect(blocks.length).toBeGreaterThan(100)
  for (const { file, line, code } of blocks) {
    const name = `${file.replaceAll('/', '-')}-${line}.ts`
    writeFileSync(join(shop, 'pipelines', name), `${code}\nexport {}\n`)
  }
  const tsc = join(projectFolder, 'node_modules/typescript/bin/tsc')
  const { stdout, status } = spawnSync(process.execPath, [tsc], { cwd: shop, encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
}, 120_000)

for (const name of ['esm.mts', 'commonjs.cts']) {
  writeFileSync(
    join(folder, name),
    "import { virtual } from 'flowspec'\nexport const name: string = virtual('start').name\n",
  )
}

/** What `docs/what-works-where.md` says of settings: nothing when they work, else the error by which the compiler tells. */
const modes: readonly (readonly [settings: string, file: string, says: Readonly<Record<string, string>>])[] = [
  ['--module node16', 'esm.mts', {}],
  ['--module nodenext', 'commonjs.cts', {}],
  ['--module preserve --moduleResolution bundler', 'commonjs.cts', {}],
  ['--module commonjs --moduleResolution bundler', 'commonjs.cts', { '5.9': 'TS5095' }],
  ['--module node16', 'commonjs.cts', { '5.9': 'TS1479', '6.0': 'TS1479', '7.0': 'TS1479' }],
  [
    '--module commonjs --moduleResolution node10',
    'commonjs.cts',
    { '5.9': 'TS2307', '6.0': 'TS5107', '7.0': 'TS5108' },
  ],
]

describe.each(compilers)('TypeScript $version', ({ version, compiler }) => {
  const tsc = join(projectFolder, 'node_modules', compiler, 'bin/tsc')
  const page = readFileSync(join(projectFolder, 'docs/what-works-where.md'), 'utf8')

  test.each(modes)('with %s, %s', (settings, file, says) => {
    const argv = [
      tsc,
      '--noEmit',
      '--target',
      'es2023',
      '--types',
      'node',
      '--skipLibCheck',
      ...settings.split(' '),
      file,
    ]
    const { stdout } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' })
    const code = says[version]
    expect(/error (TS\d+)/.exec(stdout)?.[1]).toBe(code)
    if (code !== undefined) expect(page).toContain(code)
  })
})
