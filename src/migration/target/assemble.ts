import { defined } from '../../builders/fields.ts'
import { manualWorkflow, workflow } from '../../builders/workflow/start-workflow.ts'
import type { AnyWorkflow } from '../../builders/workflow/workflow-builder.ts'
import { checkProject } from '../../check/check-project.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { isFlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { describePlace } from '../../diagnostics/place.ts'
import type { FlowDocument } from '../../language/generated/types.ts'
import type { Migration } from '../migration.ts'
import { type Notes, placeOf } from '../note.ts'
import type { ScheduleDraft, WorkflowDraft } from './draft.ts'
import { NodeMaker } from './node-builder.ts'
import { Plan, type PlannedWorkflow } from './plan.ts'
import type { TargetWorkspace } from './target-workspace.ts'

/** Makes documents of drafts; a workflow that no document can be made of is left out, with notes of why. */
export function assemble(drafts: readonly WorkflowDraft[], workspace: TargetWorkspace, notes: Notes): Migration {
  const { project } = workspace
  workspace.noteFaults(notes)
  const plan = new Plan(drafts, project, notes)
  const documents: FlowDocument[] = []
  for (const planned of plan.workflows.values()) {
    const document = documentOf(planned, plan, project, notes)
    if (document !== undefined) documents.push(document)
  }
  for (const fault of checkProject(documents, { identifier: project ?? 'project' })) {
    if (fault.severity === 'error') noteFault(fault, fault.document ?? '', notes)
  }
  return Object.freeze({ documents: Object.freeze(documents), notes: notes.list() })
}

function noteFault(fault: Diagnostic, around: string, notes: Notes): void {
  const place = describePlace(fault)
  notes.add(place === '' ? around : place, {
    what: fault.rule,
    why: fault.message,
    wayOut: fault.hint ?? 'Mend it in the source, and migrate again.',
  })
}

function documentOf(
  planned: PlannedWorkflow,
  plan: Plan,
  project: string | undefined,
  notes: Notes,
): FlowDocument | undefined {
  const { draft, name } = planned
  try {
    const maker = new NodeMaker(plan, planned)
    const builder = started(planned, notes).nodeList(draft.nodes.map((node) => maker.make(node)))
    return builder.build(project === undefined ? {} : { project })
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    for (const fault of error.diagnostics) if (fault.severity === 'error') noteFault(fault, name, notes)
    notes.add(placeOf(draft.title), {
      what: 'workflow',
      why: 'It is left out: the check finds errors in what comes of it.',
      wayOut: 'Look at its other notes; mend it in the source, and migrate again.',
    })
    return undefined
  }
}

/** A workflow without its nodes. */
function started(planned: PlannedWorkflow, notes: Notes): AnyWorkflow {
  const { draft, name } = planned
  const schedule = draft.schedule ?? scheduleOfCaller(planned, notes)
  let builder: AnyWorkflow =
    schedule === undefined
      ? manualWorkflow(name)
      : workflow(name).schedule({ timezone: 'Asia/Shanghai', ...defined(schedule) })
  const { folders = [], description, strategy, parameters = [] } = draft
  const path = folders.map((folder) => folder.replaceAll(/[/\\]+/g, '_')).filter((folder) => folder.trim() !== '')
  if (path.length > 0) builder = builder.path([...path, name].join('/'))
  if (description !== undefined) builder = builder.description(description)
  if (strategy !== undefined && Object.keys(strategy).length > 0) builder = builder.strategy(strategy)
  for (const { name: parameter, value } of parameters) builder = builder.param(parameter, value)
  return planned.caller === undefined ? builder : builder.citable(true)
}

/** The schedule of a workflow that runs one which has none. */
function scheduleOfCaller({ draft, caller }: PlannedWorkflow, notes: Notes): ScheduleDraft | undefined {
  if (caller?.schedule === undefined) return undefined
  notes.add(placeOf(draft.title), {
    what: 'no schedule',
    why: `It is run by '${caller.title}' and has the schedule of that, for a workflow that others may run is a scheduled one.`,
    wayOut: 'Look at whether it should run by itself, too.',
  })
  return caller.schedule
}
