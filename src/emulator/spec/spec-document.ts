import type { JsonObject } from '../json/json-object.ts'
import type { WorkflowKind } from '../state/workflow-record.ts'

/** What an operation on workflows takes from a submitted document. */
export interface SpecDocument {
  readonly kind: WorkflowKind
  /** `spec.owner` */
  readonly owner: string | undefined
  /** The first workflow; the others are ignored. */
  readonly workflow: JsonObject
}

/** JSONPath of the workflow in a document. */
export const workflowPath = '$.spec.workflows[0]'
