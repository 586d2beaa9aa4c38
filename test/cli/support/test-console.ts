import type { CommandConsole } from '../../../src/cli/console/command-console.ts'

/** What a call wrote. */
export interface Written {
  stdout: string
  stderr: string
}

/** How a call is made. */
export interface ConsoleParts {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  /** The answers to questions, in their order; without any, nobody is there to answer. */
  readonly answers?: readonly string[]
  readonly hasColors?: boolean
  readonly writesToTerminal?: boolean
  readonly signal?: AbortSignal
}

/** A console in memory, whose clock stands still and which loads modules as the tests do. */
export function testConsole(parts: ConsoleParts): { readonly console: CommandConsole; readonly written: Written } {
  const { cwd, env = {}, input = '', answers = [], hasColors = false, writesToTerminal = false } = parts
  const written: Written = { stdout: '', stderr: '' }
  const left = [...answers]
  const console: CommandConsole = {
    cwd,
    env,
    isInteractive: answers.length > 0,
    writesToTerminal,
    hasColors,
    tellsColors: hasColors,
    tellsProgress: false,
    signal: parts.signal ?? new AbortController().signal,
    now: () => Date.UTC(2026, 2, 1, 4),
    write: (text) => {
      written.stdout += text
    },
    tell: (text) => {
      written.stderr += text
    },
    readInput: async () => input,
    ask: async (question) => {
      const answer = left.shift() ?? ''
      written.stderr += `${question}${answer}\n`
      return answer
    },
    start: async (words) => {
      written.stdout += `(flowspec ${words.join(' ')})\n`
    },
    importModule: (path) => import(/* @vite-ignore */ path),
  }
  return { console, written }
}
