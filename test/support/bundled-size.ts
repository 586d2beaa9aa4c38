import { basename, dirname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** What a program imports that builds, checks, reads and writes a workflow. */
export const coreNames: readonly string[] = [
  ...['workflow', 'virtual', 'odpsSql', 'shell'],
  ...['readSpec', 'checkSpec', 'writeJson', 'formatDiagnostics', 'FlowSpecError'],
]

/**
 * Bytes, minified and compressed, of what a bundler keeps of a built entry for a program that imports some names.
 *
 * @param names - what the program imports; everything when it is not given
 * @param scope - whether the packages that it depends on are counted
 */
export async function bundledSize(
  entry: string,
  names: readonly string[] | undefined,
  scope: 'own' | 'with dependencies',
): Promise<number> {
  const imported = names === undefined ? '*' : `{ ${names.join(', ')} }`
  const { outputFiles } = await build({
    stdin: { contents: `export ${imported} from './${basename(entry)}'`, resolveDir: dirname(entry) },
    bundle: true,
    format: 'esm',
    platform: scope === 'own' ? 'neutral' : 'node',
    ...(scope === 'own' ? { packages: 'external', external: ['*.cjs'] } : {}),
    minify: true,
    write: false,
    // The entry loads chunks for the order of their side effects, of which there are none.
    logLevel: 'error',
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error(`${entry} was not bundled`)
  return gzipSync(file.contents, { level: 9 }).length
}
