import type { Reporter, TestModule } from 'vitest/node'
import { countKind, type KindCount, kindFault, type RanTest } from './kind.ts'
import { kinds } from './kinds.ts'

function ranTests(modules: readonly TestModule[]): readonly RanTest[] {
  return modules
    .filter(({ project }) => project.name === 'source')
    .flatMap((module) =>
      [...module.children.allTests()].map(({ fullName }) => ({ file: module.relativeModuleId, name: fullName })),
    )
}

function line({ kind, reported, neighbours }: KindCount): string {
  return `${kind.name.padEnd(64)} ${String(reported).padStart(4)} ${String(neighbours).padStart(5)}\n`
}

/**
 * Prints of each kind of fault that was reported once how many tests there are of what was reported and of its neighbours,
 * and fails a run that has too few. Kinds of which some files did not run are left out.
 */
export default class KindsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = ranTests(modules)
    const counts = kinds.flatMap((kind) => countKind(kind, tests) ?? [])
    if (counts.length === 0) return
    process.stdout.write(`\n${'tests of kinds of faults'.padEnd(64)} told  near\n${counts.map(line).join('')}\n`)
    const faults = counts.flatMap((count) => kindFault(count) ?? [])
    if (faults.length === 0) return
    process.stderr.write(`${faults.join('\n')}\n`)
    process.exitCode = 1
  }
}
