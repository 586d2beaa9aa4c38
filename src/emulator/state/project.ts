import type { JsonObject } from '../wire/json.ts'

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

/** What one node, or the workflow itself, depends on, as it is read back. */
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

/** What a business process is for: scheduled nodes, or nodes that are started by hand. */
export type UseType = 'NORMAL' | 'MANUAL_BIZ'

/** A business process of a legacy workspace. */
export interface BusinessRecord {
  readonly id: number
  readonly name: string
  readonly description: string
  readonly owner: string
  readonly useType: UseType
}
