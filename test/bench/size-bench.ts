import { join } from 'node:path'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import { bundledSize, coreNames } from '../support/bundled-size.ts'
import type { Bound } from './bound.ts'

/** What a program that builds, checks, reads and writes a workflow carries of the built package. */
export async function benchSize(): Promise<Bound[]> {
  const entry = join(projectFolder, 'dist/index.js')
  const bytes = await bundledSize(entry, coreNames)
  const detail = `${bytes} bytes, bundled; the whole entry: ${await bundledSize(entry)} bytes`
  return [{ name: 'own code of the core, kB gzip', value: bytes / 1000, most: 45, detail }]
}
