import { execFileSync } from 'node:child_process'
import { projectFolder } from '../../src/tooling/entry-points.ts'
import type { Bound } from './bound.ts'
import { benchBuild } from './build-bench.ts'
import { benchImport } from './import-bench.ts'
import { benchSize } from './size-bench.ts'
import { benchTypes } from './types-bench.ts'

function line({ name, value, most, detail }: Bound): string {
  const verdict = value <= most ? 'ok  ' : 'OVER'
  return `${verdict} ${value.toFixed(2).padStart(8)} <= ${String(most).padEnd(4)} ${name} (${detail})\n`
}

execFileSync(process.execPath, ['--import', 'tsx', 'src/tooling/build.ts'], { cwd: projectFolder, stdio: 'inherit' })
const bounds = [...benchBuild(), ...benchImport(), ...benchSize(), ...benchTypes()]
for (const bound of bounds) process.stdout.write(line(bound))
if (bounds.some(({ value, most }) => value > most)) process.exitCode = 1
