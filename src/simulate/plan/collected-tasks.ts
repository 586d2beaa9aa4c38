import { cut } from '../../diagnostics/show-value.ts'
import type { Entity } from '../../document/index/entity.ts'
import type { FlowEntry } from '../../document/index/spec-index.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { Source } from '../simulated-document.ts'
import { createTask, type Task, type TaskParts } from './task.ts'

/** Longer than any name the service takes; ids begin with labels, and there are as many ids as instances. */
const longestName = 256

/** Gives every task a label of its own. */
class Labels {
  readonly #used = new Map<string, number>()

  label({ workflow, name }: Pick<TaskParts, 'workflow' | 'name'>): string {
    const short = cut(name, longestName)
    const label = workflow === undefined ? short : `${workflow.label}/${short}`
    const count = (this.#used.get(label) ?? 0) + 1
    this.#used.set(label, count)
    return count === 1 ? label : `${label}#${count}`
  }
}

/** Workflows by what nodes that stand elsewhere say of them: the id of their container, or the folder of their path. */
class WorkflowFinder {
  readonly #byId = new Map<string, Task>()
  readonly #byPath = new Map<string, Task>()

  add(workflow: Task): void {
    const id = readText(workflow.entity.value, 'id')
    const path = pathOf(workflow.entity)
    if (id !== undefined) this.#byId.set(id, workflow)
    if (path !== undefined) this.#byPath.set(path, workflow)
  }

  find(node: Entity): Task | undefined {
    const { metadata } = node.value
    const container = isRecord(metadata) ? readText(metadata['container'], 'uuid') : undefined
    const path = pathOf(node)
    const folder = path?.slice(0, Math.max(0, path.lastIndexOf('/')))
    return this.#byId.get(container ?? '') ?? this.#byPath.get(folder ?? '')
  }
}

function pathOf(entity: Entity): string | undefined {
  return readText(entity.child('script')?.value, 'path')
}

/**
 * The workflows and nodes of all documents, workflows first. Nodes inside of other nodes are part of these. A node of a
 * document of its own belongs to the workflow that its container or its folder names, if one of the documents has it.
 */
export function collectTasks(sources: readonly Source[]): readonly Task[] {
  const tasks: Task[] = []
  const labels = new Labels()
  const finder = new WorkflowFinder()
  const workflows = new Map<FlowEntry, Task>()
  const add = (parts: TaskParts): Task => {
    const task = createTask(parts, labels.label(parts))
    tasks.push(task)
    return task
  }
  for (const { source, flow } of flowsOf(sources, 'Workflow')) {
    const { entity } = flow
    const name = readText(entity.value, 'name') ?? readText(entity.value, 'id') ?? ''
    const workflow = add({ source, entity, kind: 'workflow', name, workflow: undefined })
    finder.add(workflow)
    workflows.set(flow, workflow)
  }
  for (const { source, flow } of [...flowsOf(sources, 'Workflow'), ...flowsOf(sources, 'Spec')]) {
    for (const node of flow.nodes) {
      const { entity, key } = node
      // A node that names one outside of the document is that one.
      if (entity.child('reference') !== undefined || node.flow !== flow) continue
      const workflow = workflows.get(flow) ?? finder.find(entity)
      add({ source, entity, kind: 'node', name: node.name ?? key, workflow })
    }
  }
  return tasks
}

function* flowsOf(
  sources: readonly Source[],
  name: 'Workflow' | 'Spec',
): Generator<{ readonly source: Source; readonly flow: FlowEntry }> {
  for (const source of sources) {
    for (const flow of source.index.flows) if (flow.entity.name === name) yield { source, flow }
  }
}
