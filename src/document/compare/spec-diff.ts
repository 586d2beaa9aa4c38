import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import type { Entity } from '../index/entity.ts'
import { indexSpec } from '../index/index-spec.ts'
import type { SpecIndex } from '../index/spec-index.ts'
import { readText } from '../json/records.ts'
import { changesInBodies, documentChanges } from './document-changes.ts'
import { type ChangedEdge, changedEdges } from './edge-changes.ts'
import { diffBothWays, diffDeployed, diffEntity, type FieldChange } from './field-changes.ts'
import type { NamedEdge } from './named-edge.ts'
import { Occurrences } from './occurrences.ts'
import { type Part, pairParts } from './part-pairs.ts'
import { containersOf, haveSeveralWorkflows, keysOfNodes } from './part-places.ts'
import { type WrittenEdge, writtenEdges } from './written-edges.ts'

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

/** How two documents differ of which neither is of the service. */
export interface PairDiff extends SpecDiff {
  /** What is another one outside of workflows and nodes, by its place in the document. */
  readonly document: readonly FieldChange[]
  readonly edges: SpecDiff['edges'] & { readonly changed: readonly ChangedEdge[] }
}

function nodesOf(index: SpecIndex, hasSeveralWorkflows: boolean): readonly Part[] {
  const keys = keysOfNodes(index, hasSeveralWorkflows)
  return index.nodes.map((node) => {
    const name = node.name ?? node.key
    return { entity: node.entity, name, key: keys.get(node) ?? name, container: containersOf(node.flow.entity) }
  })
}

function workflowsOf(index: SpecIndex): readonly Part[] {
  const named = new Occurrences()
  return index.entitiesOf('Workflow').map((entity) => {
    const name = readText(entity.value, 'name') ?? ''
    return { entity, name, key: `${named.next(name)}:${name}`, container: [] }
  })
}

type Compare = (expected: Part, actual: Part) => readonly FieldChange[]

/** What of all that one entity says another does not say. */
const oneWay: Compare = ({ entity }, actual) => diffEntity(entity.name, entity.value, actual.entity.value)

/** All that differs; a node that stands elsewhere is told with both places. */
function bothWays(workflows: readonly Part[], otherWorkflows: readonly Part[]): Compare {
  const names = new Set(workflows.map(({ name }) => name))
  const otherNames = new Set(otherWorkflows.map(({ name }) => name))
  // What stands in a workflow that has another name now did not move.
  const isRenamed = ([name = '']: readonly string[], [other = '']: readonly string[]): boolean =>
    name !== '' && other !== '' && !otherNames.has(name) && !names.has(other)
  return ({ entity, container }, actual) => {
    const other = isRenamed(container, actual.container)
      ? [...container.slice(0, 1), ...actual.container.slice(1)]
      : actual.container
    const [here, there] = [container.join('/'), other.join('/')]
    const move = here === there ? [] : [{ path: containerPath, expected: here, actual: there }]
    return [...move, ...diffBothWays(entity.name, entity.value, actual.entity.value)]
  }
}

/** Where a node says what it stands in; most documents say it by where the node itself stands. */
const containerPath = '/metadata/container'

function diffParts(expected: readonly Part[], actual: readonly Part[], compare: Compare): PartsDiff {
  const { both, missing, extra } = pairParts(expected, actual)
  return {
    missing: missing.map(({ name }) => name),
    extra: extra.map(({ name }) => name),
    changed: both.flatMap(([part, other]) => {
      const changes = compare(part, other)
      return changes.length === 0 ? [] : [{ name: part.name, changes }]
    }),
  }
}

/** How a node or workflow of a document differs from what the service has in its place, both ways. */
export function changesOfPart(expected: Entity, actual: Entity): readonly FieldChange[] {
  return [...diffDeployed(expected.name, expected.value, actual.value), ...changesInBodies(expected, actual)]
}

type Edges = ReadonlyMap<string, WrittenEdge>

function without(edges: Edges, others: Edges): readonly NamedEdge[] {
  return [...edges].filter(([key]) => !others.has(key)).map(([, { edge }]) => edge)
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
  const hasSeveral = haveSeveralWorkflows([left, right])
  const [edges, others] = [writtenEdges(left, [right]), writtenEdges(right, [left])]
  return {
    workflows: diffParts(workflowsOf(left), workflowsOf(right), oneWay),
    nodes: diffParts(nodesOf(left, hasSeveral), nodesOf(right, hasSeveral), oneWay),
    edges: { missing: without(edges, others), extra: without(others, edges) },
  }
}

const unread: ReadonlySet<string> = new Set(['document/cyclic', 'document/too-deep', 'document/too-large'])

/** The index of a document that is read to its end: of one that is not, nobody knows whether it differs. */
function wholeIndex(document: object): SpecIndex {
  const index = indexSpec(document)
  const faults = index.faults.filter(({ rule }) => unread.has(rule))
  if (faults.length > 0) throw new FlowSpecError(faults)
  return index
}

/**
 * How two documents of which neither is of the service differ. What either of them says counts, wherever it stands: in
 * their nodes, workflows and edges, or beside them. It is blind to ids and to the order of what has a name; to what says
 * nothing, and to how numbers, edges and outputs of a node's own are spelled; and to what the service notes down in
 * metadata.
 *
 * @throws FlowSpecError for a document that is too deep or too large to be read to its end
 */
export function diffDocumentPair(expected: object, actual: object): PairDiff {
  const [left, right] = [wholeIndex(expected), wholeIndex(actual)]
  const hasSeveral = haveSeveralWorkflows([left, right])
  const [workflows, otherWorkflows] = [workflowsOf(left), workflowsOf(right)]
  const compare = bothWays(workflows, otherWorkflows)
  const [edges, others] = [writtenEdges(left, [right]), writtenEdges(right, [left])]
  return {
    document: documentChanges(left, right),
    workflows: diffParts(workflows, otherWorkflows, compare),
    nodes: diffParts(nodesOf(left, hasSeveral), nodesOf(right, hasSeveral), compare),
    edges: {
      missing: without(edges, others),
      extra: without(others, edges),
      changed: changedEdges(edges, others),
    },
  }
}
