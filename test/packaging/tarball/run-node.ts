import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

/** Runs a program as a file of the consumer's project (`.mjs` or `.cjs`) and gives back the JSON it prints. */
export function runNode(name: string, program: string): unknown {
  const folder = inject('consumerFolder')
  const file = join(folder, name)
  writeFileSync(file, program)
  return JSON.parse(execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' }))
}

/** What Node prints of an error that a program of the consumer does not catch. */
export function printedBy(name: string, program: string, ...flags: readonly string[]): string {
  const folder = inject('consumerFolder')
  const file = join(folder, name)
  writeFileSync(file, program)
  return spawnSync(process.execPath, [...flags, file], { cwd: folder, encoding: 'utf8' }).stderr
}
