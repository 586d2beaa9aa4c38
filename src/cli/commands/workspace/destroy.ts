import { plan } from '../../../dataworks/plan/plan.ts'
import { readRecord } from '../../../dataworks/plan/record-file.ts'
import type { CommandCall, CommandDefinition } from '../../command.ts'
import { CommandError, UsageError } from '../../command-error.ts'
import { confirm } from '../../console/confirm.ts'
import { type ExitCode, exitCodes } from '../../exit-codes.ts'
import { deployTarget } from '../../service/deploy-target.ts'
import { openTarget } from '../../service/open-target.ts'
import { recordOption, workspaceOptions, yesOption } from '../../service/service-options.ts'
import { pathsArgument } from '../../shared-options.ts'
import { paletteOf } from '../../text/palette.ts'
import { planText } from '../../text/plan-text.ts'
import { count, duration } from '../../text/words.ts'

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options } = call
  const palette = paletteOf(console.hasColors)
  const start = console.now()
  const target = await openTarget(call)
  const { environment } = target
  const { client, projectId, identifier } = environment
  const { file } = target.record
  const record = file === undefined ? undefined : await readRecord(file)
  if (record === undefined) {
    throw new CommandError('There is no record of a deploy, so nothing says what is this project’s own.', {
      next: 'Name the record with --record; flowspec deploy --record writes one.',
    })
  }
  const nothing = { identifier, documents: [] }
  const planned = await plan(client, nothing, {
    projectId,
    record,
    allowDelete: true,
    adopt: true,
    signal: console.signal,
  })
  console.write(planText(planned, palette))
  if (!console.isInteractive && !options.flag('yes') && !planned.isEmpty) {
    throw new UsageError('Nobody is here to agree.', { next: 'Give --yes to delete all of this.' })
  }
  await confirm(`Delete all of this from workspace ${projectId} (${identifier})?`, options, console)
  await deployTarget(target, planned, { record, allowDelete: true, adopt: true }, console)
  const deleted = planned.changes.filter(({ action }) => action === 'delete').length
  console.write(`${palette.good('Deleted')} ${count(deleted, 'thing')} (${duration(console.now() - start)})\n`)
  return exitCodes.clean
}

/** `flowspec destroy`: takes what a project deployed out of a workspace. */
export const destroy: CommandDefinition = {
  about:
    'Deletes what the record of the last deploy says this project deployed, workflows that are published too. Asks on a terminal, and needs --yes elsewhere.',
  arguments: [pathsArgument],
  options: [...workspaceOptions, recordOption, yesOption],
  examples: [{ call: 'flowspec destroy --env dev', does: 'takes the project out of the workspace of dev' }],
  run,
}
