import { printableLines } from '../../diagnostics/show-value.ts'
import type { CommandConsole } from './command-console.ts'

/** Tells where an error comes from, to those who ask with FLOWSPEC_DEBUG. */
export function tellStack(error: unknown, { env, tell }: Pick<CommandConsole, 'env' | 'tell'>): void {
  const asked = env['FLOWSPEC_DEBUG']
  if (asked === undefined || asked === '' || !(error instanceof Error)) return
  const cause = error.cause instanceof Error ? error.cause : error
  tell(`${printableLines(cause.stack ?? '', '  ')}\n`)
}
