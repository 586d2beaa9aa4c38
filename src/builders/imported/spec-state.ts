import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import type { FlowBase } from '../build/context.ts'
import { type Chain, extendChain } from '../chain.ts'
import { NodeBuilderImpl } from '../node/node.ts'
import type { AnyNode } from '../node/node-builder.ts'
import { type FlowStep, findNode, type Steps } from '../workflow/flow-steps.ts'
import type { WorkflowState } from '../workflow/workflow-state.ts'
import { putNode } from './flow-changes.ts'
import type { EntityStep } from './imported-entities.ts'
import type { SpecSource } from './spec-source.ts'

/** Everything the builder of a document that was read knows. Never changed: each step makes a new one. */
export interface SpecState {
  readonly source: SpecSource
  /** The nodes that stand in the body itself; undefined where it has no list of them. */
  readonly nodes: Steps
  readonly flow: FlowBase
  /** The workflows; undefined where the body has no list of them. */
  readonly workflows: readonly WorkflowState[] | undefined
  /** What was done to the entities that are no workflows and no nodes. */
  readonly entities?: Chain<EntityStep> | undefined
}

/** Where among workflows the one stands that another is a version of: the one it was read as, else that of its name. */
export function workflowIndex(workflows: readonly WorkflowState[], { base, name }: WorkflowState): number {
  const same = workflows.findIndex((other) => base !== undefined && other.base?.raw === base.raw)
  return same < 0 ? workflows.findIndex((other) => other.name === name) : same
}

/** A document with a workflow in the place of its other version, else at the end. */
export function putWorkflow(spec: SpecState, { within: _, ...workflow }: WorkflowState): SpecState {
  const workflows = [...(spec.workflows ?? [])]
  const at = workflowIndex(workflows, workflow)
  workflows[at < 0 ? workflows.length : at] = workflow
  return { ...spec, workflows }
}

/** A place nodes can stand in: the workflow at a position, or the body itself. */
type Place = number | 'body'

function refuse(message: string, hint: string): never {
  const parts = { rule: 'schema/type', severity: 'error', message, hint, path: '' } as const
  throw new FlowSpecError([createDiagnostic(parts)])
}

/** Where a node goes: where it was read, else where one of its name stands, else the one place there is. */
function placeOf({ nodes, flow, workflows = [] }: SpecState, node: AnyNode): Place {
  const places: Place[] = [...workflows.keys()]
  if (places.length === 0) return 'body'
  if (nodes === undefined && places.length === 1) return 0
  const { name } = node
  const base = NodeBuilderImpl.stateOf(node)?.base
  if (nodes !== undefined) places.unshift('body')
  const flowAt = (place: Place): FlowBase | undefined => (place === 'body' ? flow : workflows[place]?.flow)
  const nodesAt = (place: Place): Steps => (place === 'body' ? nodes : workflows[place]?.nodes)
  const read = places.find((place) => base !== undefined && flowAt(place) === base.flow)
  const place = read ?? places.find((one) => findNode(nodesAt(one), name) !== undefined)
  if (place !== undefined) return place
  if (workflows.length === 1) return 0
  const hint = "Give it to one of them: spec.with(spec.workflow('name').nodes(node))."
  return refuse(`Node '${name}' is new, and could go to any of ${workflows.length} workflows.`, hint)
}

/** A document with a node in the place of its other version, else added. */
export function placeNode(spec: SpecState, node: unknown): SpecState {
  if (!(node instanceof NodeBuilderImpl)) {
    return refuse('with() was given a value that is no builder.', 'Give workflows, nodes and other entities.')
  }
  const place = placeOf(spec, node)
  const put = (steps: Steps): Steps => extendChain<FlowStep>(steps, [putNode(node)])
  if (place === 'body') return { ...spec, nodes: put(spec.nodes) }
  const workflows = spec.workflows?.map((one, at) => (at === place ? { ...one, nodes: put(one.nodes) } : one))
  return { ...spec, workflows }
}
