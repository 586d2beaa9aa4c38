import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { CommandError } from '../command-error.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { tellStack } from '../console/tell-stack.ts'
import { FaultsError } from '../sources/faults-error.ts'
import { FileTexts, placeDiagnostics } from '../sources/place-diagnostics.ts'
import type { UnreadSource } from '../sources/source.ts'
import { shownPath } from '../sources/source-files.ts'
import { describeModuleError, thrownFrom } from './module-error.ts'
import { faultsWithPlaces } from './thrown-faults.ts'

/** What is wrong with a module, from the error that it threw while it was loaded, or that told of its exports. */
async function diagnosticsOf(error: unknown, path: string, cwd: string): Promise<readonly Diagnostic[]> {
  if (isFlowSpecError(error)) return faultsWithPlaces(error, false)
  const parts = { rule: 'module/unusable', severity: 'error', path: '' } as const
  if (error instanceof CommandError) {
    // What a function of the module threw stands behind the error that tells of it.
    return [createDiagnostic({ ...parts, ...thrownFrom(error.cause, true), message: error.message, hint: error.next })]
  }
  const { message, hint, ...places } = await describeModuleError(error, path, cwd)
  return [createDiagnostic({ ...parts, ...places, message, hint })]
}

/** A module that cannot be used, as a file that cannot be read. */
export async function unusableModule(
  error: unknown,
  path: string,
  console: Pick<CommandConsole, 'cwd' | 'env' | 'tell'>,
): Promise<UnreadSource> {
  tellStack(error, console)
  const { cwd } = console
  return { kind: 'unread', uri: shownPath(path, cwd), diagnostics: await diagnosticsOf(error, path, cwd) }
}

/** The same for a module that a command cannot do without. */
export async function moduleFaults(error: unknown, path: string, console: CommandConsole): Promise<FaultsError> {
  const { cwd } = console
  const source = await unusableModule(error, path, console)
  return new FaultsError(placeDiagnostics(source, source.diagnostics, { cwd, texts: new FileTexts() }), {
    cause: error,
  })
}
