import { idRenamer } from '../../document/rename-ids.ts'
import type { FlowDependency, FlowWorkflow } from '../../language/generated/types.ts'
import type { Collected } from '../build/context.ts'
import { workflowEntries } from '../build/workflow-entry.ts'
import type { WorkflowState } from '../workflow/workflow-state.ts'
import { ownerOf } from './imported-flow.ts'

/** A workflow of a document, and what was built of it. */
export interface BuiltWorkflow {
  readonly state: WorkflowState
  readonly workflow: FlowWorkflow
}

/** The dependencies in the body of a document that was read. */
interface BodyEntries {
  readonly entries: readonly unknown[]
  /** JSON Pointer of where they stand. */
  readonly edges: string
  /** What the entries called the workflows that were read, as far as no node of the body is called so. */
  readonly read: ReadonlySet<string>
}

/** The entries of each workflow, by what the document called it; of a new one by itself. */
function entriesByOwner(
  workflows: readonly BuiltWorkflow[],
  { entries, edges, read }: BodyEntries,
  collected: Collected,
): Map<unknown, FlowDependency[]> {
  const places = new Map([...entries].reverse().map((entry, at) => [ownerOf(entry), entries.length - 1 - at]))
  const byOwner = new Map<unknown, FlowDependency[]>()
  let end = entries.length
  for (const { state, workflow } of workflows) {
    const key = state.origin?.key ?? state.id ?? state.name
    const isKnown = read.has(key) && !byOwner.has(key)
    const index = (isKnown ? places.get(key) : undefined) ?? end
    const own = workflowEntries(state, workflow, { edges, index }, collected)
    if (index === end) end += own.length
    byOwner.set(isKnown ? key : workflow, [...own])
  }
  return byOwner
}

/** Where workflows that were read got other ids, entries name them by those. */
function renamed(entries: readonly FlowDependency[], workflows: readonly BuiltWorkflow[]): readonly FlowDependency[] {
  const ids = workflows.flatMap(({ state: { id, origin } }): [string, string][] =>
    id === undefined || origin === undefined || origin.key === id ? [] : [[origin.key, id]],
  )
  if (ids.length === 0) return entries
  const rename = idRenamer({ nodes: new Map(ids) })
  return entries.map((entry) => rename('Dependency', entry))
}

/**
 * The dependencies in the body of a document, with those of its workflows as they are now: entries stay where they were
 * read, new ones stand at the end, and those of workflows that are gone go with them.
 */
export function withWorkflowEntries(
  body: BodyEntries,
  workflows: readonly BuiltWorkflow[],
  collected: Collected,
): readonly FlowDependency[] {
  const byOwner = entriesByOwner(workflows, body, collected)
  const placed: FlowDependency[] = []
  for (const entry of body.entries) {
    const owner = ownerOf(entry)
    // An entry of no workflow is carried whatever it is.
    if (owner === undefined || !body.read.has(owner)) placed.push(entry as FlowDependency)
    else placed.push(...(byOwner.get(owner)?.splice(0, 1) ?? []))
  }
  for (const own of byOwner.values()) for (const entry of own) placed.push(entry)
  return renamed(placed, workflows)
}
