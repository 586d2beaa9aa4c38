import type { BusinessRecord } from './business-record.ts'
import type { NodeRecord, WorkflowRecord } from './workflow-record.ts'

/** Which Data Studio a workspace uses: the new one takes FlowSpec, the legacy one business processes. */
export type Edition = 'new' | 'legacy'

/** What makes a workspace. */
export interface ProjectSettings {
  /** In digits. */
  readonly id: string
  /** The English name, which outputs begin with. */
  readonly identifier: string
  readonly edition: Edition
  /** Outputs that exist in the workspace besides those of its workflows. */
  readonly outputs: readonly string[]
}

/** A workspace and everything in it. */
export class Project {
  readonly settings: ProjectSettings
  readonly businesses: Map<string, BusinessRecord> = new Map()
  readonly #workflows = new Map<string, WorkflowRecord>()
  readonly #nodes = new Map<string, NodeRecord>()

  constructor(settings: ProjectSettings) {
    this.settings = settings
  }

  get workflows(): ReadonlyMap<string, WorkflowRecord> {
    return this.#workflows
  }

  get nodes(): ReadonlyMap<string, NodeRecord> {
    return this.#nodes
  }

  /** The output of the root that every workspace has. */
  get rootOutput(): string {
    return `${this.settings.identifier}_root`
  }

  /** Keeps a workflow, in place of the one with its id. */
  put(workflow: WorkflowRecord): void {
    this.remove(workflow.id)
    this.#workflows.set(workflow.id, workflow)
    for (const node of workflow.nodes) this.#nodes.set(node.id, node)
  }

  remove(workflowId: string): void {
    for (const node of this.#workflows.get(workflowId)?.nodes ?? []) this.#nodes.delete(node.id)
    this.#workflows.delete(workflowId)
  }
}
