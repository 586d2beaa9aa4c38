import { printable } from '../../../diagnostics/show-value.ts'
import type { CommandCall, CommandDefinition } from '../../command.ts'
import { UsageError } from '../../command-error.ts'
import { type ExitCode, exitCodes } from '../../exit-codes.ts'
import { followInstances, intervalOf } from '../../service/follow-run.ts'
import { openWorkspace } from '../../service/open-workspace.ts'
import { waitOptions } from '../../service/run-options.ts'
import { placeOptions } from '../../service/service-options.ts'
import { formatOption } from '../../shared-options.ts'
import { instancesText } from '../../text/instances-text.ts'
import { jsonText } from '../../text/json-text.ts'
import { paletteOf } from '../../text/palette.ts'

const mostId = 2n ** 63n - 1n

/** The service counts instances in 64 bits. */
function isInstanceId(word: string): boolean {
  return /^\d{1,19}$/.test(word) && BigInt(word) <= mostId
}

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options, words } = call
  const interval = intervalOf(call)
  const stray = words.find((word) => !isInstanceId(word))
  if (stray !== undefined) {
    throw new UsageError(`${printable(stray)} is no id of an instance, which is a number.`, {
      next: 'flowspec run and flowspec backfill print the ids of what they start.',
    })
  }
  const status = await followInstances(await openWorkspace(call), { instanceIds: words, interval }, call)
  if (options.text('format') === 'json') console.write(jsonText('status', status))
  else console.write(instancesText(status, paletteOf(console.hasColors)))
  return status.status === 'Failure' ? exitCodes.faults : exitCodes.clean
}

/** `flowspec status`: how runs stand. */
export const status: CommandDefinition = {
  about: 'Tells how instances stand that run or backfill started. Ends with 1 when one failed and none goes on.',
  arguments: [{ name: '<instances...>', about: 'ids of instances, as run and backfill print them' }],
  options: [...placeOptions, ...waitOptions, formatOption('json')],
  examples: [{ call: 'flowspec status 7635763838174670470 --env prod --wait', does: 'waits until it is over' }],
  run,
}
