import { build } from 'esbuild'

/** What a bundler makes of a built entry: the package's own code, without its dependencies. */
export async function bundleCore(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    external: ['*.cjs'],
    minify: true,
    write: false,
    // The entry loads chunks for the order of their side effects, of which there are none.
    logLevel: 'error',
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error(`${entry} was not bundled`)
  return file.contents
}
