import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml'
import type { InspectedNodes } from './inspected-nodes.ts'
import { deepest, tooDeep, type YamlFault } from './yaml-fault.ts'

/** Far more than people write with aliases, and far less than a few lines of aliases of aliases stand for. */
const mostCopies = 100_000

type Targets = InspectedNodes['targets']

/** Where a node stands in the value, and whether an alias put it there. */
interface Place {
  readonly depth: number
  readonly copied: boolean
}

/** A list or mapping whose value is filled later, so that nothing is recursive. */
type Task = Place &
  (
    | { readonly node: YAMLSeq.Parsed; readonly list: unknown[] }
    | { readonly node: YAMLMap.Parsed; readonly fields: Record<string, unknown> }
  )

/** Integers come as bigints, of which only those beyond 2^53 stay. */
function plainValue(value: unknown): unknown {
  if (typeof value !== 'bigint') return value
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/** The value of a node; that of a list or mapping is filled by the task that is added. */
function start(node: ParsedNode | null, { depth, copied }: Place, tasks: Task[]): unknown {
  if (isSeq(node)) {
    const list: unknown[] = []
    tasks.push({ node, depth, copied, list })
    return list
  }
  if (isMap(node)) {
    const fields: Record<string, unknown> = {}
    tasks.push({ node, depth, copied, fields })
    return fields
  }
  return isScalar(node) ? plainValue(node.value) : null
}

function fill(task: Task, targets: Targets, tasks: Task[]): void {
  const depth = task.depth + 1
  const valueBelow = (node: ParsedNode | null): unknown => {
    const target = isAlias(node) ? targets.get(node) : undefined
    return target === undefined
      ? start(node, { depth, copied: task.copied }, tasks)
      : start(target, { depth, copied: true }, tasks)
  }
  if ('list' in task) for (const node of task.node.items) task.list.push(valueBelow(node))
  else
    for (const { key, value } of task.node.items)
      task.fields[String(isScalar(key) ? key.value : key)] = valueBelow(value)
}

/**
 * The value of the mapping that a text is, aliases written out. Each alias has a value of its own: two parts of a
 * document never are the same object.
 *
 * @param report - takes what kept the value from being made
 */
export function documentValue(
  root: YAMLMap.Parsed,
  targets: Targets,
  report: (fault: YamlFault) => void,
): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {}
  const tasks: Task[] = [{ node: root, depth: 1, copied: false, fields }]
  let copies = 0
  for (const task of tasks) {
    const offset = task.node.range[0]
    if (task.depth > deepest) {
      report(tooDeep(offset))
      break
    }
    if (task.copied) copies += task.node.items.length + 1
    if (copies > mostCopies) {
      const message = `The aliases of the text stand for more than ${mostCopies} values.`
      report({ rule: 'document/syntax', message, offset })
      break
    }
    fill(task, targets, tasks)
  }
  return fields
}
