import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { entryPoints, projectFolder } from '../../scripts/build/entry-points.ts'
import type { CodeBlock } from './code-block.ts'

// Inside node_modules, so that what the source imports is found from there.
const outFolder = join(projectFolder, 'node_modules/.cache/flowspec-docs')

const keepCommonJs: Plugin = {
  name: 'keep-commonjs',
  setup(bundler) {
    bundler.onResolve({ filter: /^\..*\.cjs$/ }, ({ resolveDir, path }) => ({
      path: join(resolveDir, path),
      external: true,
    }))
  },
}

/**
 * Runs a block as a program of its own, in the folder of its page: there relative paths start, and `import.meta.url`
 * is the page. Throws, with what the program printed, when it fails.
 *
 * @returns what the program printed
 */
export async function runBlock(block: CodeBlock): Promise<string> {
  const page = join(projectFolder, block.file)
  const outfile = join(outFolder, `${block.file.replaceAll('/', '-')}.${block.line}.mjs`)
  mkdirSync(outFolder, { recursive: true })
  await build({
    absWorkingDir: projectFolder,
    stdin: { contents: block.code, loader: 'ts', resolveDir: dirname(page), sourcefile: `${block.file}:${block.line}` },
    alias: Object.fromEntries(entryPoints().map(({ specifier, source }) => [specifier, `./${source}`])),
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(page).href) },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [keepCommonJs],
    logLevel: 'silent',
  })
  const options = { cwd: dirname(page), stdio: 'pipe', timeout: 20_000, encoding: 'utf8' } as const
  return execFileSync(process.execPath, [outfile], options)
}
