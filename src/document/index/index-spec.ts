import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { isRecord } from '../json/records.ts'
import { parseReference } from '../references.ts'
import { collectEntities } from './collect-entities.ts'
import type { Entity } from './entity.ts'
import { EntityTree } from './entity-tree.ts'
import { IndexEntries } from './entry-lists.ts'
import type { SpecIndex } from './spec-index.ts'

function* eachEntity(tree: EntityTree, names: readonly EntityName[]): Generator<Entity> {
  for (const name of names) for (const index of tree.indexesOf(name)) yield tree.view(index)
}

function indexTree(document: unknown, tree: EntityTree, faults: readonly Diagnostic[]): SpecIndex {
  const { flows, workflowsByKey, nodes, nodesByKey, nodesByName, outputs, edges } = new IndexEntries(tree)
  return {
    document,
    faulty: [...tree.faults.keys()].map((index) => tree.view(index)),
    entitiesOf: (name) => tree.indexesOf(name).map((index) => tree.view(index)),
    eachEntity: (...names) => eachEntity(tree, names),
    entityById(name, reference) {
      const id = parseReference(reference)
      const index = id === undefined ? undefined : tree.indexOfId(name, id)
      return index === undefined ? undefined : tree.view(index)
    },
    flows,
    workflowsByKey,
    nodes,
    nodesByKey,
    nodesByName,
    outputs,
    edges,
    references: tree.references,
    faults,
  }
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}

/**
 * Builds the one view over a document that rules, diff and adapter read: its entities, nodes, outputs and edges, each
 * with its place. One linear pass, without recursion; it never throws, whatever the document is.
 */
export function indexSpec(document: unknown): SpecIndex {
  if (isRecord(document)) {
    const { tree, faults } = collectEntities(document)
    return indexTree(document, tree, faults)
  }
  const message = `A FlowSpec document is an object; this is ${describe(document)}.`
  const hint = `Give what a builder makes, or what ${typeof document === 'string' ? 'readSpec(text)' : 'readSpec(…)'} reads.`
  const fault = createDiagnostic({ rule: 'document/not-json', severity: 'error', message, hint, path: '' })
  return indexTree(document, new EntityTree(0), [fault])
}
