/** What a deploy left of one workflow. */
export interface WorkflowRecord {
  readonly name: string
  /** `CycleWorkflow`, `ManualWorkflow` or `TriggerWorkflow`. */
  readonly kind: string
  readonly path: string
  readonly id: string
  /** What the document said, as a hash. */
  readonly source: string
  /** What the service had after the deploy, as a hash. */
  readonly deployed: string
  /** The same of each node, by its path. */
  readonly nodes: readonly NodeRecord[]
}

/** What a deploy left of one node. */
export interface NodeRecord {
  readonly path: string
  readonly id: string
  readonly source: string
  readonly deployed: string
}

/** What a deploy left of a resource or a function. */
export interface EntityRecord {
  readonly name: string
  readonly path: string
  readonly id: string
  readonly source: string
  readonly deployed: string
}

/**
 * What a deploy leaves behind of one environment: ids and hashes, no secrets, sorted, so that it can stand in git as a
 * small file. A plan without it works from names: nothing is doubled, and what the project has no more stays, and runs on.
 */
export interface DeployRecord {
  readonly version: 1
  readonly projectId: string
  readonly workflows: readonly WorkflowRecord[]
  readonly resources: readonly EntityRecord[]
  readonly functions: readonly EntityRecord[]
}
