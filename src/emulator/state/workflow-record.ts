import type { JsonObject } from '../json/json-object.ts'

/** Kinds of documents that hold a workflow. */
export type WorkflowKind = 'CycleWorkflow' | 'ManualWorkflow' | 'TriggerWorkflow'

/** A node as it is kept. */
export interface NodeRecord {
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly workflowId: string
  /** Milliseconds since 1970. */
  readonly createTime: number
  readonly modifyTime: number
  /** The node as it is read back. */
  readonly body: JsonObject
}

/** What one node depends on, as it is read back. */
export interface EdgeRecord {
  readonly nodeId: string
  readonly depends: readonly JsonObject[]
}

/** A workflow as it is kept. */
export interface WorkflowRecord {
  readonly id: string
  readonly kind: WorkflowKind
  readonly name: string
  readonly owner: string
  /** Milliseconds since 1970. */
  readonly createTime: number
  readonly modifyTime: number
  /** The workflow as it is read back, without its nodes and dependencies. */
  readonly body: JsonObject
  /** Ordered by id, as the service reads them back. */
  readonly nodes: readonly NodeRecord[]
  readonly edges: readonly EdgeRecord[]
}
