import type { CommandCall, CommandDefinition } from '../../command.ts'
import { type ExitCode, exitCodes } from '../../exit-codes.ts'
import { followInstances, intervalOf } from '../../service/follow-run.ts'
import { openWorkspace } from '../../service/open-workspace.ts'
import { waitOptions } from '../../service/run-options.ts'
import { workspaceOptions } from '../../service/service-options.ts'
import { formatOption } from '../../shared-options.ts'
import { instancesText } from '../../text/instances-text.ts'
import { jsonText } from '../../text/json-text.ts'
import { paletteOf } from '../../text/palette.ts'

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options, words } = call
  const interval = intervalOf(call)
  const status = await followInstances(await openWorkspace(call), { instanceIds: words, interval }, call)
  if (options.text('format') === 'json') console.write(jsonText('status', status))
  else console.write(instancesText(status, paletteOf(console.hasColors)))
  return status.status === 'Failure' ? exitCodes.faults : exitCodes.clean
}

/** `flowspec status`: how runs stand. */
export const status: CommandDefinition = {
  about: 'Tells how instances stand that run or backfill started. Ends with 1 when one failed and none goes on.',
  arguments: [{ name: '<instances...>', about: 'ids of instances, as run and backfill print them' }],
  options: [...workspaceOptions, ...waitOptions, formatOption('json')],
  examples: [{ call: 'flowspec status 7635763838174670470 --env prod --wait', does: 'waits until it is over' }],
  run,
}
