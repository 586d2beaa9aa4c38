import { unknownResource } from '../errors/error-catalogue.ts'
import type { Project } from '../state/project.ts'
import type { NodeRecord, WorkflowRecord } from '../state/workflow-record.ts'

/** A workflow and where it is. */
export interface FoundWorkflow {
  readonly project: Project
  readonly workflow: WorkflowRecord
}

/** The workflow with an id. */
export function findWorkflow(projects: readonly Project[], id: string): FoundWorkflow {
  for (const project of projects) {
    const workflow = project.workflows.get(id)
    if (workflow !== undefined) return { project, workflow }
  }
  throw unknownResource('workflow', id)
}

/** The node with an id, and its workflow. */
export function findNode(projects: readonly Project[], id: string): FoundWorkflow & { readonly node: NodeRecord } {
  for (const project of projects) {
    const node = project.nodes.get(id)
    if (node !== undefined) return { ...findWorkflow([project], node.workflowId), node }
  }
  throw unknownResource('node', id)
}
