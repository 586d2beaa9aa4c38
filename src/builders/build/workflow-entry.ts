import { dependencyTypes } from '../../language/dependency-types.ts'
import type { FlowDepend, FlowDependency, FlowWorkflow } from '../../language/generated/types.ts'
import { chainItems } from '../chain.ts'
import { type DependencySite, dependOnNode } from '../node/upstream.ts'
import type { WorkflowState } from '../workflow/workflow-state.ts'
import { type Collected, dependencyPointer } from './context.ts'
import { dependOn, eachOnce, typeOfPrevious } from './edges.ts'

/** Where the entry of a workflow will stand among the dependencies in the body of the document. */
export interface EntryPlace {
  /** JSON Pointer of the dependencies. */
  readonly edges: string
  readonly index: number
}

/** Whether a workflow waits for something as a whole. */
export function waitsAsWhole({ after, afterPrevious }: WorkflowState): boolean {
  return after !== undefined || afterPrevious !== undefined
}

function siteOf(
  state: WorkflowState,
  place: EntryPlace,
  { options, faults, taken, verbatim }: Collected,
): DependencySite {
  const report: DependencySite['context']['report'] = (fault) => faults.push(fault)
  const context = { options, report, pointers: { nodes: '', edges: place.edges }, taken, verbatim }
  return { type: 'Normal', name: state.name, isWorkflow: true, nodes: new Map(), index: place.index, context }
}

/**
 * What a workflow itself depends on, as far as it was set on a builder.
 *
 * @param workflow - what was built of it
 */
function workflowDepends(
  state: WorkflowState,
  workflow: FlowWorkflow,
  place: EntryPlace,
  collected: Collected,
): readonly FlowDepend[] {
  const site = siteOf(state, place, collected)
  const previous = { ...site, type: dependencyTypes.other }
  const same = chainItems(state.after).map((item) => dependOn(item, site))
  const before = chainItems(state.afterPrevious).map((item) => {
    if (item !== 'self' && item !== 'children') return dependOn(item, previous)
    const type = typeOfPrevious.get(item) ?? dependencyTypes.self
    return dependOnNode(type, state.name, workflow, collected.verbatim?.edges)
  })
  const depends = eachOnce([...same, ...before].filter((depend) => depend !== undefined))
  if (depends.length > 0) collected.trace?.note(dependencyPointer(place.index, site.context), state)
  return depends
}

/** The entries of a workflow: those it was read with, and what was set on a builder. */
export function workflowEntries(
  state: WorkflowState,
  workflow: FlowWorkflow,
  place: EntryPlace,
  collected: Collected,
): readonly FlowDependency[] {
  const depends = waitsAsWhole(state) ? workflowDepends(state, workflow, place, collected) : []
  if (state.origin !== undefined) return state.origin.dependencies(workflow, depends)
  return depends.length === 0 ? [] : [{ nodeId: workflow.id ?? workflow.name, depends }]
}
