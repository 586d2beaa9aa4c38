import type { Finding } from '../../check/engine/rule.ts'
import type { PlacedNode } from './table-map.ts'

/** A statement that was not read, in words, and where in the code it stands. */
export interface UnreadStatement extends Required<Pick<Finding, 'message' | 'hint' | 'path' | 'inText'>> {
  readonly node: PlacedNode
}

/** The statements of nodes that were not read. */
export function unreadStatements(nodes: readonly PlacedNode[]): readonly UnreadStatement[] {
  return nodes.flatMap((node) => {
    const { vertex, tables } = node
    return tables.faults.map(({ message: why, line, column }) => ({
      node,
      message: `A statement of '${vertex.name}' is not read: ${why}, line ${line}, column ${column}.`,
      hint: `Say what it reads and writes with .reads(…) and .writes(…) on '${vertex.name}'.`,
      path: tables.path,
      inText: { line, column },
    }))
  })
}
