import type { Deployment } from '../../../dataworks/deploy/deploy-options.ts'
import type { PublishedWorkflow } from '../../../dataworks/publish/publish-options.ts'
import { shellWord } from '../../../diagnostics/shell-word.ts'
import type { CommandCall, CommandDefinition } from '../../command.ts'
import { CommandError } from '../../command-error.ts'
import type { CommandConsole } from '../../console/command-console.ts'
import { confirm } from '../../console/confirm.ts'
import { type ExitCode, exitCodes } from '../../exit-codes.ts'
import { deployTarget, publishWorkflows } from '../../service/deploy-target.ts'
import { sameWorkspace } from '../../service/next-command.ts'
import { openTarget, type Target } from '../../service/open-target.ts'
import { type CallWithPlan, takePlanFile } from '../../service/plan-file-of.ts'
import { planTarget, type TargetPlan } from '../../service/plan-target.ts'
import { isRefusedAnyway, refusedFlags } from '../../service/refused-flags.ts'
import {
  allowOptions,
  emulatorOption,
  recordOption,
  workspaceOptions,
  yesOption,
} from '../../service/service-options.ts'
import { warningsInJson } from '../../service/tell-warnings.ts'
import { formatOption, pathsArgument } from '../../shared-options.ts'
import { deployedCounts, publishedCounts } from '../../text/deployed-counts.ts'
import { jsonText } from '../../text/json-text.ts'
import { type Palette, paletteOf } from '../../text/palette.ts'
import { planText } from '../../text/plan-text.ts'
import { duration, listed } from '../../text/words.ts'

function workspaceOf({ environment }: Target): string {
  return `workspace ${environment.projectId} (${environment.identifier})`
}

/** What was done, and what the check warns of in it. */
interface Deployed {
  readonly done: Deployment
  readonly warnings: TargetPlan['warnings']
}

async function deployed(target: Target, { call, approved }: CallWithPlan, palette: Palette): Promise<Deployed> {
  const { console, options } = call
  const isText = options.text('format') !== 'json'
  const { planned, record, warnings } = await planTarget(target, call)
  if (isText) console.write(planText(planned, palette))
  if (isRefusedAnyway(planned)) {
    throw new CommandError('Something is to be changed that the service never changes. Nothing was done.', {
      next: 'The plan marks it with "refused", and says what to do instead.',
    })
  }
  const flags = refusedFlags(planned)
  if (flags.length > 0) {
    throw new CommandError('Something is to be deleted or replaced that nothing allows. Nothing was done.', {
      next: `Look at what the plan marks with "needs"; ${listed(flags)} allows it.`,
    })
  }
  if (!planned.isEmpty) await confirm(`Deploy this to ${workspaceOf(target)}?`, options, console)
  const allowed = { allowDelete: options.flag('allowDelete'), adopt: options.flag('adopt') }
  const only = options.list('only')
  const chosen = only.length === 0 ? {} : { only }
  const done =
    approved === undefined
      ? await deployTarget(target, planned, { record, ...allowed }, console)
      : await deployTarget(
          target,
          target.environment.project,
          { record, ...allowed, ...chosen, plan: approved },
          console,
        )
  return { done, warnings }
}

const unrecorded = {
  paths: () => 'paths were named, and not the project of flowspec.config.ts',
  'other-workspace': (environment: string) =>
    `this is another workspace than that of ${environment}, whose record stays as it is`,
} as const

/** Says that nothing is kept of a deploy that the next one may want to know, and how it is; an emulator ends with the call. */
function tellRecord({ record, environment }: Target, console: CommandConsole): void {
  if (record.file !== undefined || record.without === 'emulator') return
  const why = unrecorded[record.without](environment.name)
  console.tell(`No record of this deploy is kept: ${why}.\n`)
  console.tell('--record deployed.json keeps one, by which the next plan knows what is yours.\n')
}

/** The call that publishes what was deployed: the project, or what paths led to, by its names. */
function publishOf(call: CommandCall, { workflows }: Deployment): string {
  const names = call.words.length === 0 ? [] : workflows.map(({ name }) => ` ${shellWord(name)}`)
  return `flowspec publish${names.join('')}${sameWorkspace(call)}`
}

/** Publishes what was deployed; what a deploy found unchanged, only where that is not published. */
async function publishDeployed(
  { environment, wait }: Target,
  { workflows }: Deployment,
  console: CommandConsole,
): Promise<readonly PublishedWorkflow[]> {
  const unchanged = workflows.filter(({ action }) => action === 'unchanged').map(({ workflowId }) => workflowId)
  const names = new Map(workflows.map(({ workflowId, name }) => [workflowId, name]))
  return await publishWorkflows({ ...environment, wait }, { workflows: names, unchanged }, console)
}

/** What came of publishing, and what the check warned of. */
interface Aftermath extends Pick<Deployed, 'warnings'> {
  readonly isPublished: boolean
  readonly published: readonly PublishedWorkflow[]
}

/** What was done, for programs. */
function resultOf(
  { environment, requests }: Target,
  { changes, workflows }: Deployment,
  { isPublished, published, warnings }: Aftermath,
): object {
  const { name, projectId, identifier } = environment
  const releases = new Map(published.map(({ workflowId, action }) => [workflowId, action]))
  const told = workflows.map((one) => {
    const release = releases.get(one.workflowId)
    return release === undefined ? one : { ...one, release }
  })
  const where = { environment: name, projectId, identifier, isPublished }
  return { ...where, workflows: told, changes, calls: requests.sent, warnings: warningsInJson(warnings) }
}

async function run(given: CommandCall): Promise<ExitCode> {
  const withPlan = await takePlanFile(given)
  const { call } = withPlan
  const { console, options } = call
  const palette = paletteOf(console.hasColors)
  const start = console.now()
  const target = await openTarget(call)
  try {
    const { done, warnings } = await deployed(target, withPlan, palette)
    tellRecord(target, console)
    const isPublished = options.flag('publish')
    const published = isPublished ? await publishDeployed(target, done, console) : []
    if (options.text('format') === 'json') {
      console.write(jsonText('deploy', resultOf(target, done, { isPublished, published, warnings })))
      return exitCodes.clean
    }
    const took = duration(console.now() - start)
    const isAllNew = isPublished && published.every(({ action }) => action === 'published')
    const verb = isAllNew ? 'Deployed and published' : 'Deployed'
    const also = isAllNew || !isPublished ? '' : `; published ${publishedCounts(published)}`
    console.write(`${palette.good(verb)} to ${workspaceOf(target)}: ${deployedCounts(done.changes)}${also} (${took})\n`)
    if (!isPublished && !options.flag('emulator') && done.workflows.some(({ action }) => action !== 'unchanged'))
      console.write(`${palette.faint(`Nothing runs before it is published: ${publishOf(call, done)}.`)}\n`)
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
    { flags: '--publish', about: 'publish the workflows that are not published as they are, when they are deployed' },
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
