import { containerNode } from '../../document/containers.ts'
import { groupsOf } from '../../document/index/first-by-key.ts'
import { isRecord, itemsOf, readText } from '../../document/json/records.ts'
import { loopEndCommand, structureOfCommand } from '../../language/structures.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { commandOf, keyOf, objectIn } from '../steps/node-steps.ts'
import { onlyRecords, withoutFields } from '../steps/written-lists.ts'

/** Loops in one another are written by no one any deeper. */
const mostLevels = 20

/** A node without the loop that it says it is inside of. */
function withoutContainer(node: Fields): Fields {
  const metadata = withoutFields(objectIn(node, 'metadata'), 'container')
  return Object.keys(metadata).length === 0 ? withoutFields(node, 'metadata') : { ...node, metadata }
}

/** What stands beside one another, by the loops that it is inside of. */
interface Beside {
  readonly nodes: ReadonlyMap<string, readonly Fields[]>
  readonly edges: ReadonlyMap<string, readonly unknown[]>
}

/** A loop with the nodes that say they are inside of it; undefined where they are no body of a loop. */
function withBody(loop: Fields, beside: Beside, level: number): Fields | undefined {
  const inner = beside.nodes.get(keyOf(loop))
  if (inner === undefined) return loop
  const structure = structureOfCommand(commandOf(loop))
  const name = structure?.name
  if ((name !== 'forEach' && name !== 'doWhile') || structure?.field === undefined || level > mostLevels)
    return undefined
  const nodes = inner.map((one) => withBody(withoutContainer(one), beside, level + 1))
  const known = nodes.filter((one) => one !== undefined)
  if (known.length < nodes.length) return undefined
  const { field, edges = 'flow' } = structure
  const end = known.at(-1)
  const isEnded = name === 'doWhile' && end !== undefined && commandOf(end) === loopEndCommand('doWhile', 'END')
  const body = {
    ...objectIn(loop, field),
    nodes: isEnded ? known.slice(0, -1) : known,
    [edges]: beside.edges.get(keyOf(loop)) ?? [],
    ...(isEnded ? { while: end } : {}),
  }
  return { ...loop, [field]: body }
}

/** A workflow whose loops have their bodies inside, as builders make them unless told otherwise; undefined where none has. */
export function withNestedLoops(workflow: Fields): Fields | undefined {
  const nodes = onlyRecords(workflow['nodes'])
  if (nodes === undefined || !nodes.some((node) => containerNode(node) !== undefined)) return undefined
  const loopOf = new Map(nodes.map((node) => [keyOf(node), containerNode(node) ?? '']))
  const beside: Beside = {
    nodes: groupsOf(nodes, (node) => containerNode(node) ?? ''),
    edges: groupsOf(itemsOf(workflow['dependencies']), (entry) =>
      isRecord(entry) ? (loopOf.get(readText(entry, 'nodeId') ?? '') ?? '') : '',
    ),
  }
  const outer = (beside.nodes.get('') ?? []).map((node) => withBody(node, beside, 0))
  const known = outer.filter((one) => one !== undefined)
  if (known.length < outer.length) return undefined
  return { ...workflow, nodes: known, dependencies: beside.edges.get('') ?? [] }
}
