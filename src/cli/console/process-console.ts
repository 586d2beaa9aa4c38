import process from 'node:process'
import { buffer } from 'node:stream/consumers'
import { documentText } from '../../document/utf8-text.ts'
import { askQuestion } from './ask-question.ts'
import type { CommandConsole } from './command-console.ts'
import { loadModule } from './load-module.ts'
import { startAgain } from './start-program.ts'

/** Whether a stream gets colours: those of a terminal do, unless the environment says otherwise. */
function hasColors(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true
  return stream.isTTY === true && TERM !== 'dumb'
}

/**
 * The terminal, or whatever the process was started with.
 *
 * @param signal - ends when the command is to end
 * @param write - the way to standard output, where that is kept for results
 */
export function processConsole(
  signal: AbortSignal,
  write: CommandConsole['write'] = (written) => process.stdout.write(written),
): CommandConsole {
  return {
    cwd: process.cwd(),
    env: process.env,
    isInteractive: process.stdin.isTTY === true && process.stderr.isTTY === true,
    writesToTerminal: process.stdout.isTTY === true,
    hasColors: hasColors(process.stdout),
    tellsColors: hasColors(process.stderr),
    tellsProgress: process.stderr.isTTY === true,
    signal,
    now: Date.now,
    write,
    tell: (told) => process.stderr.write(told),
    readInput: async () => documentText(await buffer(process.stdin)),
    // Results stay apart from questions.
    ask: (question) => askQuestion(question, { input: process.stdin, output: process.stderr, signal }),
    start: (words) => startAgain(words, signal),
    importModule: loadModule,
  }
}
