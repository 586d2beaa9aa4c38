import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'

/** What a call of the command ended with, and what it wrote. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The script of the command, as the packed package names it. */
export function commandProgram(): string {
  const installed = join(inject('consumerFolder'), 'node_modules/flowspec')
  const manifest: { bin: { flowspec: string } } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  return join(installed, manifest.bin.flowspec)
}

/** Runs the command as a process of its own, without colours of the environment. */
export function flowspec(words: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Ended {
  const { NO_COLOR: _, FORCE_COLOR: __, FLOWSPEC_TRACE: ___, ...others } = process.env
  const options = { cwd, encoding: 'utf8', env: { ...others, ...env }, timeout: 120_000 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [commandProgram(), ...words], options)
  return { code: status, stdout, stderr }
}

/** Writes files into a folder, by their paths in it. */
export function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}
