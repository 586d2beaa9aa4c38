import { basename, join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { type EntryPoint, projectFolder } from './entry-points.ts'
import { withoutRuleTexts } from './without-rule-texts.ts'

/**
 * Leaves CommonJS modules outside the bundle and collects them: taken into an ES module, their `require` would be gone.
 * They are the bridges to packages of which one copy must be loaded, and are shipped beside the bundle as they are.
 */
function keepCommonJs(kept: Set<string>): Plugin {
  return {
    name: 'keep-commonjs',
    setup(bundler) {
      bundler.onResolve({ filter: /^\..*\.cjs$/ }, ({ path, resolveDir }) => {
        kept.add(join(resolveDir, path))
        return { path: `./${basename(path)}`, external: true }
      })
    },
  }
}

/**
 * Bundles the entries into one flat folder of ES modules; what several entries use lands in shared chunks, so that a
 * class such as `FlowSpecError` is the same object whichever entry it came from. Dependencies stay outside.
 *
 * @returns the CommonJS modules that the bundles refer to and that must be copied beside them
 */
export async function bundle(entries: readonly EntryPoint[], outFolder: string): Promise<ReadonlySet<string>> {
  const kept = new Set<string>()
  const { warnings } = await build({
    absWorkingDir: projectFolder,
    entryPoints: entries.map((entry) => ({ in: entry.source, out: basename(entry.bundle, '.js') })),
    outdir: outFolder,
    chunkNames: 'shared-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    // Neutral: neither Node nor a browser is assumed, so nothing of either is put in.
    platform: 'neutral',
    target: 'es2023',
    packages: 'external',
    legalComments: 'none',
    // White space stays: with it esbuild would drop the `@__PURE__` marks, and a program that imports one name would
    // carry what all others need.
    minifySyntax: true,
    minifyIdentifiers: true,
    plugins: [keepCommonJs(kept), withoutRuleTexts],
  })
  if (warnings.length > 0) throw new Error(`the bundler gave ${warnings.length} warnings (above)`)
  return kept
}
