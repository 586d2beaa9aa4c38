import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import type { CommandConsole } from './command-console.ts'
import { loadModule } from './load-module.ts'

/** Whether a stream gets colours: those of a terminal do, unless the environment says otherwise. */
function hasColors(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true
  return stream.isTTY === true && TERM !== 'dumb'
}

/** The answer to a question on standard error, so that results stay apart. */
async function ask(question: string, signal: AbortSignal): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await lines.question(question, { signal })
  } finally {
    lines.close()
  }
}

/** Runs this program with other words, on the same terminal, until it ends or is stopped. */
async function start(words: readonly string[], signal: AbortSignal): Promise<void> {
  const [, program = ''] = process.argv
  const child = spawn(process.execPath, [...process.execArgv, program, ...words], { stdio: 'inherit' })
  const stop = (): void => {
    child.kill()
  }
  signal.addEventListener('abort', stop)
  await once(child, 'exit')
  signal.removeEventListener('abort', stop)
}

/**
 * The terminal, or whatever the process was started with.
 *
 * @param signal - ends when the command is to end
 */
export function processConsole(signal: AbortSignal): CommandConsole {
  return {
    cwd: process.cwd(),
    env: process.env,
    isInteractive: process.stdin.isTTY === true && process.stderr.isTTY === true,
    hasColors: hasColors(process.stdout),
    tellsColors: hasColors(process.stderr),
    tellsProgress: process.stderr.isTTY === true,
    signal,
    now: Date.now,
    write: (written) => process.stdout.write(written),
    tell: (told) => process.stderr.write(told),
    readInput: () => text(process.stdin),
    ask: (question) => ask(question, signal),
    start: (words) => start(words, signal),
    importModule: loadModule,
  }
}
