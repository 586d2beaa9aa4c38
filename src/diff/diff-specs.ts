import { childEntities, childEntity, type Entity } from '../document/entity.ts'
import { indexSpec } from '../document/index-spec.ts'
import { readText } from '../document/read-text.ts'
import type { SpecIndex } from '../document/spec-index.ts'
import { diffEntity } from './diff-entity.ts'
import type { FieldChange } from './field-change.ts'
import { nameEdges } from './name-edges.ts'
import { edgeKey, type NamedEdge } from './named-edge.ts'

/** A node or workflow that is in both documents and does not say the same. */
export interface ChangedPart {
  readonly name: string
  readonly changes: readonly FieldChange[]
}

/** How the nodes, or the workflows, of two documents differ. */
export interface PartsDiff {
  /** Names that only the expected document has. */
  readonly missing: readonly string[]
  /** Names that only the actual document has. */
  readonly extra: readonly string[]
  readonly changed: readonly ChangedPart[]
}

/** How two documents differ. */
export interface SpecDiff {
  readonly workflows: PartsDiff
  readonly nodes: PartsDiff
  readonly edges: { readonly missing: readonly NamedEdge[]; readonly extra: readonly NamedEdge[] }
}

type Parts = ReadonlyMap<string, Entity>

function nodesByName(index: SpecIndex): Parts {
  return new Map(index.nodes.map((node) => [node.name ?? node.key, node.entity]))
}

function workflowsByName(index: SpecIndex): Parts {
  return new Map(index.entitiesOf('Workflow').map((entity) => [readText(entity.value, 'name') ?? '', entity]))
}

/** Output strings, the one that stands for the entity itself (its id, or its name) told apart by no string. */
function outputsOf(entity: Entity): ReadonlySet<string | undefined> {
  const own = new Set([readText(entity.value, 'id'), readText(entity.value, 'name')])
  const outputs = childEntity(entity, 'outputs')
  const entries = outputs === undefined ? [] : childEntities(outputs, 'nodeOutputs')
  const strings = entries.map((entry) => readText(entry.value, 'data'))
  return new Set(strings.map((data) => (own.has(data) ? undefined : data)))
}

function diffOutputs(expected: Entity, actual: Entity): FieldChange[] {
  const found = outputsOf(actual)
  return [...outputsOf(expected)]
    .filter((data) => data !== undefined && !found.has(data))
    .map((data) => ({ path: '/outputs/nodeOutputs', expected: data, actual: undefined }))
}

function diffParts(expected: Parts, actual: Parts): PartsDiff {
  const changed: ChangedPart[] = []
  for (const [name, entity] of expected) {
    const found = actual.get(name)
    if (found === undefined) continue
    const changes = [...diffEntity(entity.name, entity.value, found.value), ...diffOutputs(entity, found)]
    if (changes.length > 0) changed.push({ name, changes })
  }
  return {
    missing: [...expected.keys()].filter((name) => !actual.has(name)),
    extra: [...actual.keys()].filter((name) => !expected.has(name)),
    changed,
  }
}

function without(edges: readonly NamedEdge[], others: readonly NamedEdge[]): readonly NamedEdge[] {
  const known = new Set(others.map(edgeKey))
  return edges.filter((edge) => !known.has(edgeKey(edge)))
}

/**
 * Compares the workflows of two documents: the one that was written, and the one that is there.
 *
 * It is blind to order, to ids, and to what the service adds of its own accord: of the fields only those count that the
 * expected document has. Edges are compared by the names of their nodes, however a document spells them.
 */
export function diffSpecs(expected: object, actual: object): SpecDiff {
  const left = indexSpec(expected)
  const right = indexSpec(actual)
  const workflows = diffParts(workflowsByName(left), workflowsByName(right))
  const nodes = diffParts(nodesByName(left), nodesByName(right))
  const leftEdges = nameEdges(left, [right])
  const rightEdges = nameEdges(right, [left])
  const edges = { missing: without(leftEdges, rightEdges), extra: without(rightEdges, leftEdges) }
  return { workflows, nodes, edges }
}
