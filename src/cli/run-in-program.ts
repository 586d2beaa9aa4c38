import { defined } from '../builders/fields.ts'
import {
  anything,
  boolean,
  checkArgument,
  checkSettings,
  fields,
  listOf,
  type SettingKindsOf,
  step,
  text,
} from '../diagnostics/arguments.ts'
import type { CommandConsole } from './console/command-console.ts'
import { processConsole } from './console/process-console.ts'
import { startBeside } from './console/start-program.ts'
import type { ExitCode } from './exit-codes.ts'
import { runCall } from './run-call.ts'

const consoleKinds: SettingKindsOf<CommandConsole> = {
  cwd: text,
  env: fields,
  isInteractive: boolean,
  writesToTerminal: boolean,
  hasColors: boolean,
  tellsColors: boolean,
  tellsProgress: boolean,
  signal: anything,
  now: step,
  write: step,
  tell: step,
  readInput: step,
  ask: step,
  start: step,
  importModule: step,
}

/**
 * Runs the command `flowspec` in this process, as it would run from a terminal.
 *
 * @param words - what stands behind `flowspec`: `['check', 'pipelines']`
 * @param console - what it reads and writes, as far as that is not what this process does. What modules of pipelines print by
 * themselves is not written with `write`: it goes where this process prints
 * @returns what the command would end with: 0, 1, 2 or 3; it never ends the process
 * @throws FlowSpecError for words that are no texts, and for settings that nothing reads
 *
 * @example
 * ```ts
 * import { runCommand } from 'flowspec/command'
 *
 * let report = ''
 * const code = await runCommand(['explain', 'graph/cycle', '--format', 'json'], {
 *   write: (text) => {
 *     report += text
 *   },
 * })
 * process.stdout.write(`${code}: ${JSON.parse(report).rules[0].summary}\n`)
 * ```
 */
export async function runCommand(words: readonly string[], console: Partial<CommandConsole> = {}): Promise<ExitCode> {
  checkArgument('runCommand', 'words', words, listOf(text))
  checkSettings('runCommand', 'console', console, consoleKinds)
  const { signal = new AbortController().signal } = console
  const start: CommandConsole['start'] = (again) => startBeside(again, whole)
  const whole: CommandConsole = { ...processConsole(signal), start, ...defined(console) }
  return await runCall(words, whole)
}
