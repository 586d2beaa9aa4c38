import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { entryPoints, programs } from '../../../scripts/build/entry-points.ts'
import { bundledSize } from '../../support/bundled-size.ts'
import { importsOf, ownModules } from './own-modules.ts'

const folder = join(inject('consumerFolder'), 'node_modules/flowspec')
const files = inject('packedFiles')
const wanted = [
  /^package\.json$/,
  /^(README|README\.zh-CN|CHANGELOG|CONTRIBUTING)\.md$/,
  /^LICENSE$/,
  /^docs\/(?:decisions\/)?[a-z-]+(?:\.zh-CN)?\.md$/,
  /^docs\/images\/[a-z-]+\.(?:svg|png)$/,
  /^docs\/schemas\/[a-z-]+\.json$/,
  /^docs\/examples\/(?:[\w-]+\/)+[\w-]+\.(?:ts|sql|sh|py|json)$/,
  /^dist\/[a-z-]+\.js(?:\.map)?$/,
  /^dist\/shared-[\w-]{8}\.js(?:\.map)?$/,
  /^dist\/[a-z-]+\.cjs$/,
  /^dist\/schema\.json$/,
  /^dist\/types\/[a-z0-9/-]+\.d\.c?ts$/,
]

/** The package a specifier belongs to: `a/b` of `a`, `@s/a/b` of `@s/a`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

describe('the tarball', () => {
  test('holds only what a user needs', () => {
    expect(files.filter((file) => !wanted.some((pattern) => pattern.test(file)))).toEqual([])
  })

  test.each(['package.json', 'README.md', 'README.zh-CN.md', 'LICENSE', 'CHANGELOG.md', 'docs/rules.md'])(
    'holds %s',
    (file) => {
      expect(files).toContain(file)
    },
  )

  test.each(files.filter((file) => file.endsWith('.md')))('links from %s to nothing that it does not hold', (file) => {
    const text = readFileSync(join(folder, file), 'utf8').replace(/^```[\s\S]*?^```/gm, '')
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target.replace(/#.*$/, ''))
    const relative = targets.filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    expect(relative.filter((target) => !existsSync(join(folder, file, '..', target)))).toEqual([])
  })

  test('has no bundle that is neither an entry nor a program', () => {
    const bundles = files.filter((file) => /^dist\/(?!shared-).*\.js$/.test(file))
    const entries = [...entryPoints(), ...programs()].map(({ bundle }) => bundle)
    expect(bundles.sort()).toEqual(entries.sort())
  })

  test('imports nothing it does not declare, and declares nothing it does not import', () => {
    const manifest: { dependencies: Record<string, string>; peerDependencies: Record<string, string> } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    )
    const declared = { ...manifest.dependencies, ...manifest.peerDependencies }
    const code = files.filter((file) => /\.(?:c?js|d\.c?ts)$/.test(file))
    const imported = new Set(code.flatMap((file) => importsOf(join(folder, file)).foreign))
    const packages = new Set([...imported].filter((name) => !name.startsWith('node:')).map(packageOf))
    // Imported by a name in a variable, so that bundlers of programs without it do not look for it.
    const texts = code.filter((file) => file.endsWith('.js')).map((file) => readFileSync(join(folder, file), 'utf8'))
    const byName = ['@alicloud/credentials'].filter((name) =>
      texts.some((text) => /['"`]/.test(text.split(name)[0]?.at(-1) ?? '')),
    )
    expect([...packages, ...byName].sort()).toEqual(Object.keys(declared).sort())
  })
})

test('the code is ASCII, which engines keep in half the space', () => {
  const code = readdirSync(join(folder, 'dist')).filter((name) => name.endsWith('.js'))
  expect(code.length).toBeGreaterThan(5)
  const isAscii = (name: string): boolean => !/[^\0-\x7f]/.test(readFileSync(join(folder, 'dist', name), 'utf8'))
  expect(code.filter((name) => !isAscii(name))).toEqual([])
})

describe('the core', () => {
  const core = ownModules(join(folder, 'dist/index.js'))

  test('loads the scheduler and the number-safe JSON reader, and nothing else', () => {
    const allowed = ['cron-parser', 'lossless-json', 'luxon']
    expect(core.flatMap((file) => importsOf(file).foreign).filter((name) => !allowed.includes(name))).toEqual([])
  })

  test('is left out of programs that do not import it', async () => {
    const entry = join(folder, 'dist/index.js')
    const whole = await bundledSize(entry, undefined, 'own')
    expect(await bundledSize(entry, ['readSpec', 'writeJson'], 'own')).toBeLessThan(whole / 4)
  })
})
