import { backfill as startBackfill } from '../../../dataworks/runs/run.ts'
import type { CommandCall, CommandDefinition } from '../../command.ts'
import { UsageError } from '../../command-error.ts'
import { confirm } from '../../console/confirm.ts'
import type { ExitCode } from '../../exit-codes.ts'
import { intervalOf, tellRun } from '../../service/follow-run.ts'
import { openWorkspace } from '../../service/open-workspace.ts'
import { runningOptions, runOptionsOf, started, waitOptions } from '../../service/run-options.ts'
import { placeOptions, yesOption } from '../../service/service-options.ts'
import { formatOption } from '../../shared-options.ts'

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options, words } = call
  const from = options.text('from')
  if (from === undefined) {
    throw new UsageError('No business date is named.', {
      next: 'Say --from 2026-03-01, and --to for more than one day.',
    })
  }
  const to = options.text('to') ?? from
  const interval = intervalOf(call)
  const workspace = await openWorkspace(call)
  const runOptions = await runOptionsOf(workspace, call)
  await confirm(`Run ${words[0]} in workspace ${workspace.projectId} for ${from} to ${to}?`, options, console)
  const dates = {
    from,
    to,
    parallelism: options.integer('parallel', [1, 10]),
    latestFirst: options.flag('latestFirst'),
  }
  const made = await started(() => startBackfill(workspace.client, { ...runOptions, ...dates }))
  return await tellRun(workspace, { ...made, interval }, call)
}

/** `flowspec backfill`: runs of a published workflow for past business dates. */
export const backfill: CommandDefinition = {
  about: 'Runs a published workflow for past business dates, one instance each.',
  arguments: [{ name: '<workflow>', about: 'name or id of a workflow' }],
  options: [
    ...placeOptions,
    { flags: '--from <date>', about: 'the first business date' },
    { flags: '--to <date>', about: 'the last business date; the first one when left out' },
    { flags: '--parallel <number>', about: 'how many business dates run at once, 1 to 10; 1 when left out' },
    { flags: '--latest-first', about: 'run the latest business date first' },
    ...runningOptions,
    ...waitOptions,
    yesOption,
    formatOption('json'),
  ],
  examples: [
    {
      call: 'flowspec backfill orders --env prod --from 2026-03-01 --to 2026-03-07 --parallel 2',
      does: 'runs a week again, two days at a time',
    },
  ],
  run,
}
