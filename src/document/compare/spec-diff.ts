import { childEntities, childEntity, type Entity } from '../index/entity.ts'
import { indexSpec } from '../index/index-spec.ts'
import type { SpecIndex } from '../index/spec-index.ts'
import { readText } from '../json/records.ts'
import { diffBothWays, diffDeployed, diffEntity, type FieldChange } from './field-changes.ts'
import { type NamedEdge, nameEdges } from './named-edges.ts'

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

/** The outputs of an entity by their strings, without those that stand for it itself: its id, or its name. */
function outputsOf(entity: Entity): readonly string[] {
  const outputs = childEntity(entity, 'outputs')
  if (outputs === undefined) return []
  const own = [readText(entity.value, 'id'), readText(entity.value, 'name')]
  const strings = childEntities(outputs, 'nodeOutputs').map((output) => readText(output.value, 'data'))
  return strings.filter((data): data is string => data !== undefined && !own.includes(data))
}

function diffOutputs(expected: Entity, actual: Entity): FieldChange[] {
  const wanted = outputsOf(expected)
  if (wanted.length === 0) return []
  const found = new Set(outputsOf(actual))
  return [...new Set(wanted)]
    .filter((data) => !found.has(data))
    .map((data) => ({ path: '/outputs/nodeOutputs', expected: data, actual: undefined, item: data }))
}

type Compare = (expected: Entity, actual: Entity) => readonly FieldChange[]

/** What of all that one entity says another does not say. */
const oneWay: Compare = (expected, actual) => [
  ...diffEntity(expected.name, expected.value, actual.value),
  ...diffOutputs(expected, actual),
]

const bothWays: Compare = (expected, actual) => [
  ...diffBothWays(expected.name, expected.value, actual.value),
  ...diffOutputs(actual, expected).map((change) => ({ ...change, expected: undefined, actual: change.expected })),
  ...diffOutputs(expected, actual),
]

function diffParts(expected: Parts, actual: Parts, compare: Compare): PartsDiff {
  const changed: ChangedPart[] = []
  for (const [name, entity] of expected) {
    const found = actual.get(name)
    if (found === undefined) continue
    const changes = compare(entity, found)
    if (changes.length > 0) changed.push({ name, changes })
  }
  return {
    missing: [...expected.keys()].filter((name) => !actual.has(name)),
    extra: [...actual.keys()].filter((name) => !expected.has(name)),
    changed,
  }
}

/**
 * How a node or workflow of a document differs from what the service has in its place, both ways. Outputs count that
 * the service does not add of its own accord: its id, and `<workspace>.<name>`.
 */
export function changesOfPart(expected: Entity, actual: Entity): readonly FieldChange[] {
  const name = readText(actual.value, 'name') ?? ''
  const said = new Set(outputsOf(expected))
  const added = outputsOf(actual)
    .filter((data) => !said.has(data) && !data.endsWith(`.${name}`))
    .map((data): FieldChange => ({ path: '/outputs/nodeOutputs', expected: undefined, actual: data, item: data }))
  return [...diffDeployed(expected.name, expected.value, actual.value), ...diffOutputs(expected, actual), ...added]
}

type Edges = ReadonlyMap<string, NamedEdge>

function without(edges: Edges, others: Edges): readonly NamedEdge[] {
  return [...edges].filter(([key]) => !others.has(key)).map(([, edge]) => edge)
}

/**
 * Compares the workflows of two documents: the one that was written, and the one that is there.
 *
 * It is blind to order, to ids, and to what the service adds of its own accord: of the fields only those count that the
 * expected document has. Edges are compared by the names of their nodes, however a document spells them.
 */
export function diffSpecs(expected: object, actual: object): SpecDiff {
  return diffIndexes(indexSpec(expected), indexSpec(actual))
}

/** The same as {@link diffSpecs} for documents that are indexed already. */
export function diffIndexes(left: SpecIndex, right: SpecIndex): SpecDiff {
  return diffOf(left, right, oneWay)
}

/** How two documents of which neither is of the service differ: what either of them says counts. */
export function diffDocumentPair(expected: object, actual: object): SpecDiff {
  return diffOf(indexSpec(expected), indexSpec(actual), bothWays)
}

function diffOf(left: SpecIndex, right: SpecIndex, compare: Compare): SpecDiff {
  const workflows = diffParts(workflowsByName(left), workflowsByName(right), compare)
  const nodes = diffParts(nodesByName(left), nodesByName(right), compare)
  const leftEdges = nameEdges(left, [right])
  const rightEdges = nameEdges(right, [left])
  const edges = { missing: without(leftEdges, rightEdges), extra: without(rightEdges, leftEdges) }
  return { workflows, nodes, edges }
}
