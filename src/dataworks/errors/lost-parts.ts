import type { NamedEdge } from '../../diff/named-edge.ts'

/** What of a workflow did not arrive. */
export interface LostParts {
  /** Names of nodes. */
  readonly nodes: readonly string[]
  readonly edges: readonly NamedEdge[]
}
