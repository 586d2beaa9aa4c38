import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import type { Bound } from './bound.ts'
import { median } from './measure.ts'

const program = (specifier: string): string =>
  `const start = performance.now(); await import(${JSON.stringify(specifier)}); process.stdout.write(String(performance.now() - start))`

/** Milliseconds of an import in a process of its own. */
function importTime(specifier: string): number {
  const run = ['--input-type=module', '--eval', program(specifier)]
  return Number(execFileSync(process.execPath, run, { cwd: projectFolder, encoding: 'utf8' }))
}

/** Importing the built core against importing cron-parser, which it needs. */
export function benchImport(): Bound[] {
  const core = pathToFileURL(join(projectFolder, 'dist/index.js')).href
  const times = Array.from({ length: 15 }, () => [importTime(core), importTime('cron-parser')] as const)
  const ours = median(times.map(([time]) => time))
  const yardstick = median(times.map(([, time]) => time))
  const detail = `${ours.toFixed(1)} ms / ${yardstick.toFixed(1)} ms`
  return [{ name: 'import of the core / import of cron-parser', value: ours / yardstick, most: 1.3, detail }]
}
