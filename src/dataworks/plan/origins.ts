import type { DeployedWorkflow } from '../workspace/deployed-workflow.ts'
import type { WorkflowRecord } from './deploy-record.ts'
import type { ChangeOrigin, PlanChange, PlanRefusal } from './plan-change.ts'
import type { WorkflowParts } from './workflow-parts.ts'

/** A workflow that is there already, and what tells where its changes come from. */
export interface Evidence {
  readonly parts: WorkflowParts
  readonly there: WorkflowParts
  readonly deployed: DeployedWorkflow
  /** What the last deploy left of it. */
  readonly record: WorkflowRecord | undefined
  /** Whether this project deployed the workflow. */
  readonly isOwn: boolean
}

/** The two hashes of a part, at the last deploy or now. */
interface Hashes {
  readonly source: string | undefined
  readonly deployed: string | undefined
}

/** Where a difference comes from; undefined when there is none, or no record that could tell. */
export function originOf(then: Hashes | undefined, now: Hashes): ChangeOrigin | undefined {
  if (then === undefined) return undefined
  const isInCode = then.source !== now.source
  const isInConsole = then.deployed !== now.deployed
  if (isInCode) return isInConsole ? 'both' : 'code'
  return isInConsole ? 'console' : undefined
}

const elsewhere = 'it was changed in the service since the last deploy, and deploying the documents undoes that'

/** A change with where it comes from; one of the console that would be undone is a conflict. */
export function conflictOf(change: PlanChange, origin: ChangeOrigin | undefined, time: number | undefined): PlanChange {
  if (origin === undefined) return change
  if (origin === 'code' || change.action === 'unchanged') return { ...change, origin }
  const needs: PlanRefusal = { flag: 'adopt', reason: elsewhere }
  return { ...change, action: 'conflict', origin, ...(time === undefined ? {} : { modified: { time } }), needs }
}

function withOrigin(change: PlanChange, origin: ChangeOrigin | undefined, { deployed }: Evidence): PlanChange {
  return conflictOf(change, origin, deployed.modifyTime)
}

/** Says of the change of a workflow where it comes from. */
export function judgeWorkflow(change: PlanChange, evidence: Evidence): PlanChange {
  const { parts, there, record, isOwn } = evidence
  if (!isOwn) return change
  const now = { source: parts.hashes.workflow, deployed: there.hashes.workflow }
  const judged = withOrigin(change, originOf(record, now), evidence)
  const { name } = evidence.deployed
  if (name === change.name || judged.needs !== undefined) return judged
  const reason = `workflow '${name}' is renamed, and what comes after it by its old name loses it`
  return { ...judged, needs: { flag: 'allowDelete', reason } }
}

/** The changes of a workflow that this project did not deploy: whatever is changed of it is not this project's to change. */
export function judgeForeign(changes: readonly PlanChange[], { deployed }: Evidence): readonly PlanChange[] {
  if (changes.every(({ action }) => action === 'unchanged')) return changes
  const isRenamed = changes.some(({ kind, name }) => kind === 'workflow' && name !== deployed.name)
  const reason = isRenamed
    ? `workflow '${deployed.name}' (${deployed.id}) has most of its nodes already, and is renamed`
    : `workflow ${deployed.id} of this name was not deployed by this project`
  const time = deployed.modifyTime
  const modified = time === undefined ? {} : { modified: { time } }
  return changes.map((change) =>
    change.kind === 'workflow'
      ? { ...change, action: 'conflict', ...modified, needs: { flag: 'adopt', reason } }
      : change,
  )
}

/** Where what a node says, or comes after, was changed since the last deploy. */
function nodeOrigin(place: string, { parts, there, record }: Evidence): ChangeOrigin | undefined {
  const recorded = record?.nodes.find((node) => node.path === place)
  return originOf(recorded, { source: parts.hashes.nodes.get(place), deployed: there.hashes.nodes.get(place) })
}

/** Says of the change of a node where it comes from, and what allows it. */
export function judgeNode(change: PlanChange, place: string, evidence: Evidence): PlanChange {
  const { record, isOwn } = evidence
  if (change.action === 'delete') {
    const isAdded = record?.nodes.every((node) => node.path !== place) === true
    const reason = isAdded
      ? 'it was added in the service since the last deploy; the documents do not have it'
      : 'the documents do not have it'
    return { ...change, ...(isAdded ? { origin: 'console' } : {}), needs: { flag: 'allowDelete', reason } }
  }
  return isOwn ? withOrigin(change, nodeOrigin(place, evidence), evidence) : change
}

/** Says of the change of an edge whether it undoes what somebody did in the console. */
export function judgeEdge(change: PlanChange, evidence: Evidence): PlanChange {
  const { edge } = change
  if (edge === undefined || edge.ofWorkflow === true || change.action === 'unchanged') return change
  const origin = nodeOrigin(edge.node, evidence)
  if (origin === undefined || origin === 'code') return origin === undefined ? change : { ...change, origin }
  return { ...change, origin, needs: { flag: 'adopt', reason: elsewhere } }
}

const commandPath = '/script/runtime/command'

/**
 * Refuses the change of a node that gets another type, which the service never makes: "script.runtime.command immutable
 * after create". Whatever a deploy did before would stay done when it says so.
 */
export function refuseChangedType(change: PlanChange): PlanChange {
  const command = change.fields.find(({ path }) => path === commandPath)
  if (command === undefined || typeof command.actual !== 'string') return change
  const types = `its type is ${command.actual} and would be ${String(command.expected ?? 'none')}`
  const way = 'give it another name, or deploy once without it and then again with it'
  return { ...change, needs: { reason: `${types}, which the service never changes: ${way}` } }
}
