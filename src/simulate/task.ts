import type { Entity } from '../document/entity.ts'
import type { SpecIndex } from '../document/spec-index.ts'
import type { InstanceMode } from './publication.ts'

/** A document that was indexed. */
export interface Source {
  readonly index: SpecIndex
  /** Its JSON Pointer in what was given: the empty text when it was given alone. */
  readonly path: string
}

/** How instances of something run. */
export type Recurrence = 'Normal' | 'Pause' | 'Skip' | 'NoneAuto'

/** What a workflow and a node have in common for the simulation. */
export interface TaskParts {
  readonly source: Source
  readonly entity: Entity
  readonly kind: 'workflow' | 'node'
  readonly name: string
  /** The workflow that a node stands in. */
  readonly home: Task | undefined
}

/** Something that has instances, or could have: a workflow, or a node that is not part of another node. */
export interface Task extends TaskParts {
  /** `workflow/node`, or the name alone; different for every task. */
  readonly label: string
  /** Its own trigger, wherever that stands. */
  readonly trigger: Entity | undefined
  /** The recurrence of its workflow, unless that is Normal; else its own. */
  readonly recurrence: Recurrence
  /** That of its workflow, if it stands in one. */
  readonly instanceMode: InstanceMode
  /** Whether it runs whichever branches before it are taken. */
  readonly ignoresBranches: boolean
}

/** The name of the workflow that a task belongs to; that of the task itself when it is one. */
export function workflowName({ kind, name, home }: Task): string | undefined {
  return kind === 'workflow' ? name : home?.name
}
