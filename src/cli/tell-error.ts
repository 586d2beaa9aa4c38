import { isDataWorksError } from '../dataworks/errors/data-works-error.ts'
import { isFlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { printable, showError } from '../diagnostics/show-value.ts'
import { CommandError, UsageError } from './command-error.ts'
import type { CommandConsole } from './console/command-console.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { countsText, diagnosticsText } from './text/diagnostics-text.ts'
import { type Palette, paletteOf } from './text/palette.ts'

/** Tells what ended a command, and what to do next. */
export function tellError(error: unknown, console: CommandConsole): ExitCode {
  const palette = paletteOf(console.tellsColors)
  if (isFlowSpecError(error)) {
    const placed = error.diagnostics.map((diagnostic) => ({ diagnostic, uri: 'pipeline' }))
    console.tell(diagnosticsText(placed, palette))
    console.tell(`${countsText(error.diagnostics, palette)}; flowspec check shows where they come from.\n`)
    return exitCodes.faults
  }
  const { message, next } = wordsOf(error)
  console.tell(`${palette.error('error')} ${linesOf(message)}\n`)
  if (next !== undefined) console.tell(`  ${linesOf(next)}\n`)
  tellStack(error, console, palette)
  return error instanceof UsageError ? exitCodes.usage : exitCodes.faults
}

function linesOf(text: string): string {
  return text.split('\n').map(printable).join('\n  ')
}

function wordsOf(error: unknown): { readonly message: string; readonly next: string | undefined } {
  if (error instanceof CommandError) return error
  if (isDataWorksError(error)) return { message: error.message, next: error.hint }
  if (error instanceof Error && error.name === 'AbortError') return { message: 'stopped', next: undefined }
  // What the functions below say of their arguments names the way out itself.
  return { message: showError(error), next: 'FLOWSPEC_DEBUG=1 shows where it comes from.' }
}

/** Where an error comes from, for those who ask. */
function tellStack(error: unknown, { env, tell }: CommandConsole, palette: Palette): void {
  const asked = env['FLOWSPEC_DEBUG']
  if (asked === undefined || asked === '' || !(error instanceof Error)) return
  const cause = error.cause instanceof Error ? error.cause : error
  tell(`${palette.faint(linesOf(cause.stack ?? ''))}\n`)
}
