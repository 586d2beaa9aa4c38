import type { NamedEdge } from '../../document/compare/named-edges.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'

/** An edge in words: what comes after what. */
export function edgeText({ node, type, upstream, external }: NamedEdge): string {
  if (type === dependencyTypes.self) return `${node} after its own previous cycle`
  if (type === dependencyTypes.children) return `${node} after the previous cycle of its children`
  const cycle = type === dependencyTypes.sameCycle ? '' : 'the previous cycle of '
  return `${node} after ${cycle}${external ? `output ${upstream}` : upstream}`
}
