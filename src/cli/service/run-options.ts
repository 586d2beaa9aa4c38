import type { RunOptions } from '../../dataworks/runs/run-options.ts'
import { readDeployed } from '../../dataworks/workspace/deployed-workflow.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { printable } from '../../diagnostics/show-value.ts'
import { isRecord, readText, recordsOf } from '../../document/json/records.ts'
import type { CommandCall, CommandOption } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { paletteOf } from '../text/palette.ts'
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

/** Tells of parameters of a call that the workflow has not: the service leaves them aside, or so it seems. */
async function tellUnknownParameters(
  { client, projectId }: Workspace,
  workflowId: string,
  { console, options }: CommandCall,
): Promise<void> {
  const given = [...options.pairs('param').keys()]
  if (given.length === 0) return
  const deployed = await readDeployed(client, workflowId, { projectId, signal: console.signal })
  const script = deployed?.index.entitiesOf('Workflow')[0]?.value['script']
  const own = recordsOf(isRecord(script) ? script['parameters'] : undefined).flatMap(
    (one) => readText(one, 'name') ?? [],
  )
  const sign = paletteOf(console.tellsColors).warning('warning')
  for (const name of given.filter((one) => !own.includes(one))) {
    const near = didYouMean(name, own)
    const has = own.length === 0 ? 'It has none.' : `It has: ${own.map((one) => printable(one)).join(', ')}.`
    const next = near === undefined ? has : `Did you mean ${printable(near)}?`
    console.tell(`${sign} The workflow has no parameter ${printable(name)}, which --param gives.\n  ${next}\n`)
  }
}

/** What a call says of a run. */
export async function runOptionsOf(workspace: Workspace, call: CommandCall): Promise<RunOptions> {
  const { console, options, words } = call
  const [workflowId = ''] = (await workflowIds(workspace, words.slice(0, 1), console.signal)).keys()
  await tellUnknownParameters(workspace, workflowId, call)
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
    const message = error.message
      .replace(/^\w+: /, '')
      .replace(/^(?:businessDate|from|to)\b/, (name) => `--${name === 'businessDate' ? 'date' : name}`)
      .replace(/ before from$/, ' before --from')
    throw new UsageError(message, { next: 'Business dates are written 2026-03-01.', cause: error })
  }
}
