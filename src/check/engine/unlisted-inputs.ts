import { childEntities, type Entity, hasShape } from '../../document/index/entity.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import type { NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { brokenFlows } from './unread-parts.ts'

/** An output in the inputs of a node that the dependencies of the node do not name. */
export interface UnlistedInput {
  /** The entry of the inputs. */
  readonly entity: Entity
  readonly data: string
  readonly node: NodeEntry
  /** The node that provides the output, when that stands in the document. */
  readonly upstream: NodeEntry | undefined
}

function hasFields(value: unknown): boolean {
  if (!isRecord(value)) return false
  for (const _ in value) return true
  return false
}

function inputsOf(index: SpecIndex): ReadonlyMap<number, readonly Entity[]> {
  const found = new Map<number, readonly Entity[]>()
  for (const { entity, place } of index.nodes) {
    // Most nodes have an object for their inputs and nothing in it.
    if (!hasFields(entity.value['inputs'])) continue
    const inputs = entity.child('inputs')
    const outputs = inputs === undefined ? [] : childEntities(inputs, 'nodeOutputs').filter(hasShape)
    if (outputs.length > 0) found.set(place, outputs)
  }
  return found
}

/** What the dependencies of nodes name: outputs, and the nodes that offer them. */
function namedBy(index: SpecIndex, places: ReadonlyMap<number, unknown>): ReadonlyMap<number, readonly unknown[]> {
  const found = new Map<number, unknown[]>()
  for (const { entity, node, upstream } of index.edges) {
    if (node === undefined || !places.has(node.place)) continue
    addToGroup(found, node.place, entity.value['output'])
    addToGroup(found, node.place, upstream)
  }
  return found
}

/** Whether the dependencies of a node name an output; of a node without any, one from outside need not be named. */
function isListed(
  data: string,
  node: NodeEntry,
  upstream: NodeEntry | undefined,
  named: ReadonlySet<unknown>,
): boolean {
  if (upstream === node || named.has(data)) return true
  return upstream === undefined ? named.size === 0 : named.has(upstream)
}

/** What was found in documents, for the rules that ask: one look serves them all. */
const found = new WeakMap<SpecIndex, readonly UnlistedInput[]>()

/** What nodes list in their inputs and not in their dependencies, of flows whose dependencies are all understood. */
export function unlistedInputs(index: SpecIndex): readonly UnlistedInput[] {
  const known = found.get(index) ?? findUnlisted(index)
  found.set(index, known)
  return known
}

function findUnlisted(index: SpecIndex): readonly UnlistedInput[] {
  const inputs = inputsOf(index)
  if (inputs.size === 0 || !index.faulty.every(hasShape)) return []
  const named = namedBy(index, inputs)
  const broken = brokenFlows(index)
  return [...inputs].flatMap(([place, outputs]) => {
    const node = index.nodes[place]
    if (node === undefined || broken.has(node.flow)) return []
    const own = new Set(named.get(place))
    return outputs.flatMap((entity) => {
      const data = readText(entity.value, 'data') ?? ''
      const upstream = index.outputs.first.get(data)?.node
      return data === '' || isListed(data, node, upstream, own) ? [] : [{ entity, data, node, upstream }]
    })
  })
}
