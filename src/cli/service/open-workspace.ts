import { clientOf } from '../../config/open-environment.ts'
import type { DataWorksClient } from '../../dataworks/client/data-works-client.ts'
import type { CommandCall } from '../command.ts'
import { findConfig } from '../project/find-config.ts'
import { environmentIn, refuseEnvironment } from '../project/read-project.ts'
import { withEmulatorKey } from './emulator-key.ts'
import { tellEnvironment, tellRegion } from './tell-environment.ts'
import { requireWorkspace, waitFor, workspaceSettings } from './workspace-settings.ts'

/** A workspace, whatever is deployed there. */
export interface Workspace {
  readonly client: DataWorksClient
  readonly projectId: string
  /** How the service is waited for. */
  readonly wait?: ReturnType<typeof waitFor>
}

/**
 * Opens the workspace that a call names, for commands about what is there.
 *
 * @throws UsageError when nothing says which one that is
 */
export async function openWorkspace(call: CommandCall): Promise<Workspace> {
  const { options, console } = call
  const found = await findConfig(options.text('config'), console)
  const named = options.text('env')
  if (found === undefined) refuseEnvironment(options)
  const name = found && environmentIn(found, named)
  tellEnvironment(found, call)
  const settings = await withEmulatorKey(requireWorkspace(workspaceSettings(found, name, call), found), call)
  tellRegion(settings, call)
  return { client: clientOf(settings), projectId: String(settings.projectId), wait: waitFor(settings.endpoint) }
}
