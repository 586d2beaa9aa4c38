import type { Finding } from '../../check/engine/rule.ts'
import type { PlacedUse } from '../dependencies/table-map.ts'

/** Something that is said of a node of one of the documents. */
export interface TableFinding extends Finding {
  /** Which of the documents it is in. */
  readonly document: number
}

/** Where a node uses a table, in words. */
export function placeOf({ line, column }: PlacedUse): string {
  return line === undefined ? 'as it declares' : `in line ${line}, column ${column}`
}

/** What is said of the use of a table, in the place of the code. */
export function findingOfUse(
  { owner, path, line, column }: PlacedUse,
  said: Pick<Finding, 'message' | 'hint'>,
): TableFinding {
  const inText = line === undefined || column === undefined ? {} : { inText: { line, column } }
  return { ...said, ...inText, path, subject: { kind: 'node', name: owner.vertex.name }, document: owner.document }
}

/** Whether two nodes of one document have one name, which is their fault: neither can come after the other by it. */
export function areNamesakes({ owner }: PlacedUse, { owner: other }: PlacedUse): boolean {
  return owner.document === other.document && owner.vertex.name === other.vertex.name
}

/** The step that lets one node come after another. */
export function stepAfter({ owner: early }: PlacedUse, { owner: late }: PlacedUse): string {
  const { name, flow } = early.vertex
  if (late.document === early.document) return `.after('${name}')`
  return `.after(upstream.outputOf('${name}')), where upstream is workflow '${flow.name}'`
}
