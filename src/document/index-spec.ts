import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { EntityName } from '../model/generated/entity-name.ts'
import { addToGroup } from './add-to-group.ts'
import { collectEntities } from './collect-entities.ts'
import { childEntities, childEntity, type Entity } from './entity.ts'
import { isRecord } from './is-record.ts'
import { readText } from './read-text.ts'
import type { EdgeEntry, FlowEntry, NodeEntry, OutputEntry, SpecIndex } from './spec-index.ts'

interface MutableFlow extends FlowEntry {
  readonly nodes: NodeEntry[]
}

/** A workflow spells its edges `dependencies`; the body of a document spells them `flow` in 1.x. Both are read. */
function dependencyEntities(entity: Entity): readonly Entity[] {
  const dependencies = childEntities(entity, 'dependencies')
  return dependencies.length > 0 ? dependencies : childEntities(entity, 'flow')
}

function createNode(entity: Entity, flow: FlowEntry): NodeEntry {
  const id = readText(entity.value, 'id')
  const name = readText(entity.value, 'name')
  return { entity, key: id ?? name ?? '', id, name, flow }
}

function createFlow(entity: Entity): FlowEntry {
  const flow: MutableFlow = { entity, nodes: [], dependencies: dependencyEntities(entity) }
  for (const child of entity.children) if (child.field === 'nodes') flow.nodes.push(createNode(child, flow))
  return flow
}

function outputsOf(owner: Entity, node: NodeEntry | undefined): OutputEntry[] {
  const artifacts = childEntity(owner, 'outputs')
  if (artifacts === undefined) return []
  return childEntities(artifacts, 'nodeOutputs').flatMap((entity) => {
    const data = readText(entity.value, 'data')
    return data === undefined ? [] : [{ entity, data, node, owner }]
  })
}

/** The node a dependency names, in the same flow when several have that id. */
function findNode(
  groups: ReadonlyMap<string, readonly NodeEntry[]>,
  key: string | undefined,
  flow: FlowEntry,
): NodeEntry | undefined {
  const nodes = key === undefined ? undefined : groups.get(key)
  if (nodes === undefined || nodes.length < 2) return nodes?.[0]
  return nodes.find((node) => node.flow === flow) ?? nodes[0]
}

interface Lookups {
  readonly nodesByKey: ReadonlyMap<string, readonly NodeEntry[]>
  readonly outputs: ReadonlyMap<string, readonly OutputEntry[]>
}

function createEdge(entity: Entity, node: NodeEntry | undefined, flow: FlowEntry, lookups: Lookups): EdgeEntry {
  const type = readText(entity.value, 'type') ?? 'Normal'
  const output = readText(entity.value, 'output')
  const byOutput =
    output === undefined ? undefined : lookups.outputs.get(output)?.find((found) => found.node !== undefined)
  const upstream = findNode(lookups.nodesByKey, readText(entity.value, 'nodeId'), flow) ?? byOutput?.node
  return { entity, flow, type, node, upstream: type === 'CrossCycleDependsOnSelf' ? node : upstream }
}

function edgesOf(flow: FlowEntry, lookups: Lookups): EdgeEntry[] {
  return flow.dependencies.flatMap((dependency) => {
    const node = findNode(lookups.nodesByKey, readText(dependency.value, 'nodeId'), flow)
    return childEntities(dependency, 'depends').map((entity) => createEdge(entity, node, flow, lookups))
  })
}

function groupEntities(entities: readonly Entity[]): (name: EntityName) => readonly Entity[] {
  const groups = new Map<EntityName, Entity[]>()
  for (const entity of entities) addToGroup(groups, entity.name, entity)
  return (name) => groups.get(name) ?? []
}

function emptyIndex(document: unknown): SpecIndex {
  const found = document === null ? 'null' : Array.isArray(document) ? 'a list' : `a ${typeof document}`
  const message = `A FlowSpec document is an object; this is ${found}.`
  const fault = createDiagnostic({ rule: 'document/not-json', severity: 'error', message, path: '' })
  const nothing = { entities: [], flows: [], nodes: [], edges: [], entitiesOf: () => [] }
  return { document, ...nothing, nodesByKey: new Map(), nodesByName: new Map(), outputs: new Map(), faults: [fault] }
}

/**
 * Builds the one view over a document that rules, diff and adapter read: its entities, nodes, outputs and edges, each
 * with its place. One linear pass, without recursion; it never throws, whatever the document is.
 */
export function indexSpec(document: unknown): SpecIndex {
  if (!isRecord(document)) return emptyIndex(document)
  const { entities, faults } = collectEntities(document)
  const entitiesOf = groupEntities(entities)
  const flows = [...entitiesOf('Spec'), ...entitiesOf('Workflow')].map(createFlow)
  const nodes = flows.flatMap((flow) => flow.nodes)
  const nodesByKey = new Map<string, NodeEntry[]>()
  const nodesByName = new Map<string, NodeEntry[]>()
  const outputs = new Map<string, OutputEntry[]>()
  for (const node of nodes) {
    addToGroup(nodesByKey, node.key, node)
    if (node.name !== undefined) addToGroup(nodesByName, node.name, node)
    for (const output of outputsOf(node.entity, node)) addToGroup(outputs, output.data, output)
  }
  for (const workflow of entitiesOf('Workflow')) {
    for (const output of outputsOf(workflow, undefined)) addToGroup(outputs, output.data, output)
  }
  const edges = flows.flatMap((flow) => edgesOf(flow, { nodesByKey, outputs }))
  return { document, entities, entitiesOf, flows, nodes, nodesByKey, nodesByName, outputs, edges, faults }
}
