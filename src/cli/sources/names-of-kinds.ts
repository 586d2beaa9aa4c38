import { placesOf } from '../../builders/call.ts'
import { WorkflowImpl } from '../../builders/workflow/workflow.ts'
import { enclosingSubject } from '../../check/engine/finding.ts'
import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { printable, showValue } from '../../diagnostics/show-value.ts'
import { pointerOf } from '../../document/index/entity.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import { readText } from '../../document/json/records.ts'
import { type ReadDocument, readSpec } from '../../document/read-spec.ts'
import { documentsIn } from './not-added.ts'
import { isProject, type Source, type UnreadSource } from './source.ts'

/** A workflow that stands in no project, and where that is. */
interface LooseWorkflow extends Pick<Diagnostic, 'calledFrom' | 'path' | 'source' | 'subject'> {
  readonly of: Source
  readonly kind: string
  readonly name: string
}

const kinds: ReadonlySet<string> = new Set(['CycleWorkflow', 'ManualWorkflow', 'TriggerWorkflow'])

function workflowsIn(document: ReadDocument, of: Source): readonly LooseWorkflow[] {
  const kind = readText(document, 'kind') ?? ''
  if (!kinds.has(kind)) return []
  return indexSpec(document)
    .entitiesOf('Workflow')
    .flatMap((workflow) => {
      const name = readText(workflow.value, 'name')
      if (name === undefined) return []
      const path = `${pointerOf(workflow)}/name`
      const place = of.kind === 'document' ? of.places?.(path) : undefined
      const subject = enclosingSubject(workflow)
      return [{ of, kind, name, path, ...(subject && { subject }), ...(place && { source: place }) }]
    })
}

/** The workflows of a source; of a builder of one that is told without building it. */
function workflowsOf(source: Source): readonly LooseWorkflow[] {
  if (source.kind === 'document') return workflowsIn(source.document, source)
  const state = WorkflowImpl.stateOf(source.builder)
  if (state === undefined || state.document !== undefined) {
    return documentsIn(source.builder.toJSON()).flatMap((document) => workflowsIn(readSpec(document), source))
  }
  const { kind, name, call } = state
  return [{ of: source, kind, name, path: '', subject: { kind: 'workflow', name }, ...(call && placesOf(call)) }]
}

function toldOf({ of, kind, name, ...place }: LooseWorkflow, first: LooseWorkflow): UnreadSource {
  const diagnostic = createDiagnostic({
    rule: 'project/duplicate-name',
    severity: 'warning',
    message: `${showValue(name)} is a ${kind}, and ${printable(first.of.uri)} has a ${first.kind} of that name.`,
    hint: 'Names of workflows are unique in a workspace, whatever kind they are of: call one otherwise, unless they go into two.',
    ...place,
  })
  const text = of.kind === 'document' ? of.text : undefined
  return { kind: 'unread', uri: of.uri, diagnostics: [diagnostic], ...(text === undefined ? {} : { text }) }
}

/**
 * Workflows of one name and two kinds among documents and builders that no project holds together. Two of one kind may be two
 * versions of one, and a project tells what its own parts say of one another.
 */
export function namesOfKinds(sources: readonly Source[]): readonly UnreadSource[] {
  const firsts = new Map<string, LooseWorkflow>()
  return sources
    .filter((source) => !isProject(source))
    .flatMap(workflowsOf)
    .flatMap((one) => {
      const first = firsts.get(one.name)
      if (first === undefined) firsts.set(one.name, one)
      return first === undefined || first.kind === one.kind ? [] : [toldOf(one, first)]
    })
}
