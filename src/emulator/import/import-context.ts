import type { Project } from '../state/project.ts'
import type { Service } from '../state/service.ts'
import type { WorkflowKind } from '../state/workflow-record.ts'

/** What filling in a workflow and its nodes needs to know. */
export interface ImportContext {
  readonly service: Service
  readonly project: Project
  readonly kind: WorkflowKind
  readonly workflowId: string
  /** `script.path` of the workflow. */
  readonly workflowPath: string
  /** Who owns what names no owner. */
  readonly owner: string
  /** Milliseconds since 1970. */
  readonly now: number
}
