import type { Entity } from '../document/entity.ts'
import { childEntities } from '../document/entity.ts'
import { readText } from '../document/read-text.ts'
import type { Task } from './task.ts'

/** What is known under a name: one task, or that several have it. */
export type Found = Task | 'ambiguous' | undefined

/** Tasks by names that should be unique, but need not be. */
class NamedTasks {
  readonly #tasks = new Map<string, Task | 'ambiguous'>()

  add(name: string | undefined, task: Task): void {
    if (name === undefined || this.#tasks.get(name) === task) return
    this.#tasks.set(name, this.#tasks.has(name) ? 'ambiguous' : task)
  }

  get(name: string): Found {
    return this.#tasks.get(name)
  }
}

/** Finds the tasks of all documents by what dependencies call them. */
export class TaskDirectory {
  readonly byOutput: NamedTasks = new NamedTasks()
  readonly byId: NamedTasks = new NamedTasks()
  readonly byName: NamedTasks = new NamedTasks()
  readonly #byValue = new Map<Entity['value'], Task>()

  constructor(tasks: readonly Task[]) {
    for (const task of tasks) {
      const { entity, name } = task
      this.#byValue.set(entity.value, task)
      this.byId.add(readText(entity.value, 'id'), task)
      this.byName.add(name, task)
      for (const output of outputsOf(entity)) this.byOutput.add(output, task)
    }
  }

  /** The task that an entity is, or is a part of. */
  taskOf(entity: Entity): Task | undefined {
    for (let at: Entity | undefined = entity; at !== undefined; at = at.parent) {
      const task = this.#byValue.get(at.value)
      if (task !== undefined) return task
    }
    return undefined
  }
}

/** The output strings that a workflow or node offers. */
function outputsOf(entity: Entity): readonly (string | undefined)[] {
  const artifacts = entity.child('outputs')
  if (artifacts === undefined) return []
  return childEntities(artifacts, 'nodeOutputs').map(({ value }) => readText(value, 'data'))
}
