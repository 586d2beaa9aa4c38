import { runOnce } from '../../../dataworks/runs/run.ts'
import type { CommandCall, CommandDefinition } from '../../command.ts'
import type { ExitCode } from '../../exit-codes.ts'
import { intervalOf, tellRun } from '../../service/follow-run.ts'
import { openWorkspace } from '../../service/open-workspace.ts'
import { runningOptions, runOptionsOf, started, waitOptions } from '../../service/run-options.ts'
import { placeOptions } from '../../service/service-options.ts'
import { formatOption } from '../../shared-options.ts'

async function execute(call: CommandCall): Promise<ExitCode> {
  const interval = intervalOf(call)
  const workspace = await openWorkspace(call)
  const options = await runOptionsOf(workspace, call)
  const businessDate = call.options.text('date')
  const made = await started(() => runOnce(workspace.client, { ...options, businessDate }))
  return await tellRun(workspace, { ...made, interval }, call)
}

/** `flowspec run`: one run of a published workflow. */
export const run: CommandDefinition = {
  about: 'Runs a published workflow once, for one business date.',
  arguments: [{ name: '<workflow>', about: 'name or id of a workflow' }],
  options: [
    ...placeOptions,
    { flags: '--date <date>', about: 'the business date; yesterday, in China, when left out' },
    ...runningOptions,
    ...waitOptions,
    formatOption('json'),
  ],
  examples: [{ call: 'flowspec run orders --env dev --date 2026-03-01 --wait', does: 'runs it and tells how it ends' }],
  run: execute,
}
