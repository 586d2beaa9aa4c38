import type { PlanAction, PlannedKind } from '../plan/plan-change.ts'

/** What every event of a deploy says of itself. */
export interface DeployEventBase {
  /** The version of the events; one of the same version only gains fields. */
  readonly version: 1
  /** How many calls were made so far. */
  readonly calls: number
}

/** What a deploy tells on its way, each with a code that stays the same. */
export type DeployEvent = DeployEventBase &
  (
    | {
        /** Documents and workspace are compared; nothing was changed yet. */
        readonly code: 'planned'
        /** How many of the changes there are of each action. */
        readonly counts: Readonly<Partial<Record<PlanAction, number>>>
      }
    /** The service says that it takes a workflow; nothing was changed yet. */
    | { readonly code: 'validated'; readonly workflow: string }
    /** An import was started. */
    | { readonly code: 'importing'; readonly workflow: string; readonly workflowId: string; readonly jobId: string }
    /** One thing was created, updated, moved or deleted by a call of its own. */
    | {
        readonly code: 'changed'
        readonly action: PlanAction
        readonly kind: PlannedKind
        readonly name: string
        readonly id: string
      }
    /** Edges or nodes did not arrive, and are sent once more. */
    | { readonly code: 'repairing'; readonly workflow: string; readonly workflowId: string; readonly lost: number }
    /** A workflow was read back and is what the document says. */
    | { readonly code: 'deployed'; readonly workflow: string; readonly workflowId: string }
    /** Everything is done. */
    | { readonly code: 'done' }
  )

/** An event without what is added to each. */
export type BareEvent = DeployEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, 'calls' | 'version'>
    : never
  : never
