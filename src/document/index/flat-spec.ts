import { entityTable } from '../../language/generated/entity-table.ts'
import { childOf } from './entity-codes.ts'
import type { EntityTree } from './entity-tree.ts'

type Value = Readonly<Record<string, unknown>>

/**
 * The body of a document of version 1.0.0, which has no `spec`: its fields stand beside `kind` and `version`. Undefined
 * for a document that has a `spec`, or nothing a body could be made of.
 */
export function flatSpec(document: Value): Value | undefined {
  if ((document['spec'] ?? undefined) !== undefined) return undefined
  const body = Object.entries(document).filter(([field]) => !entityTable.Document.fields.includes(field))
  return body.some(([field]) => entityTable.Spec.fields.includes(field)) ? Object.fromEntries(body) : undefined
}

/** The document as it would be with a `spec`, for its shape to be looked at. */
export function withSpec(document: Value, spec: Value): Value {
  const head = Object.entries(document).filter(([field]) => entityTable.Document.fields.includes(field))
  return { ...Object.fromEntries(head), spec }
}

/** Adds the body as a child of the document that stands where the document stands. */
export function addFlatSpec(tree: EntityTree, spec: Value): void {
  if (tree.firstChild(0) < 0) tree.setFirstChild(0, tree.size)
  tree.add(spec, 0, childOf('Spec', 'spec'), -1)
}
