import { readText } from '../document/read-text.ts'
import type { EdgeEntry } from '../document/spec-index.ts'
import { entityOf } from './find-referenced.ts'
import type { UnknownUpstream } from './instance.ts'
import type { Source, Task } from './task.ts'
import type { Found, TaskDirectory } from './task-directory.ts'

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
  ofEdge({ entity: { value }, upstream }: EdgeEntry, source: Source): Upstream | undefined {
    const task = upstream === undefined ? undefined : this.#taskOf(upstream.entity)
    if (task !== undefined) return task
    const output = readText(upstream?.entity.child('reference')?.value, 'output') ?? readText(value, 'output')
    const id = upstream === undefined ? readText(value, 'nodeId') : undefined
    const byId = id === undefined ? undefined : this.#byIdOrName(id)
    if (isTask(byId)) return byId
    if (output !== undefined) return this.ofOutput(output, source)
    return id === undefined ? undefined : describe(id, byId)
  }

  /** What an output string names. */
  ofOutput(text: string, { index }: Source): Upstream {
    const output = text.startsWith('{{') ? (readText(entityOf(index, text, 'NodeOutput')?.value, 'data') ?? text) : text
    const owner = index.outputs.first.get(output)?.owner
    const own = owner === undefined ? undefined : this.#taskOf(owner)
    const found = own ?? this.#directory.byOutput.get(output) ?? this.#inProject(output)
    return isTask(found) ? found : describe(output, found)
  }

  #taskOf(entity: EdgeEntry['entity']): Task | undefined {
    return this.#directory.taskOf(entity)
  }

  #byIdOrName(id: string): Found {
    return this.#directory.byId.get(id) ?? this.#directory.byName.get(id)
  }

  /** The node of `project.node`, when the workspace is known and the node offers no such output. */
  #inProject(output: string): Found {
    const prefix = this.#project === undefined ? undefined : `${this.#project}.`
    return prefix !== undefined && output.startsWith(prefix) ? this.#byIdOrName(output.slice(prefix.length)) : undefined
  }
}

/** Whether something that was looked for is one task. */
export function isTask(found: Upstream | Found): found is Task {
  return typeof found === 'object' && 'entity' in found
}

function describe(name: string, found: Exclude<Found, Task>): Omit<UnknownUpstream, 'type'> {
  if (found === 'ambiguous') return { name, reason: found }
  return { name, reason: name.endsWith('_root') ? 'project-root' : 'elsewhere' }
}
