import type { FieldChange } from '../../document/compare/field-changes.ts'
import type { NamedEdge } from '../../document/compare/named-edges.ts'
import { diffSpecs, type PartsDiff } from '../../document/compare/spec-diff.ts'
import type { FoundDocument } from './documents-of.ts'
import { type DocumentPair, pairDocuments } from './pair-documents.ts'

/** A field that is another one; of one that is new or gone, one side is missing. */
export interface DiffField {
  readonly path: string
  readonly before?: unknown
  readonly after?: unknown
}

/** A workflow or a node that is new, gone, or not the same. */
export interface DiffPart {
  readonly action: 'added' | 'changed' | 'removed'
  readonly kind: 'node' | 'workflow'
  readonly name: string
  readonly fields: readonly DiffField[]
}

/** An edge that is new or gone. */
export interface DiffEdge extends NamedEdge {
  readonly action: 'added' | 'removed'
}

/** How a document differs. */
export interface DocumentDiff {
  readonly name: string
  readonly action: 'added' | 'changed' | 'removed'
  readonly parts: readonly DiffPart[]
  readonly edges: readonly DiffEdge[]
}

type Changes = readonly FieldChange[]

/** The changes of both ways: a field that only one side has is told of that side alone. */
function fieldsOf(ofNew: Changes, ofOld: Changes): readonly DiffField[] {
  const fields = new Map<string, DiffField>()
  for (const { path, expected, actual } of ofNew) fields.set(path, fieldOf(path, actual, expected))
  for (const { path, expected, actual } of ofOld)
    if (!fields.has(path)) fields.set(path, fieldOf(path, expected, actual))
  return [...fields.values()]
}

function fieldOf(path: string, before: unknown, after: unknown): DiffField {
  return { path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

function partsOf(kind: DiffPart['kind'], ofNew: PartsDiff, ofOld: PartsDiff): readonly DiffPart[] {
  const added = ofNew.missing.map((name): DiffPart => ({ action: 'added', kind, name, fields: [] }))
  const removed = ofNew.extra.map((name): DiffPart => ({ action: 'removed', kind, name, fields: [] }))
  const old = new Map(ofOld.changed.map(({ name, changes }) => [name, changes]))
  const now = new Map(ofNew.changed.map(({ name, changes }) => [name, changes]))
  const changed = [...new Set([...now.keys(), ...old.keys()])].map((name): DiffPart => {
    return { action: 'changed', kind, name, fields: fieldsOf(now.get(name) ?? [], old.get(name) ?? []) }
  })
  return [...changed, ...added, ...removed]
}

function diffOf(name: string, before: FoundDocument, after: FoundDocument): readonly DocumentDiff[] {
  const ofNew = diffSpecs(after.document, before.document)
  const ofOld = diffSpecs(before.document, after.document)
  const parts = [...partsOf('workflow', ofNew.workflows, ofOld.workflows), ...partsOf('node', ofNew.nodes, ofOld.nodes)]
  const edges = [
    ...ofNew.edges.missing.map((edge): DiffEdge => ({ action: 'added', ...edge })),
    ...ofNew.edges.extra.map((edge): DiffEdge => ({ action: 'removed', ...edge })),
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
