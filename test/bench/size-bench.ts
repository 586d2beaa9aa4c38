import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { projectFolder } from '../../src/tooling/entry-points.ts'
import type { Bound } from './bound.ts'

/** What a bundler makes of the core: its own code, without its dependencies. */
export async function bundledCore(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: projectFolder,
    entryPoints: ['dist/index.js'],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    external: ['*.cjs'],
    minify: true,
    write: false,
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error('the core was not bundled')
  return file.contents
}

/** The core's own code, compressed. */
export async function benchSize(): Promise<Bound[]> {
  const bytes = gzipSync(await bundledCore(), { level: 9 }).length
  return [{ name: 'own code of the core, kB gzip', value: bytes / 1000, most: 45, detail: `${bytes} bytes, bundled` }]
}
