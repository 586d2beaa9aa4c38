import type { DependencyType, UnknownUpstream } from './instance.ts'
import type { Task } from './task.ts'

/** A task that another one comes after. */
export interface TaskEdge {
  readonly type: DependencyType
  readonly upstream: Task
  /** Whether the upstream node is a branch, which decides at run time whether what comes after it runs. */
  readonly isArm: boolean
}

/** All that a task comes after. */
export interface TaskEdges {
  readonly edges: readonly TaskEdge[]
  readonly unknown: readonly UnknownUpstream[]
  /** Whether every instance waits for the one before it. */
  readonly dependsOnSelf: boolean
}
