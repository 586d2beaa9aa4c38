import type { Project } from '../state/project.ts'
import type { Release, ReleaseEnvironment } from '../state/releases.ts'
import { TimedWork } from '../state/timed-work.ts'
import { unknownResource } from '../wire/error-catalogue.ts'
import type { WorkflowInstance } from './workflow-instance.ts'

/** The number that stands for tasks in no workflow. */
export const noWorkflow = '1'

/** The making of instances, which takes its time. */
export class InstanceOrder {
  readonly id: string
  readonly #work: TimedWork
  #instances: readonly WorkflowInstance[] = []

  constructor(
    parts: { readonly id: string } & Pick<ConstructorParameters<typeof TimedWork>[0], 'now' | 'duration'> & {
        /** Makes the instances; throws when that fails. */
        readonly make: () => readonly WorkflowInstance[]
      },
  ) {
    this.id = parts.id
    this.#work = new TimedWork({
      now: parts.now,
      duration: parts.duration,
      work: () => {
        this.#instances = parts.make()
      },
    })
  }

  get status(): 'Created' | 'CreateFailure' | 'Creating' {
    if (this.#work.status === 'Running') return 'Creating'
    return this.#work.status === 'Success' ? 'Created' : 'CreateFailure'
  }

  get isOver(): boolean {
    return this.#work.isOver
  }

  get failureMessage(): string | undefined {
    return this.#work.failure?.message
  }

  get instances(): readonly WorkflowInstance[] {
    return this.#instances
  }

  settle(now: number): void {
    this.#work.settle(now)
  }

  poll(now: number): void {
    this.#work.poll(now)
  }
}

/** A released workflow, by its id in the scheduler. */
export function releasedWorkflow(project: Project, environment: ReleaseEnvironment, id: string): Release {
  const release = project.releases(environment).scheduled(id)
  if (release?.type !== 'WorkflowDefinition') throw unknownResource('workflow of the scheduler', id)
  return release
}

/** A released node, by its id in the scheduler. */
export function releasedTask(project: Project, environment: ReleaseEnvironment, id: string): Release {
  const release = project.releases(environment).scheduled(id)
  if (release?.type !== 'Node') throw unknownResource('task', id)
  return release
}
