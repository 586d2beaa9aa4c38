import { groupsOf } from '../../document/index/first-by-key.ts'
import type { Lineage, LineageLink, LineageNode, LineageTable } from '../../sql/lineage/lineage.ts'

/** How many tables and nodes are drawn: a browser shows that many within about a second. */
const mostItems = 4000

/** The part of a lineage that is drawn. */
export interface DrawnLineage {
  readonly lineage: Lineage
  /** What is said where that is not all of it; the empty text where it is. */
  readonly limit: string
}

const shown = (count: number): string => count.toLocaleString('en')

/**
 * As much of a lineage as can be drawn: the first nodes that use tables, each with all of its tables. What is left out is found by
 * search all the same, and its details say what it is made of and gets into.
 */
export function drawnLineage(whole: Lineage): DrawnLineage {
  const byNode = groupsOf(whole.links, ({ node }) => node)
  const tables = new Set<LineageTable>()
  const nodes: LineageNode[] = []
  const links: LineageLink[] = []
  for (const [node, ofNode] of byNode) {
    if (nodes.length + tables.size + ofNode.length >= mostItems && nodes.length > 0) break
    nodes.push(node)
    for (const link of ofNode) {
      links.push(link)
      tables.add(link.table)
    }
  }
  if (nodes.length === byNode.size) return { lineage: whole, limit: '' }
  const limit = `This picture shows the first ${shown(nodes.length)} of ${shown(byNode.size)} nodes that use tables, and ${shown(tables.size)} of ${shown(whole.tables.length)} tables. Search finds the others, with what each is made of and gets into.`
  return { lineage: { tables: whole.tables.filter((table) => tables.has(table)), nodes, links }, limit }
}
