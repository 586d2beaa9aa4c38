import { placesOf } from '../../builders/call.ts'
import { WorkflowImpl } from '../../builders/workflow/workflow.ts'
import { enclosingSubject } from '../../check/engine/finding.ts'
import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { printable, showValue } from '../../diagnostics/show-value.ts'
import { pointerOf } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'
import { type ReadDocument, readSpec } from '../../document/read-spec.ts'
import type { Indexes } from './indexes.ts'
import { documentsIn } from './not-added.ts'
import { type BuilderSource, isProject, type Source, type UnreadSource } from './source.ts'

/** A workflow that stands in no project, and where that is. */
interface LooseWorkflow extends Pick<Diagnostic, 'calledFrom' | 'path' | 'source' | 'subject'> {
  readonly of: Source
  readonly kind: string
  readonly name: string
}

const kinds: ReadonlySet<string> = new Set(['CycleWorkflow', 'ManualWorkflow', 'TriggerWorkflow'])

/** The kind of workflows that a document holds; undefined where it holds none. */
function kindIn(document: unknown): string | undefined {
  const kind = readText(document, 'kind')
  return kind !== undefined && kinds.has(kind) ? kind : undefined
}

function workflowsIn(document: ReadDocument, of: Source, indexes: Indexes): readonly LooseWorkflow[] {
  const kind = kindIn(document)
  if (kind === undefined) return []
  return indexes
    .indexOf(document)
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

/** What a builder of one workflow knows of itself; undefined of another one, and of one that a document was read into. */
function stateOf({ builder }: BuilderSource) {
  const state = WorkflowImpl.stateOf(builder)
  return state?.document === undefined ? state : undefined
}

/** The workflows of a source; of a builder of one that is told without building it. */
function workflowsOf(source: Source, indexes: Indexes): readonly LooseWorkflow[] {
  if (source.kind === 'document') return workflowsIn(source.document, source, indexes)
  const state = stateOf(source)
  if (state === undefined) {
    return documentsIn(source.builder.toJSON()).flatMap((document) => workflowsIn(readSpec(document), source, indexes))
  }
  const { kind, name, call } = state
  return [{ of: source, kind, name, path: '', subject: { kind: 'workflow', name }, ...(call && placesOf(call)) }]
}

/** The kinds of the workflows of a source, which are told without an index. */
function kindsOf(source: Source): readonly (string | undefined)[] {
  if (source.kind === 'document') return [kindIn(source.document)]
  const state = stateOf(source)
  return state === undefined ? documentsIn(source.builder.toJSON()).map(kindIn) : [state.kind]
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
 *
 * @param indexes - the indexes of documents, for who needs them again; none is made where all workflows are of one kind
 */
export function namesOfKinds(sources: readonly Source[], indexes: Indexes): readonly UnreadSource[] {
  const loose = sources.filter((source) => !isProject(source))
  const found = new Set(loose.flatMap(kindsOf).filter((kind) => kind !== undefined))
  if (found.size < 2) return []
  const firsts = new Map<string, LooseWorkflow>()
  return loose
    .flatMap((source) => workflowsOf(source, indexes))
    .flatMap((one) => {
      const first = firsts.get(one.name)
      if (first === undefined) firsts.set(one.name, one)
      return first === undefined || first.kind === one.kind ? [] : [toldOf(one, first)]
    })
}
