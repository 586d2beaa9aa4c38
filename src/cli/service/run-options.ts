import type { RunOptions } from '../../dataworks/runs/run-options.ts'
import type { CommandCall, CommandOption } from '../command.ts'
import { UsageError } from '../command-error.ts'
import type { Workspace } from './open-workspace.ts'
import { workflowIds } from './workflow-ids.ts'

/** What commands that run something take. */
export const runningOptions: readonly CommandOption[] = [
  { flags: '--name <name>', about: 'what the run is called in the console' },
  { flags: '--param <name=value>', about: 'a parameter of the workflow for this run', isList: true },
]

/** How instances are waited for. */
export const waitOptions: readonly CommandOption[] = [
  { flags: '--wait', about: 'wait until all instances are over; ends with 1 when one fails' },
  { flags: '--interval <seconds>', about: 'seconds between two looks; 5 when left out' },
]

/** What a call says of a run. */
export async function runOptionsOf(
  workspace: Workspace,
  { console, options, words }: CommandCall,
): Promise<RunOptions> {
  const [workflowId = ''] = (await workflowIds(workspace, words.slice(0, 1), console.signal)).keys()
  const parameters = Object.fromEntries(options.pairs('param'))
  return {
    projectId: workspace.projectId,
    workflowId,
    name: options.text('name'),
    wait: workspace.wait,
    signal: console.signal,
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  }
}

/** Starts a run; what its dates cannot be is a fault of the call. */
export async function started<Run>(start: () => Promise<Run>): Promise<Run> {
  try {
    return await start()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = error.message.replace(/^\w+: /, '')
    throw new UsageError(message, { next: 'Business dates are written 2026-03-01.', cause: error })
  }
}
