import { defined } from '../../builders/fields.ts'
import type { FieldChange } from '../../document/compare/field-changes.ts'
import type { NamedEdge } from '../../document/compare/named-edge.ts'
import { diffDocumentPair, type PartsDiff } from '../../document/compare/spec-diff.ts'
import type { FoundDocument } from './documents-of.ts'
import { type DocumentPair, pairDocuments } from './pair-documents.ts'

/** A field that is another one; of one that is new or gone, one side is missing. */
export interface DiffField {
  readonly path: string
  readonly before?: unknown
  readonly after?: unknown
  /** What the item of a list is called that it is, or stands in. */
  readonly item?: string
}

/** A workflow or a node that is new, gone, or not the same; or what of the document stands beside these. */
export interface DiffPart {
  readonly action: 'added' | 'changed' | 'removed'
  readonly kind: 'document' | 'node' | 'workflow'
  readonly name: string
  readonly fields: readonly DiffField[]
}

/** An edge that is new, gone, or described in another way. */
export interface DiffEdge extends NamedEdge {
  readonly action: 'added' | 'changed' | 'removed'
  /** What is another one of an edge that both have. */
  readonly fields?: readonly DiffField[]
}

/** How a document differs. */
export interface DocumentDiff {
  readonly name: string
  readonly action: 'added' | 'changed' | 'removed'
  readonly parts: readonly DiffPart[]
  readonly edges: readonly DiffEdge[]
}

function fieldOf({ path, expected, actual, item }: FieldChange): DiffField {
  return defined({ path, item, before: actual, after: expected })
}

function partsOf(kind: DiffPart['kind'], { missing, extra, changed }: PartsDiff): readonly DiffPart[] {
  return [
    ...changed.map(({ name, changes }): DiffPart => ({ action: 'changed', kind, name, fields: changes.map(fieldOf) })),
    ...extra.map((name): DiffPart => ({ action: 'removed', kind, name, fields: [] })),
    ...missing.map((name): DiffPart => ({ action: 'added', kind, name, fields: [] })),
  ]
}

function diffOf(name: string, before: FoundDocument, after: FoundDocument): readonly DocumentDiff[] {
  const found = diffDocumentPair(after.document, before.document)
  const beside: DiffPart[] =
    found.document.length === 0
      ? []
      : [{ action: 'changed', kind: 'document', name, fields: found.document.map(fieldOf) }]
  const parts = [...beside, ...partsOf('workflow', found.workflows), ...partsOf('node', found.nodes)]
  const edges = [
    ...found.edges.changed.map(
      ({ edge, changes }): DiffEdge => ({ action: 'changed', ...edge, fields: changes.map(fieldOf) }),
    ),
    ...found.edges.extra.map((edge): DiffEdge => ({ action: 'removed', ...edge })),
    ...found.edges.missing.map((edge): DiffEdge => ({ action: 'added', ...edge })),
  ]
  return parts.length + edges.length === 0 ? [] : [{ name, action: 'changed', parts, edges }]
}

function diffOfPair({ name, before, after }: DocumentPair): readonly DocumentDiff[] {
  if (before !== undefined && after !== undefined) return diffOf(name, before, after)
  return [{ name, action: before === undefined ? 'added' : 'removed', parts: [], edges: [] }]
}

/** Compares documents of one name with one another; where there is one on each side, these. */
export function diffDocuments(
  before: readonly FoundDocument[],
  after: readonly FoundDocument[],
): readonly DocumentDiff[] {
  return pairDocuments(before, after).flatMap(diffOfPair)
}
