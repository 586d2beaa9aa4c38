import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectFolder } from '../../src/tooling/entry-points.ts'
import { bundleCore } from '../support/bundle-core.ts'
import type { Bound } from './bound.ts'

/** The core's own code, bundled and compressed. */
export async function benchSize(): Promise<Bound[]> {
  const core = await bundleCore(join(projectFolder, 'dist/index.js'))
  const bytes = gzipSync(core, { level: 9 }).length
  return [{ name: 'own code of the core, kB gzip', value: bytes / 1000, most: 45, detail: `${bytes} bytes, bundled` }]
}
