import type { NamedEdge } from '../../document/compare/named-edge.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'

/** An edge in words: what comes after what. */
export function edgeText({ node, type, upstream, external, arm }: NamedEdge): string {
  if (type === dependencyTypes.self) return `${node} after its own previous cycle`
  if (type === dependencyTypes.children) return `${node} after the previous cycle of its children`
  const cycle = type === dependencyTypes.sameCycle ? '' : 'the previous cycle of '
  const at = arm === undefined ? '' : `arm ${arm} of `
  return `${node} after ${cycle}${at}${external ? `output ${upstream}` : upstream}`
}
