import type { GivenDocument } from '../../document/given-documents.ts'
import type { Diagram } from '../../graph/layout/diagram.ts'
import { type LineageNode, type LineageTable, lineageOf } from '../../sql/lineage/lineage.ts'
import { engineName, lineageDiagram, tableId } from '../../sql/lineage/lineage-diagram.ts'
import type { PageTable, PageUse } from '../page-data.ts'
import { drawnLineage } from './drawn-lineage.ts'
import type { DrawnItem } from './named-items.ts'

/** What a page tells of tables. */
export interface PageTables {
  /** Tables and the nodes between them; undefined where no node uses any. */
  readonly diagram: Diagram | undefined
  /** What is said where the picture does not show all tables; else the empty text. */
  readonly limit: string
  readonly tables: readonly PageTable[]
  readonly uses: readonly PageUse[]
  /** JSON Pointers of the nodes some of whose SQL was not read. */
  readonly unread: ReadonlySet<string>
}

/** The tables of the nodes that are drawn; in their picture nodes are called what they are called in the graph. */
export function pageTables(
  given: readonly GivenDocument[],
  items: readonly DrawnItem[],
  project: string | undefined,
): PageTables {
  const lineage = lineageOf(given, project)
  const places = new Map(items.map(({ path }, place) => [path, place]))
  const tablePlaces = new Map(lineage.tables.map((table, place) => [table, place]))
  const uses = lineage.links.flatMap(({ node, table, kind, line = 0, sure = true }): PageUse[] => {
    const [nodePlace, tablePlace] = [places.get(node.path), tablePlaces.get(table)]
    if (nodePlace === undefined || tablePlace === undefined) return []
    return [{ node: nodePlace, table: tablePlace, kind, line, isSure: sure }]
  })
  const idOf = (path: string): string => items[places.get(path) ?? -1]?.id ?? ''
  const drawn = drawnLineage(lineage)
  const ids = {
    ofNode: ({ path }: LineageNode) => idOf(path),
    ofTable: (table: LineageTable) => tableId(tablePlaces.get(table) ?? -1),
  }
  return {
    diagram: uses.length === 0 ? undefined : lineageDiagram(drawn.lineage, ids),
    limit: drawn.limit,
    tables: lineage.tables.map(({ name, engine }, place) => ({
      ...{ id: tableId(place), kind: 'table' as const },
      ...{ name, engine: engineName(engine) },
    })),
    uses,
    unread: new Set(lineage.nodes.filter(({ sql, isWhole }) => sql !== undefined && !isWhole).map(({ path }) => path)),
  }
}
