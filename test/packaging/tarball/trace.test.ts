import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, inject, test } from 'vitest'
import { projectFolder } from '../../../scripts/build/entry-points.ts'

const folder = inject('consumerFolder')
const program = [
  '// Types push the code to other lines when they are taken out.',
  'interface Named {',
  '  readonly name: string',
  '}',
  "import { odpsSql, workflow } from 'flowspec'",
  '',
  "const named: Named = { name: 'late' }",
  'const late = odpsSql(named.name)',
  "  .code('select 1')",
  "  .after('gone' as string)",
  "const found = workflow('orders').cron('00 02 00 * * ?').nodeList([late]).check({ trace: true })",
  'console.log(JSON.stringify(found.map(({ source }) => source)))',
].join('\n')
const expected = [{ file: 'traced.ts', line: 8, column: 14 }]

function run(...argv: readonly string[]): unknown {
  return JSON.parse(execFileSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' }))
}

async function bundled(name: string, minify: boolean, external: readonly string[]): Promise<string> {
  const outfile = join(folder, name)
  const entryPoints = [join(folder, 'traced.ts')]
  await build({
    entryPoints,
    outfile,
    bundle: true,
    minify,
    sourcemap: true,
    external: [...external],
    format: 'esm',
    platform: 'node',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  })
  return outfile
}

describe('the place of a call is that in the source a user wrote', () => {
  writeFileSync(join(folder, 'traced.ts'), program)

  test('when tsx runs it', () => {
    const tsx = pathToFileURL(join(projectFolder, 'node_modules/tsx/dist/loader.mjs')).href
    expect(run('--import', tsx, 'traced.ts')).toEqual(expected)
  })

  test.each([
    ['bundled', false, ['flowspec']],
    ['bundled together with the package', false, []],
    ['bundled together with the package and minified', true, []],
  ] as const)('when it is %s', async (_, minify, external) => {
    const file = await bundled(`traced-${minify}-${external.length}.mjs`, minify, external)
    expect(run('--enable-source-maps', file)).toEqual(expected)
  })

  test('or that in the bundle, without source maps', async () => {
    const file = await bundled('unmapped.mjs', false, [])
    expect(run(file)).toEqual([{ file: 'unmapped.mjs', line: expect.any(Number), column: expect.any(Number) }])
  })
})
