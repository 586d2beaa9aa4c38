import { childEntities, type Entity } from '../../document/index/entity.ts'
import { outputData } from '../../document/index/referenced-entities.ts'
import type { EdgeEntry } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import type { UnknownUpstream } from '../instance.ts'
import type { Source } from '../simulated-document.ts'
import type { CollectedTasks } from './collected-tasks.ts'
import type { InnerNode } from './inner-nodes.ts'
import type { Task } from './task.ts'

/** What is known under a name: one task, or that several have it. */
type Found = Task | 'ambiguous' | undefined

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
  readonly #inner: ReadonlyMap<Entity['value'], InnerNode>

  constructor({ tasks, inner }: CollectedTasks) {
    this.#inner = new Map(inner.map((node) => [node.entity.value, node]))
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
    const passed = new Set<Entity['value']>()
    for (let at: Entity | undefined = entity; at !== undefined; ) {
      const task = this.#byValue.get(at.value)
      if (task !== undefined) return task
      // Containers may name one another.
      if (passed.has(at.value)) return undefined
      passed.add(at.value)
      const inner = this.#inner.get(at.value)
      at = inner === undefined ? at.parent : inner.holderEntity
    }
    return undefined
  }

  /** Whether a node is inside of another, whose own dependencies are none of the task that holds it. */
  isInner({ value }: Entity): boolean {
    return this.#inner.has(value)
  }
}

/** The output strings that a workflow or node provides. */
function outputsOf(entity: Entity): readonly (string | undefined)[] {
  const artifacts = entity.child('outputs')
  if (artifacts === undefined) return []
  return childEntities(artifacts, 'nodeOutputs').map(({ value }) => readText(value, 'data'))
}

/** The task that a dependency names, or what is said of one that no document has. */
export type Upstream = Task | Omit<UnknownUpstream, 'type'>

/** Finds what dependencies name: in their own document first, then in all of them. */
export class UpstreamResolver {
  readonly #directory: TaskDirectory
  readonly #project: string | undefined

  constructor(directory: TaskDirectory, project: string | undefined) {
    this.#directory = directory
    this.#project = project
  }

  /** What a dependency names; undefined when it names nothing that can be read. */
  ofEdge({ entity: { value }, upstream, upstreamWorkflow }: EdgeEntry, source: Source): Upstream | undefined {
    const own = upstream?.entity ?? upstreamWorkflow?.entity
    const task = own === undefined ? undefined : this.#taskOf(own)
    if (task !== undefined) return task
    const output = readText(upstream?.entity.child('reference')?.value, 'output') ?? readText(value, 'output')
    const id = upstream === undefined ? readText(value, 'nodeId') : undefined
    const byId = id === undefined ? undefined : this.#byIdOrName(id)
    if (isTask(byId)) return byId
    if (output !== undefined) return this.ofOutput(output, source)
    return id === undefined ? undefined : unknownUpstream(id, byId)
  }

  /** What an output string names. */
  ofOutput(text: string, { index }: Source): Upstream {
    const output = outputData(index, text)
    const owner = index.outputs.first.get(output)?.owner
    const own = owner === undefined ? undefined : this.#taskOf(owner)
    const found = own ?? this.#directory.byOutput.get(output) ?? this.#inProject(output)
    return isTask(found) ? found : unknownUpstream(output, found)
  }

  #taskOf(entity: EdgeEntry['entity']): Task | undefined {
    return this.#directory.taskOf(entity)
  }

  #byIdOrName(id: string): Found {
    return this.#directory.byId.get(id) ?? this.#directory.byName.get(id)
  }

  /** The node of `project.node`, when the workspace is known and the node provides no such output. */
  #inProject(output: string): Found {
    const prefix = this.#project === undefined ? undefined : `${this.#project}.`
    return prefix !== undefined && output.startsWith(prefix) ? this.#byIdOrName(output.slice(prefix.length)) : undefined
  }
}

/** Whether something that was looked for is one task. */
export function isTask(found: Upstream | Found): found is Task {
  return typeof found === 'object' && 'entity' in found
}

function unknownUpstream(name: string, found: Exclude<Found, Task>): Omit<UnknownUpstream, 'type'> {
  if (found === 'ambiguous') return { name, reason: found }
  return { name, reason: name.endsWith('_root') ? 'project-root' : 'elsewhere' }
}
