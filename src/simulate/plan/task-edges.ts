import { compareText } from '../../diagnostics/diagnostic-order.ts'
import { childEntities, type Entity } from '../../document/index/entity.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import type { EdgeEntry } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import { type DependencyType, isDependencyType } from '../../language/dependency-types.ts'
import type { UnknownUpstream } from '../instance.ts'
import type { Source } from '../simulated-document.ts'
import type { CollectedTasks } from './collected-tasks.ts'
import type { Task } from './task.ts'
import { isTask, TaskDirectory, type Upstream, UpstreamResolver } from './task-directory.ts'

/** A task that another one comes after. */
interface TaskEdge {
  readonly type: DependencyType
  readonly upstream: Task
  /** Whether the upstream node is a branch, which decides at run time whether what comes after it runs. */
  readonly fromBranch: boolean
}

/** All that a task comes after. */
export interface TaskEdges {
  readonly edges: readonly TaskEdge[]
  readonly unknown: readonly UnknownUpstream[]
  /** Whether every instance waits for the one before it. */
  readonly dependsOnSelf: boolean
}

/** Finds for every task what it comes after, in its own document or another. */
export function resolveEdges(
  collected: CollectedTasks,
  sources: readonly Source[],
  project: string | undefined,
): ReadonlyMap<Task, TaskEdges> {
  const { tasks } = collected
  const directory = new TaskDirectory(collected)
  const resolver = new UpstreamResolver(directory, project)
  const lists = new Map(tasks.map((task) => [task, new EdgeCollector()]))
  for (const source of sources) {
    for (const edge of source.index.edges) {
      const task = isOfTasks(edge) ? dependentOf(edge, directory) : undefined
      const list = task && lists.get(task)
      if (task !== undefined && list !== undefined) addEdge(edge, { task, list, source, resolver })
    }
  }
  for (const [task, list] of lists) if (task.kind === 'workflow') addInputs(task, list, resolver)
  addChildren(lists)
  return new Map([...lists].map(([task, list]) => [task, list.finish()]))
}

/** Whether a dependency stands in a workflow or in the body of a document; others are inside of one node. */
function isOfTasks({ flow }: EdgeEntry): boolean {
  const { name } = flow.entity
  return name === 'Workflow' || name === 'Spec'
}

/** The task that depends: a node, or a workflow that the dependency names. */
function dependentOf({ node, workflow, entity }: EdgeEntry, directory: TaskDirectory): Task | undefined {
  const own = node?.entity ?? workflow?.entity
  if (own !== undefined) return directory.isInner(own) ? undefined : directory.taskOf(own)
  const id = readText(entity.parent?.value, 'nodeId')
  const found = id === undefined ? undefined : (directory.byId.get(id) ?? directory.byName.get(id))
  return isTask(found) && found.kind === 'workflow' ? found : undefined
}

interface EdgeContext {
  readonly task: Task
  readonly list: EdgeCollector
  readonly source: Source
  readonly resolver: UpstreamResolver
}

function addEdge(edge: EdgeEntry, { task, list, source, resolver }: EdgeContext): void {
  const { type } = edge
  if (!isDependencyType(type)) return
  if (type === 'CrossCycleDependsOnSelf') {
    list.dependsOnSelf = true
    list.add(type, task)
    return
  }
  if (type === 'CrossCycleDependsOnChildren') {
    list.dependsOnChildren = true
    return
  }
  const upstream = resolver.ofEdge(edge, source)
  if (upstream !== undefined && !(type === 'Normal' && upstream === task)) list.add(type, upstream)
}

/** What a workflow as a whole reads is what it comes after. */
function addInputs(workflow: Task, list: EdgeCollector, resolver: UpstreamResolver): void {
  const inputs: Entity | undefined = workflow.entity.child('inputs')
  if (inputs === undefined) return
  for (const { value } of childEntities(inputs, 'nodeOutputs')) {
    const output = readText(value, 'data')
    const upstream = output === undefined ? undefined : resolver.ofOutput(output, workflow.source)
    if (upstream !== undefined && upstream !== workflow) list.add('Normal', upstream)
  }
}

/** The children of a node are what comes directly after it, in the same cycle. */
function addChildren(lists: ReadonlyMap<Task, EdgeCollector>): void {
  const children = new Map<Task, Task[]>()
  for (const [task, list] of lists) {
    for (const { type, upstream } of list.edges) if (type === 'Normal') addToGroup(children, upstream, task)
  }
  for (const [task, list] of lists) {
    if (!list.dependsOnChildren) continue
    for (const child of children.get(task) ?? []) list.add('CrossCycleDependsOnChildren', child)
  }
}

/** What one task comes after, while it is collected: each thing once. */
class EdgeCollector {
  readonly #edges = new Map<string, TaskEdge>()
  readonly #unknown = new Map<string, UnknownUpstream>()
  dependsOnSelf = false
  dependsOnChildren = false

  add(type: DependencyType, upstream: Upstream): void {
    if (isTask(upstream)) {
      const fromBranch = type === 'Normal' && upstream.entity.child('branch') !== undefined
      this.#edges.set(`${upstream.label} ${type}`, { type, upstream, fromBranch })
    } else this.#unknown.set(`${upstream.name} ${type}`, Object.freeze({ type, ...upstream }))
  }

  get edges(): Iterable<TaskEdge> {
    return this.#edges.values()
  }

  /** All of it, in an order that does not depend on that of the documents. */
  finish(): TaskEdges {
    return { edges: inOrder(this.#edges), unknown: inOrder(this.#unknown), dependsOnSelf: this.dependsOnSelf }
  }
}

function inOrder<Value>(entries: ReadonlyMap<string, Value>): readonly Value[] {
  return [...entries].sort(([left], [right]) => compareText(left, right)).map(([, value]) => value)
}
