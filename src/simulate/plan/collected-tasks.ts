import { cut } from '../../diagnostics/show-value.ts'
import { closestEntity, type Entity } from '../../document/index/entity.ts'
import type { FlowEntry, NodeEntry } from '../../document/index/spec-index.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { Source } from '../simulated-document.ts'
import { HolderFinder, type InnerNode } from './inner-nodes.ts'
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

/** What stands in the documents. */
export interface CollectedTasks {
  /** The workflows and nodes that have instances, or could have, workflows first. */
  readonly tasks: readonly Task[]
  /** The nodes inside of others, which are part of these. */
  readonly inner: readonly InnerNode[]
}

/**
 * The workflows and nodes of all documents. A node of a document of its own belongs to the workflow that its container or
 * its folder names, if one of the documents has it; one whose container is a node is inside of that.
 */
export function collectTasks(sources: readonly Source[]): CollectedTasks {
  const tasks: Task[] = []
  const labels = new Labels()
  const finder = new WorkflowFinder()
  const holders = new HolderFinder(sources)
  const add = (parts: TaskParts): Task => {
    const task = createTask(parts, labels.label(parts))
    tasks.push(task)
    return task
  }
  const workflows = new Map<unknown, Task>()
  for (const { source, flow } of flowsOf(sources, 'Workflow')) {
    const { entity } = flow
    const name = readText(entity.value, 'name') ?? readText(entity.value, 'id') ?? ''
    const workflow = add({ source, entity, kind: 'workflow', name, workflow: undefined })
    finder.add(workflow)
    workflows.set(entity.value, workflow)
  }
  for (const { source, flow } of [...flowsOf(sources, 'Workflow'), ...flowsOf(sources, 'Spec')]) {
    const workflow = workflows.get(flow.entity.value)
    for (const { entity, key, name = key } of ownNodes(flow, source, holders)) {
      add({ source, entity, kind: 'node', name, workflow: workflow ?? finder.find(entity) })
    }
  }
  const workflowOf = ({ entity, holderEntity = entity }: Pick<InnerNode, 'entity' | 'holderEntity'>) =>
    workflowAround(entity, workflows) ?? finder.find(holderEntity)
  return { tasks, inner: innerNodes(sources, holders, workflowOf) }
}

/** The nodes of a flow that are inside of no other node. */
function ownNodes(flow: FlowEntry, source: Source, holders: HolderFinder): readonly NodeEntry[] {
  return flow.nodes.filter(
    // A node that names one outside of the document is that one.
    (node) => node.flow === flow && node.entity.child('reference') === undefined && !holders.find(node, source),
  )
}

function innerNodes(
  sources: readonly Source[],
  holders: HolderFinder,
  workflowOf: (node: Pick<InnerNode, 'entity' | 'holderEntity'>) => Task | undefined,
): readonly InnerNode[] {
  const inner: InnerNode[] = []
  for (const source of sources) {
    for (const node of source.index.nodes) {
      const holder = holders.find(node, source)
      if (holder === undefined) continue
      const { entity, id, key, name = key } = node
      inner.push({ entity, name, id, ...holder, workflow: workflowOf({ entity, ...holder }) })
    }
  }
  return inner
}

/** The workflow that an entity stands in. */
function workflowAround(entity: Entity, workflows: ReadonlyMap<unknown, Task>): Task | undefined {
  const workflow = closestEntity(entity, 'Workflow')
  return workflow === undefined ? undefined : workflows.get(workflow.value)
}

function* flowsOf(
  sources: readonly Source[],
  name: 'Workflow' | 'Spec',
): Generator<{ readonly source: Source; readonly flow: FlowEntry }> {
  for (const source of sources) {
    for (const flow of source.index.flows) if (flow.entity.name === name) yield { source, flow }
  }
}
