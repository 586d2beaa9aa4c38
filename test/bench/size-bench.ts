import { join } from 'node:path'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import { bundledSize, coreNames } from '../support/bundled-size.ts'
import type { Figure } from './figure.ts'

/** What programs carry of the built package, bundled, minified and compressed: with its dependencies, and its own code alone. */
export async function benchSize(): Promise<Figure[]> {
  const entry = join(projectFolder, 'dist/index.js')
  const programs = [
    ['a program that builds, checks, reads and writes a workflow', coreNames],
    ['a program that reads and writes', ['readSpec', 'writeJson']],
    ['everything in the core', undefined],
  ] as const
  return await Promise.all(
    programs.map(async ([name, names]): Promise<Figure> => {
      const own = await bundledSize(entry, names, 'own')
      const value = (await bundledSize(entry, names, 'with dependencies')) / 1000
      return { name: `bytes: ${name}`, value, unit: 'kB', detail: `own code ${(own / 1000).toFixed(1)} kB` }
    }),
  )
}
