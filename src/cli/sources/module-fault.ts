import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { showError } from '../../diagnostics/show-value.ts'
import { CommandError } from '../command-error.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { errorPlace } from './error-place.ts'
import { FaultsError } from './faults-error.ts'
import { FileTexts, placeDiagnostics } from './place-diagnostics.ts'
import type { UnreadSource } from './source.ts'
import { shownPath } from './source-files.ts'

async function hintFor(error: unknown): Promise<string> {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')
    return 'Install what it imports, or mend the path.'
  const [, name] = /^([$\w]+) is not defined$/.exec(showError(error)) ?? []
  if (name !== undefined) {
    const { importedFrom } = await import('./imported-names.ts')
    const entry = importedFrom(name)
    if (entry !== undefined) return `Write import { ${name} } from '${entry}'.`
  }
  return 'Run the module by itself to see where that comes from.'
}

/** What is wrong with a module, from the error that it threw while it was loaded, or that told of its exports. */
async function diagnosticsOf(error: unknown): Promise<readonly Diagnostic[]> {
  // What a function of the module threw stands behind the error that tells of it.
  const place = errorPlace(error instanceof CommandError ? error.cause : error)
  const source = place === undefined ? {} : { source: place }
  if (isFlowSpecError(error)) return error.diagnostics.map((diagnostic) => ({ ...source, ...diagnostic }))
  const parts = { rule: 'module/unusable', severity: 'error', path: '' } as const
  if (error instanceof CommandError)
    return [createDiagnostic({ ...parts, ...source, message: error.message, hint: error.next })]
  const message = `The module cannot be loaded: ${showError(error).replace(/(?<![.!?])$/, '.')}`
  return [createDiagnostic({ ...parts, ...source, message, hint: await hintFor(error) })]
}

/** A module that cannot be used, as a file that cannot be read. */
export async function unusableModule(error: unknown, uri: string): Promise<UnreadSource> {
  return { kind: 'unread', uri, diagnostics: await diagnosticsOf(error) }
}

/** The same for a module that a command cannot do without. */
export async function moduleFaults(error: unknown, path: string, { cwd }: CommandConsole): Promise<FaultsError> {
  const source = await unusableModule(error, shownPath(path, cwd))
  return new FaultsError(placeDiagnostics(source, source.diagnostics, { cwd, texts: new FileTexts() }), {
    cause: error,
  })
}

/** The faults of a module behind the error of a function that loaded it; any other error as it is. */
export function faultsBehind(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof FaultsError ? error.cause : error
}
