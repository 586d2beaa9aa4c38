import type { TableMap } from '../dependencies/table-map.ts'
import { unreadStatements } from '../dependencies/unread-statements.ts'
import type { TableFinding } from './table-finding.ts'

/** The statements that were not read, of nodes that do not declare their tables instead: the other rules are blind there. */
export function judgeUnread({ nodes }: TableMap): readonly TableFinding[] {
  const open = nodes.filter(({ tables }) => tables.declared.length === 0)
  return unreadStatements(open).map(({ node: { vertex, document, tables }, path, ...said }) => {
    const subject = { kind: 'node', name: vertex.name }
    return { ...said, path: tables.codePath ?? path, subject, document }
  })
}
