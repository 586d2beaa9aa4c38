import type { ConfigFault } from '../../config/config-error.ts'
import { isDataWorksError } from '../../dataworks/errors/data-works-error.ts'
import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { UsageError } from '../command-error.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { errorPlace } from '../modules/error-place.ts'
import { thrownFrom, wayOutOf } from '../modules/module-error.ts'
import { moduleFaults } from '../modules/module-fault.ts'
import { FaultsError } from '../sources/faults-error.ts'
import { FileTexts, placeDiagnostics } from '../sources/place-diagnostics.ts'
import { configFaultsOf, faultyConfig } from './config-faults.ts'
import type { FoundConfig } from './find-config.ts'

/** What the project of a configuration threw, at the line that did, where its stack leads there. */
function thrownByProject(error: unknown, { message }: ConfigFault, { cwd }: CommandConsole): FaultsError | undefined {
  const cause = error instanceof Error ? error.cause : undefined
  // A function was called by this library, and a promise is rejected by whatever made it.
  const called = thrownFrom(cause, true)
  const { source, ...calls } = called.source === undefined ? thrownFrom(cause) : called
  if (source === undefined) return undefined
  const parts = { rule: 'module/unusable', severity: 'error', path: '' } as const
  const diagnostics = [createDiagnostic({ ...parts, ...calls, source, message, hint: wayOutOf(cause) })]
  const unread = { kind: 'unread', uri: '', diagnostics } as const
  return new FaultsError(placeDiagnostics(unread, diagnostics, { cwd, texts: new FileTexts() }), { cause })
}

/**
 * What kept an environment from being opened, as whoever wrote the configuration can mend it: with the file and the key, or the
 * line that threw it. The function that opens environments is one that they never called.
 *
 * @param found - undefined where paths say what is deployed
 */
export async function openingFaults(
  error: unknown,
  found: FoundConfig | undefined,
  console: CommandConsole,
): Promise<unknown> {
  if (error instanceof Error && error.cause instanceof FaultsError) return error.cause
  const faults = configFaultsOf(error)
  const [first] = faults
  if (first !== undefined) {
    if (found !== undefined) return thrownByProject(error, first, console) ?? faultyConfig(faults, found, error)
    // The configuration is one that the command made of the paths.
    const message = first.message.replace(/^config\.project/, 'What the paths lead to')
    return new UsageError(message, { next: first.hint, cause: error })
  }
  const isKnown = isDataWorksError(error) || isFlowSpecError(error) || error instanceof FaultsError
  if (found === undefined || isKnown || errorPlace(error) === undefined) return error
  return await moduleFaults(error, found.path, console)
}
