import type { CommandCall, CommandDefinition } from '../../command.ts'
import { CommandError } from '../../command-error.ts'
import { confirm } from '../../console/confirm.ts'
import { type ExitCode, exitCodes } from '../../exit-codes.ts'
import { type Publishing, publishWorkflows } from '../../service/deploy-target.ts'
import { openTarget } from '../../service/open-target.ts'
import { openWorkspace, type Workspace } from '../../service/open-workspace.ts'
import { planTarget } from '../../service/plan-target.ts'
import { workspaceOptions, yesOption } from '../../service/service-options.ts'
import { warningsInJson } from '../../service/tell-warnings.ts'
import { workflowIds } from '../../service/workflow-ids.ts'
import { formatOption } from '../../shared-options.ts'
import { publishedCounts } from '../../text/deployed-counts.ts'
import type { PlacedDiagnostic } from '../../text/diagnostics-text.ts'
import { jsonText } from '../../text/json-text.ts'
import { paletteOf } from '../../text/palette.ts'
import { count, duration } from '../../text/words.ts'
import { refuseUseless } from '../../useless-options.ts'

/** What is published, and where. */
interface Published {
  readonly workspace: Workspace
  readonly publishing: Publishing
  /** What the check warns of in the project; of workflows that are named, nothing is read that could be checked. */
  readonly warnings: readonly PlacedDiagnostic[]
}

/** The workflows of the project of the configuration, which have to be deployed as they are. */
async function ofProject(call: CommandCall): Promise<Published> {
  const target = await openTarget(call)
  const { planned, warnings } = await planTarget(target, call)
  if (!planned.isEmpty) {
    throw new CommandError('The workspace is not what the project says, so it is not published.', {
      next: 'flowspec plan tells how they differ; flowspec deploy --publish does both, and names publish some workflows.',
    })
  }
  const workflows = planned.changes.filter(({ kind }) => kind === 'workflow')
  const ids = workflows.flatMap(({ id, name }) => (id === undefined ? [] : [[id, name] as const]))
  const publishing = { workflows: new Map(ids), unchanged: ids.map(([id]) => id) }
  return { workspace: { ...target.environment, wait: target.wait }, publishing, warnings }
}

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options, words } = call
  const start = console.now()
  const { workspace, publishing, warnings } = words.length === 0 ? await ofProject(call) : await named(call)
  const { projectId } = workspace
  const { workflows } = publishing
  const all = count(workflows.size, 'workflow')
  if (workflows.size > 0) await confirm(`Publish ${all} of workspace ${projectId}?`, options, console)
  const done = await publishWorkflows(workspace, publishing, console)
  if (options.text('format') === 'json') {
    const published = done.map(({ workflowId, action }) => ({ name: workflows.get(workflowId), workflowId, action }))
    console.write(jsonText('publish', { projectId, workflows: published, warnings: warningsInJson(warnings) }))
  } else {
    const palette = paletteOf(console.hasColors)
    const what = publishedCounts(done, ` of workspace ${projectId}`)
    console.write(`${palette.good('Published')} ${what} (${duration(console.now() - start)})\n`)
  }
  return exitCodes.clean
}

async function named(call: CommandCall): Promise<Published> {
  const next = 'Leave it out: --project-id says which workspace is meant.'
  refuseUseless(call.options, ['identifier'], 'beside names, which the workspace knows itself', next)
  const workspace = await openWorkspace(call)
  const workflows = await workflowIds(workspace, call.words, call.console.signal)
  return { workspace, publishing: { workflows, unchanged: [] }, warnings: [] }
}

/** `flowspec publish`: lets workflows run that are deployed. */
export const publish: CommandDefinition = {
  about:
    'Releases workflows to the scheduler, where they run, and waits for approvals. Without names, those of the project, when they are deployed as they are; those that are published in their newest version are left alone.',
  arguments: [{ name: '[workflows...]', about: 'names or ids of workflows' }],
  options: [...workspaceOptions, yesOption, formatOption('json')],
  examples: [
    { call: 'flowspec publish --env prod', does: 'publishes the workflows of the project' },
    { call: 'flowspec publish orders --env prod', does: 'publishes one of them' },
  ],
  run,
}
