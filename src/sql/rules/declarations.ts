import type { PlacedNode, PlacedUse, TableMap } from '../dependencies/table-map.ts'
import { findingOfUse, placeOf, type TableFinding } from './table-finding.ts'

/** What a node declares and its code does not do. */
function unused(node: PlacedNode): readonly TableFinding[] {
  const { vertex, uses } = node
  return uses.flatMap((use): TableFinding[] => {
    if (use.line !== undefined) return []
    const what = use.kind === 'reads' ? 'read' : 'write'
    const message = `'${vertex.name}' declares that it ${what}s ${use.table.name}, and its SQL does not ${what} it.`
    return [findingOfUse(use, { message, hint: `Correct .${what}s(…), or the code.` })]
  })
}

/** What the code of a node writes, where the node declares what it writes, and that is not among it. */
function undeclared(node: PlacedNode): readonly TableFinding[] {
  const { vertex, tables, uses } = node
  const declared = new Set(tables.declared.filter(({ kind }) => kind === 'writes').map(({ table }) => table.name))
  if (declared.size === 0) return []
  const seen = new Set<string>()
  const isNew = ({ kind, table, key }: PlacedUse): boolean => {
    if (kind !== 'writes' || declared.has(table.name) || seen.has(key)) return false
    seen.add(key)
    return true
  }
  return uses.filter(isNew).map((use) => {
    const message = `'${vertex.name}' writes ${use.table.name} ${placeOf(use)}, which is not among the tables that it declares.`
    return findingOfUse(use, { message, hint: `Add it to .writes(…), or correct the code.` })
  })
}

/** Where what a node declares and what its SQL does differ, of nodes whose SQL is read as a whole. */
export function judgeDeclarations({ nodes }: TableMap): readonly TableFinding[] {
  return nodes
    .filter(({ tables }) => tables.isWhole && tables.language !== undefined && tables.ofCode.length > 0)
    .flatMap((node) => [...unused(node), ...undeclared(node)])
}
