import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { EntityName } from '../model/generated/entity-name.ts'
import { collectEntities } from './collect-entities.ts'
import { childEntities, childEntity, type Entity } from './entity.ts'
import { isRecord } from './is-record.ts'
import { readText } from './read-text.ts'
import type { EdgeEntry, FirstByKey, FlowEntry, NodeEntry, OutputEntry, SpecIndex } from './spec-index.ts'

interface MutableFlow extends FlowEntry {
  readonly nodes: NodeEntry[]
}

/** A workflow spells its edges `dependencies`; the body of a document spells them `flow` in 1.x. Both are read. */
function dependencyEntities(entity: Entity): readonly Entity[] {
  const dependencies = childEntities(entity, 'dependencies')
  return dependencies.length > 0 ? dependencies : childEntities(entity, 'flow')
}

class Unique<Entry> implements FirstByKey<Entry> {
  readonly first = new Map<string, Entry>()
  readonly repeated: { key: string; first: Entry; other: Entry }[] = []

  add(key: string, entry: Entry): void {
    const first = this.first.get(key)
    if (first === undefined) this.first.set(key, entry)
    else this.repeated.push({ key, first, other: entry })
  }
}

function createNode(entity: Entity, flow: FlowEntry, place: number): NodeEntry {
  const id = readText(entity.value, 'id')
  const name = readText(entity.value, 'name')
  return { entity, place, key: id ?? name ?? '', id, name, flow }
}

function addOutputs(owner: Entity, node: NodeEntry | undefined, outputs: Unique<OutputEntry>): void {
  for (const entity of childEntity(owner, 'outputs')?.children ?? []) {
    const data = entity.field === 'nodeOutputs' ? readText(entity.value, 'data') : undefined
    if (data !== undefined) outputs.add(data, { entity, data, node, owner })
  }
}

/** The entries of a document before its edges are known. */
class Lookups {
  readonly flows: FlowEntry[] = []
  readonly nodes: NodeEntry[] = []
  readonly nodesByKey = new Unique<NodeEntry>()
  readonly nodesByName = new Unique<NodeEntry>()
  readonly outputs = new Unique<OutputEntry>()

  addFlow(entity: Entity): void {
    const flow: MutableFlow = { entity, nodes: [], dependencies: dependencyEntities(entity) }
    this.flows.push(flow)
    for (const child of entity.children) {
      if (child.field !== 'nodes') continue
      const node = createNode(child, flow, this.nodes.length)
      flow.nodes.push(node)
      this.nodes.push(node)
      this.nodesByKey.add(node.key, node)
      if (node.name !== undefined) this.nodesByName.add(node.name, node)
      addOutputs(child, node, this.outputs)
    }
    if (entity.name === 'Workflow') addOutputs(entity, undefined, this.outputs)
  }

  /** The node a dependency names, of the same flow when several have that id. */
  findNode(key: string | undefined, flow: FlowEntry): NodeEntry | undefined {
    const first = key === undefined ? undefined : this.nodesByKey.first.get(key)
    if (first === undefined || first.flow === flow || this.nodesByKey.repeated.length === 0) return first
    return this.nodesByKey.repeated.find((found) => found.key === key && found.other.flow === flow)?.other ?? first
  }

  createEdge(entity: Entity, node: NodeEntry | undefined, flow: FlowEntry): EdgeEntry {
    const type = readText(entity.value, 'type') ?? 'Normal'
    if (type === 'CrossCycleDependsOnSelf') return { entity, flow, type, node, upstream: node }
    const output = readText(entity.value, 'output')
    const byId = this.findNode(readText(entity.value, 'nodeId'), flow)
    const upstream = byId ?? (output === undefined ? undefined : this.outputs.first.get(output)?.node)
    return { entity, flow, type, node, upstream }
  }
}

function edgesOf(lookups: Lookups): EdgeEntry[] {
  const edges: EdgeEntry[] = []
  for (const flow of lookups.flows) {
    for (const dependency of flow.dependencies) {
      const node = lookups.findNode(readText(dependency.value, 'nodeId'), flow)
      for (const child of dependency.children) {
        if (child.field === 'depends') edges.push(lookups.createEdge(child, node, flow))
      }
    }
  }
  return edges
}

function emptyIndex(document: unknown): SpecIndex {
  const found = document === null ? 'null' : Array.isArray(document) ? 'a list' : `a ${typeof document}`
  const message = `A FlowSpec document is an object; this is ${found}.`
  const fault = createDiagnostic({ rule: 'document/not-json', severity: 'error', message, path: '' })
  const nothing = { entities: [], faulty: [], flows: [], nodes: [], edges: [], entitiesOf: () => [] }
  const none = { first: new Map<string, never>(), repeated: [] }
  return { document, ...nothing, nodesByKey: none, nodesByName: none, outputs: none, faults: [fault] }
}

/**
 * Builds the one view over a document that rules, diff and adapter read: its entities, nodes, outputs and edges, each
 * with its place. One linear pass, without recursion; it never throws, whatever the document is.
 */
export function indexSpec(document: unknown): SpecIndex {
  if (!isRecord(document)) return emptyIndex(document)
  const { entities, byName, faulty, faults } = collectEntities(document)
  const entitiesOf = (name: EntityName): readonly Entity[] => byName.get(name) ?? []
  const lookups = new Lookups()
  for (const entity of [...entitiesOf('Spec'), ...entitiesOf('Workflow')]) lookups.addFlow(entity)
  const { flows, nodes, nodesByKey, nodesByName, outputs } = lookups
  const edges = edgesOf(lookups)
  return { document, entities, faulty, entitiesOf, flows, nodes, nodesByKey, nodesByName, outputs, edges, faults }
}
