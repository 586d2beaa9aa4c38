import type { EdgeEntry } from '../document/spec-index.ts'
import { findingAt } from './finding-at.ts'
import type { Finding } from './rule.ts'

/** A finding about a dependency, which belongs to the node that has it; {@link findingAt} knows only what it stands in. */
export function edgeFinding(
  { entity, node }: Pick<EdgeEntry, 'entity' | 'node'>,
  field: string,
  parts: Omit<Finding, 'path' | 'subject'>,
): Finding {
  const finding = findingAt(entity, field, parts)
  return node === undefined ? finding : { ...finding, subject: { kind: 'node', name: node.name ?? node.key } }
}
