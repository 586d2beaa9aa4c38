import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { isRecord, readText } from '../../document/json/records.ts'
import type { CommandConsole } from './command-console.ts'

async function over(child: ChildProcess, signal: AbortSignal): Promise<void> {
  const stop = (): void => {
    child.kill()
  }
  signal.addEventListener('abort', stop)
  try {
    // All that it wrote has been read then.
    await once(child, 'close')
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/**
 * Runs this program with other words, on the same terminal, until it ends or is stopped.
 *
 * @throws Error of the system when the process cannot be started
 */
export async function startAgain(words: readonly string[], signal: AbortSignal): Promise<void> {
  const [, program = ''] = process.argv
  await over(spawn(process.execPath, [...process.execArgv, program, ...words], { stdio: 'inherit' }), signal)
}

/** The script of the command, as the package names it. */
function commandScript(): string {
  const description = createRequire(import.meta.url).resolve('flowspec/package.json')
  const content: unknown = JSON.parse(readFileSync(description, 'utf8'))
  const bin = isRecord(content) ? readText(content['bin'], 'flowspec') : undefined
  if (bin === undefined) throw new Error(`${description} names no program flowspec`)
  return join(description, '..', bin)
}

/**
 * Runs the command for another program, whose own script is not the command. What it writes goes where the program wants it.
 *
 * @throws Error of the system when the process cannot be started
 */
export async function startBeside(words: readonly string[], console: CommandConsole): Promise<void> {
  const { cwd, env, hasColors, signal, write, tell } = console
  const child = spawn(process.execPath, [commandScript(), ...words], {
    cwd,
    env: hasColors ? { ...env, FORCE_COLOR: '1' } : env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.setEncoding('utf8').on('data', write)
  child.stderr.setEncoding('utf8').on('data', tell)
  await over(child, signal)
}
