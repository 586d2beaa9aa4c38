import { parseEndpoint } from '../../dataworks/transport/endpoint.ts'
import { regionEndpoint } from '../../dataworks/transport/regions.ts'
import { workspaceKind } from '../../dataworks/workspace/given-options.ts'
import { showError, showValue } from '../../diagnostics/show-value.ts'
import { UsageError } from '../command-error.ts'
import type { OptionValues } from '../option-values.ts'

/** What the options of a call say of a workspace. */
export interface SaidWorkspace {
  readonly projectId: string | undefined
  readonly identifier: string | undefined
  readonly region: string | undefined
  readonly endpoint: string | undefined
}

/** What keeps an address from being taken, spoken of as the option that says it. */
function addressFault(judge: () => unknown): readonly string[] {
  try {
    judge()
    return []
  } catch (error) {
    return [`${showError(error).replace(/^(?:regionEndpoint: )?/, '--')}.`]
  }
}

/**
 * Reads what the options of a call say of the workspace.
 *
 * @throws UsageError with all that is wrong with them, before an environment is blamed for it
 */
export function saidWorkspace(options: OptionValues): SaidWorkspace {
  const [projectId, identifier] = [options.text('projectId'), options.text('identifier')]
  const [region, endpoint] = [options.text('region'), options.text('endpoint')]
  const faults = [
    ...(projectId === undefined || workspaceKind.holds(projectId)
      ? []
      : [
          `--project-id ${showValue(projectId)} is not the id of a workspace, which is a number from 1 to 9223372036854775807.`,
        ]),
    // What is in the place of a name that nobody wrote, as of a variable of the shell that is not set.
    ...(identifier === undefined || identifier.trim() !== ''
      ? []
      : [`--identifier ${showValue(identifier)} is not the English name of a workspace.`]),
    ...(region === undefined ? [] : addressFault(() => regionEndpoint(region))),
    ...(endpoint === undefined ? [] : addressFault(() => parseEndpoint(endpoint))),
    ...(region === undefined || endpoint === undefined
      ? []
      : ['--region and --endpoint both say where the service is.']),
  ]
  if (faults.length === 0) return { projectId, identifier, region, endpoint }
  const next =
    'Write for instance --project-id 10000 --region cn-shanghai, or the address of the service with --endpoint.'
  throw new UsageError(faults.join(' '), { next })
}
