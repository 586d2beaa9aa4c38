import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import commonjsPlugin from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { build as esbuild } from 'esbuild'
import { rollup } from 'rollup'
import { build as vite } from 'vite'
import { expect, inject, test } from 'vitest'
import webpack from 'webpack'

// Its declarations say that the module is what it exports by default.
const commonjs = commonjsPlugin as unknown as typeof commonjsPlugin.default
const folder = inject('consumerFolder')
const entry = join(folder, 'bundled-program.mjs')
const node = [...builtinModules, /^node:/]

/** Something of every entry that needs no network, among it all that needs a dependency. */
writeFileSync(
  entry,
  `import { odpsSql, readSpec, workflow, writeJson } from 'flowspec'
  import { toMermaid } from 'flowspec/graph'
  import { runs } from 'flowspec/schedule'
  import { readYaml, writeYaml } from 'flowspec/yaml'
  import { createClient } from 'flowspec/dataworks'
  const document = workflow('w').cron('00 02 00 * * ?').nodes(odpsSql('a').code('select 1')).build()
  const next = [...runs({ cron: '00 30 02 * * ?', timezone: 'Europe/London' }, { from: 0, count: 2 })]
  const big = readSpec('{"a": 12345678901234567890}')
  console.log(JSON.stringify([writeJson(document), writeJson(big), next, toMermaid(document), readYaml(writeYaml(document)), typeof createClient]))`,
)

/** Each bundler with its own settings and no more: what the package is in need of, a user would have to find out. */
const bundlers: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  esbuild: (outfile) =>
    // yaml is CommonJS that requires modules of Node, which esbuild leaves in ES modules as a call that fails.
    esbuild({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' }),
  rollup: async (file) => {
    const bundle = await rollup({
      input: entry,
      external: node,
      // cron-parser is CommonJS.
      plugins: [nodeResolve(), commonjs()],
      onLog: (level, { message }) => {
        if (level === 'warn') throw new Error(message)
      },
    })
    return bundle.write({ file, format: 'es' })
  },
  vite: (file) =>
    vite({
      root: folder,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: entry,
        outDir: join(file, '..'),
        emptyOutDir: false,
        rollupOptions: { output: { entryFileNames: 'vite.mjs' } },
      },
    }),
  webpack: (file) =>
    new Promise((done, fail) => {
      webpack(
        {
          entry,
          mode: 'production',
          target: 'node20',
          output: { path: join(file, '..'), filename: 'webpack.cjs' },
          context: folder,
        },
        (error, stats) => {
          if (error !== null) fail(error)
          else if (stats?.hasErrors() || stats?.hasWarnings()) fail(new Error(stats.toString('errors-warnings')))
          else done(stats)
        },
      )
    }),
}

const outputOf = (file: string): string => execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
const expected = outputOf(entry)

test.each(Object.entries(bundlers))(
  '%s bundles a program that does what it does unbundled',
  async (name, bundle) => {
    const file = join(folder, 'bundled', `${name}.${['esbuild', 'webpack'].includes(name) ? 'cjs' : 'mjs'}`)
    await bundle(file)
    expect(outputOf(file)).toBe(expected)
  },
  120_000,
)
