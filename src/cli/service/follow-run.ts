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
import type { Workspace } from './open-workspace.ts'

/** Seconds between two looks at instances that go on. */
const pause = 5

/** Reads how instances stand; with `--wait` until they are over. */
export async function followInstances(
  { client }: Workspace,
  instanceIds: readonly string[],
  { console, options }: CommandCall,
): Promise<RunStatus> {
  const { signal } = console
  const seconds = options.integer('interval', [0, 3600]) ?? pause
  const progress = new Progress(console)
  try {
    for (;;) {
      const status = await statusOf(client, { instanceIds, signal })
      if (status.status !== 'Running' || !options.flag('wait')) return status
      const over = status.instances.filter((one) => one.status === 'Success').length
      progress.show(`${over} of ${count(status.instances.length, 'instance')} over`, false)
      await sleep(seconds * 1000, undefined, { signal })
    }
  } finally {
    progress.end()
  }
}

/** Tells how a run that was started stands. */
export async function tellRun(workspace: Workspace, started: StartedRun, call: CommandCall): Promise<ExitCode> {
  const { console, options } = call
  const status = await followInstances(workspace, started.instanceIds, call)
  if (options.text('format') === 'json') console.write(jsonText('run', { name: started.name, ...status }))
  else {
    console.write(instancesText(status, paletteOf(console.hasColors)))
    const ids = started.instanceIds.join(' ')
    if (status.status === 'Running') console.tell(`It goes on; flowspec status ${ids} tells how it stands.\n`)
  }
  return status.status === 'Failure' ? exitCodes.faults : exitCodes.clean
}
