import type { DeployedWorkflowResult, Deployment } from '../../../dataworks/deploy/deploy-options.ts'
import type { PlannedKind } from '../../../dataworks/plan/plan-change.ts'
import type { CommandCall, CommandDefinition } from '../../command.ts'
import { CommandError } from '../../command-error.ts'
import { confirm } from '../../console/confirm.ts'
import { type ExitCode, exitCodes } from '../../exit-codes.ts'
import { deployTarget, publishWorkflows } from '../../service/deploy-target.ts'
import { openTarget, type Target } from '../../service/open-target.ts'
import { type CallWithPlan, takePlanFile } from '../../service/plan-file-of.ts'
import { planTarget } from '../../service/plan-target.ts'
import { refusedFlags } from '../../service/refused-flags.ts'
import {
  allowOptions,
  emulatorOption,
  recordOption,
  workspaceOptions,
  yesOption,
} from '../../service/service-options.ts'
import { formatOption, pathsArgument } from '../../shared-options.ts'
import { jsonText } from '../../text/json-text.ts'
import { type Palette, paletteOf } from '../../text/palette.ts'
import { planText } from '../../text/plan-text.ts'
import { count, duration, listed } from '../../text/words.ts'

function workspaceOf({ environment }: Target): string {
  return `workspace ${environment.projectId} (${environment.identifier})`
}

const actions: readonly DeployedWorkflowResult['action'][] = ['created', 'updated', 'unchanged']

/** What a plan deletes beside workflows, whose nodes and edges go with them, or with changes of theirs. */
const deletedAlone = ['resource', 'function'] as const

/** How many workflows were created, updated, left and deleted, and what else was deleted. */
function countsOf({ workflows, changes }: Deployment): string {
  const deleted = (kind: PlannedKind): number =>
    changes.filter((change) => change.action === 'delete' && change.kind === kind).length
  const ofActions = actions.map((action) => [workflows.filter((one) => one.action === action).length, action] as const)
  const counts = [...ofActions, [deleted('workflow'), 'deleted'] as const]
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
  const others = deletedAlone
    .filter((kind) => deleted(kind) > 0)
    .map((kind) => `, ${count(deleted(kind), kind)} deleted`)
  return [counts.length === 0 ? 'no workflows' : `workflows: ${listed(counts)}`, ...others].join('')
}

async function deployed(target: Target, { call, approved }: CallWithPlan, palette: Palette): Promise<Deployment> {
  const { console, options } = call
  const isText = options.text('format') !== 'json'
  const { planned, record } = await planTarget(target, call)
  if (isText) console.write(planText(planned, palette))
  const flags = refusedFlags(planned)
  if (flags.length > 0) {
    throw new CommandError('Something is to be deleted or replaced that nothing allows. Nothing was done.', {
      next: `Look at what the plan marks with "needs"; ${listed(flags)} allows it.`,
    })
  }
  if (!planned.isEmpty) await confirm(`Deploy this to ${workspaceOf(target)}?`, options, console)
  const allowed = { allowDelete: options.flag('allowDelete'), adopt: options.flag('adopt') }
  if (approved === undefined) return await deployTarget(target, planned, { record, ...allowed }, console)
  const only = options.list('only')
  const chosen = only.length === 0 ? {} : { only }
  return await deployTarget(
    target,
    target.environment.project,
    { record, ...allowed, ...chosen, plan: approved },
    console,
  )
}

/** Says that nothing is kept of a deploy that the next one may want to know, and how it is; an emulator ends with the call. */
function tellRecord({ recordFile }: Target, { console, options }: CommandCall): void {
  if (recordFile !== undefined || options.flag('emulator')) return
  console.tell('No record of this deploy is kept: paths were named, and not the project of flowspec.config.ts.\n')
  console.tell('--record deployed.json keeps one, by which the next plan knows what is yours.\n')
}

async function run(given: CommandCall): Promise<ExitCode> {
  const withPlan = await takePlanFile(given)
  const { call } = withPlan
  const { console, options } = call
  const palette = paletteOf(console.hasColors)
  const start = console.now()
  const target = await openTarget(call)
  try {
    const done = await deployed(target, withPlan, palette)
    const { name: environment, projectId, identifier } = target.environment
    const isPublished = options.flag('publish')
    tellRecord(target, call)
    const ids = new Map(done.workflows.map(({ workflowId, name }) => [workflowId, name]))
    if (isPublished && ids.size > 0) await publishWorkflows({ ...target.environment, wait: target.wait }, ids, console)
    if (options.text('format') === 'json') {
      const { changes, workflows, calls } = done
      console.write(jsonText('deploy', { environment, projectId, identifier, isPublished, workflows, changes, calls }))
      return exitCodes.clean
    }
    const took = duration(console.now() - start)
    const verb = isPublished ? 'Deployed and published' : 'Deployed'
    console.write(`${palette.good(verb)} to ${workspaceOf(target)}, ${countsOf(done)} (${took})\n`)
    if (!isPublished && done.workflows.some(({ action }) => action !== 'unchanged'))
      console.write(`${palette.faint('Nothing runs before it is published: flowspec publish.')}\n`)
    return exitCodes.clean
  } finally {
    await target.stop()
  }
}

/** `flowspec deploy`: brings a workspace to what pipelines say. */
export const deploy: CommandDefinition = {
  about:
    'Brings a workspace to what pipelines say: shows the plan, asks on a terminal, deploys, reads everything back, and keeps the record. Deletes and replaces nothing of others without being told to.',
  arguments: [{ ...pathsArgument, about: `${pathsArgument.about}; beside them the file of a plan` }],
  options: [
    ...workspaceOptions,
    emulatorOption,
    ...allowOptions,
    { flags: '--publish', about: 'publish the workflows when they are deployed' },
    recordOption,
    yesOption,
    formatOption('json'),
  ],
  examples: [
    { call: 'flowspec deploy --emulator', does: 'tries it on this machine, without an account' },
    { call: 'flowspec deploy --env prod --publish', does: 'deploys the project and lets it run' },
    { call: 'flowspec deploy prod.plan.json --env prod', does: 'carries out a plan that was looked at, or nothing' },
  ],
  run,
}
