import { isDataWorksError } from '../../dataworks/errors/data-works-error.ts'
import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { UsageError } from '../command-error.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { errorPlace } from '../modules/error-place.ts'
import { moduleFaults } from '../modules/module-fault.ts'
import { FaultsError } from '../sources/faults-error.ts'
import { configFaultsOf, faultyConfig } from './config-faults.ts'
import type { FoundConfig } from './find-config.ts'

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
    if (found !== undefined) return faultyConfig(faults, found, error)
    // The configuration is one that the command made of the paths.
    const message = first.message.replace(/^config\.project/, 'What the paths lead to')
    return new UsageError(message, { next: first.hint, cause: error })
  }
  const isKnown = isDataWorksError(error) || isFlowSpecError(error) || error instanceof FaultsError
  if (found === undefined || isKnown || errorPlace(error) === undefined) return error
  return await moduleFaults(error, found.path, console)
}
