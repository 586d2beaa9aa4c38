import type { FieldChange } from '../../document/compare/field-changes.ts'
import type { NamedEdge } from '../../document/compare/named-edge.ts'

/**
 * What a deploy does to something:
 *
 * - `create`, `update`, `unchanged`
 * - `move`: it stands at another path, and is moved; `fields` says what else changes
 * - `delete`: the documents have it no more
 * - `conflict`: it is not what this project deployed: somebody else made it, or changed it since
 */
export type PlanAction = 'conflict' | 'create' | 'delete' | 'move' | 'unchanged' | 'update'

/** What kind of thing a plan speaks of. */
export type PlannedKind = 'edge' | 'function' | 'node' | 'resource' | 'workflow'

/** What allows a change that a deploy refuses otherwise. */
export type PlanFlag = 'adopt' | 'allowDelete'

/** Why a change is not made, or not without a flag. */
export interface PlanRefusal {
  /** The option of `deploy` that allows it; undefined of what nothing allows, since the service never makes the change. */
  readonly flag?: PlanFlag
  readonly reason: string
}

/** Who changed something since the last deploy; known with the record of it alone. */
export type ChangeOrigin = 'both' | 'code' | 'console'

/** One thing of a plan: a workflow, a node, an edge, a resource or a function. */
export interface PlanChange {
  readonly action: PlanAction
  readonly kind: PlannedKind
  readonly name: string
  /** The path in Data Studio of a workflow, resource or function; of a node, that of its workflow and its name. */
  readonly path: string
  /** The id that the service has for it; undefined for what is not there yet, and for edges. */
  readonly id?: string
  /** What differs: `expected` is what the document says, `actual` what the service has. Code is in `code` alone. */
  readonly fields: readonly FieldChange[]
  /** How the code differs, as a unified diff of what is deployed and what the document has. */
  readonly code?: string
  /** The edge itself, of kind `edge`. */
  readonly edge?: NamedEdge
  /** Whether it was changed in code, in the console, or in both since the last deploy. */
  readonly origin?: ChangeOrigin
  /**
   * When it was changed in the service, in milliseconds since 1970. By whom is not known: definitions that are answered have
   * `ModifyTime`, and none has a name beside it.
   */
  readonly modified?: { readonly time: number }
  /** Set where `deploy` refuses this, unless a flag allows it. */
  readonly needs?: PlanRefusal
}

/** How many things of each kind there are for each action. */
export type ChangeCounts = ReadonlyMap<PlanAction, ReadonlyMap<PlannedKind, number>>

const actions: readonly PlanAction[] = ['create', 'update', 'move', 'delete', 'conflict', 'unchanged']
const kinds: readonly PlannedKind[] = ['workflow', 'node', 'edge', 'resource', 'function']

/** Counts changes, in the order in which they are told: what is changed before what is not, workflows before their parts. */
export function changeCounts(changes: readonly PlanChange[]): ChangeCounts {
  const counts = new Map(actions.map((action) => [action, new Map(kinds.map((kind) => [kind, 0]))]))
  for (const { action, kind } of changes) {
    const ofAction = counts.get(action)
    ofAction?.set(kind, (ofAction.get(kind) ?? 0) + 1)
  }
  const found = [...counts].map(([action, ofAction]) => {
    return [action, new Map([...ofAction].filter(([, number]) => number > 0))] as const
  })
  return new Map(found.filter(([, ofAction]) => ofAction.size > 0))
}

/** Counts changes of all kinds together. */
export function actionCounts(changes: readonly PlanChange[]): ReadonlyMap<PlanAction, number> {
  return new Map(
    [...changeCounts(changes)].map(([action, ofAction]) => {
      return [action, [...ofAction.values()].reduce((sum, number) => sum + number, 0)]
    }),
  )
}
