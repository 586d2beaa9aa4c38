import { isDataWorksError } from '../dataworks/errors/data-works-error.ts'
import { isFlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { printableLines, showError } from '../diagnostics/show-value.ts'
import { CommandError, UsageError } from './command-error.ts'
import type { CommandConsole } from './console/command-console.ts'
import { tellStack } from './console/tell-stack.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { thrownFaults } from './modules/thrown-faults.ts'
import { FaultsError } from './sources/faults-error.ts'
import { FileTexts, placeDiagnostics } from './sources/place-diagnostics.ts'
import { countsText, diagnosticsText, explainText, type PlacedDiagnostic } from './text/diagnostics-text.ts'
import { paletteOf } from './text/palette.ts'

/** Tells what ended a command, and what to do next. */
export function tellError(error: unknown, console: CommandConsole): ExitCode {
  const palette = paletteOf(console.tellsColors)
  const faults = faultsOf(error, console)
  if (faults !== undefined) {
    const diagnostics = faults.map(({ diagnostic }) => diagnostic)
    console.tell(diagnosticsText(faults, palette))
    console.tell(`${countsText(diagnostics, palette)}\n${explainText(diagnostics, palette)}`)
    if (!(error instanceof FaultsError)) tellStack(error, console)
    return exitCodes.faults
  }
  const { message, next } = wordsOf(error)
  console.tell(`${palette.error('error')} ${printableLines(message, '  ')}\n`)
  if (next !== undefined) console.tell(`  ${printableLines(next, '  ')}\n`)
  tellStack(error, console)
  return error instanceof UsageError ? exitCodes.usage : exitCodes.faults
}

/** The faults of pipelines: with their places where a command knows them, or where the code of the user threw them. */
function faultsOf(error: unknown, { cwd }: CommandConsole): readonly PlacedDiagnostic[] | undefined {
  if (error instanceof FaultsError) return error.found.filter(({ diagnostic }) => diagnostic.severity === 'error')
  if (isToldInWords(error)) return undefined
  const thrown = thrownFaults(error, cwd)
  if (thrown !== undefined) return thrown.found
  if (!isFlowSpecError(error)) return undefined
  const source = { kind: 'unread', uri: '', diagnostics: error.diagnostics } as const
  return placeDiagnostics(source, error.diagnostics, { cwd, texts: new FileTexts() })
}

/** Errors of the call and of the service, which say what to do wherever they come from. */
function isToldInWords(error: unknown): boolean {
  return error instanceof CommandError || isDataWorksError(error) || isAborted(error)
}

function isAborted(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

function wordsOf(error: unknown): { readonly message: string; readonly next: string | undefined } {
  if (error instanceof CommandError) return error
  // The hint of an error of the service is the end of its message.
  if (isDataWorksError(error)) return { message: error.message, next: undefined }
  if (isAborted(error)) return { message: 'stopped', next: undefined }
  if (isSystemError(error)) {
    return { message: error.message, next: 'Look whether the path is right, and whether it may be read and written.' }
  }
  // What the functions below say of their arguments names the way out itself.
  return { message: showError(error), next: 'FLOWSPEC_DEBUG=1 shows where it comes from.' }
}

/** An error of the system, such as a file that cannot be written. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'path' in error
}
