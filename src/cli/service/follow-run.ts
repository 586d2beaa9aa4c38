import { setTimeout as sleep } from 'node:timers/promises'
import { statusOf } from '../../dataworks/runs/run.ts'
import type { RunStatus, StartedRun } from '../../dataworks/runs/run-options.ts'
import type { CommandCall } from '../command.ts'
import { Progress } from '../console/progress.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { instancesText } from '../text/instances-text.ts'
import { jsonText } from '../text/json-text.ts'
import { paletteOf } from '../text/palette.ts'
import { count } from '../text/words.ts'
import { refuseUseless } from '../useless-options.ts'
import { sameWorkspace } from './next-command.ts'
import type { Workspace } from './open-workspace.ts'

/** Seconds between two looks at instances that go on. */
const pause = 5

/**
 * Seconds between two looks, which is judged before anything is started.
 *
 * @throws UsageError when the call says something else
 */
export function intervalOf({ options }: CommandCall): number {
  if (!options.flag('wait')) refuseUseless(options, ['interval'], 'without --wait', 'Give --wait, or leave it out.')
  return options.integer('interval', [0, 3600]) ?? pause
}

/** How instances are followed. */
export interface Following {
  readonly instanceIds: readonly string[]
  /** Seconds between two looks. */
  readonly interval: number
}

/** Reads how instances stand; with `--wait` until they are over. */
export async function followInstances(
  { client }: Workspace,
  { instanceIds, interval }: Following,
  { console, options }: CommandCall,
): Promise<RunStatus> {
  const { signal } = console
  const progress = new Progress(console)
  try {
    for (;;) {
      const status = await statusOf(client, { instanceIds, signal })
      if (status.status !== 'Running' || !options.flag('wait')) return status
      const over = status.instances.filter((one) => one.status === 'Success').length
      progress.show(`${over} of ${count(status.instances.length, 'instance')} over`, false)
      await sleep(interval * 1000, undefined, { signal })
    }
  } finally {
    progress.end()
  }
}

/** Tells how a run that was started stands. */
export async function tellRun(
  workspace: Workspace,
  { name, instanceIds, interval }: StartedRun & Following,
  call: CommandCall,
): Promise<ExitCode> {
  const { console, options } = call
  const next = `flowspec status ${instanceIds.join(' ')}${sameWorkspace(call)} tells how it stands.\n`
  let status: RunStatus
  try {
    status = await followInstances(workspace, { instanceIds, interval }, call)
  } catch (error) {
    // It runs whatever comes of following it.
    console.tell(`The run was started; ${next}`)
    throw error
  }
  if (options.text('format') === 'json') console.write(jsonText('run', { name, ...status }))
  else {
    console.write(instancesText(status, paletteOf(console.hasColors)))
    if (status.status === 'Running') console.tell(`It goes on; ${next}`)
  }
  return status.status === 'Failure' ? exitCodes.faults : exitCodes.clean
}
