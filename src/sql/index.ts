/**
 * The tables that the SQL of nodes reads and writes, and what follows from them. The core never loads it.
 *
 * @module
 */

export type { CustomRule } from '../check/engine/custom-rules.ts'
export type { Diagnostic } from '../diagnostics/diagnostic.ts'
export { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
export { type DeriveOptions, deriveDependencies } from './dependencies/derive-dependencies.ts'
export type { AddedDependency, DerivedDependencies, LeftDependency, NodeSqlFault } from './dependencies/derived.ts'
export type { SqlLanguage } from './dialect.ts'
export {
  type Lineage,
  type LineageLink,
  type LineageNode,
  type LineageOptions,
  type LineageTable,
  lineage,
} from './lineage/lineage.ts'
export { type LineageDrawingOptions, lineageToDot, lineageToMermaid } from './lineage/lineage-drawing.ts'
export { type LineageSvgOptions, lineageToSvg } from './lineage/lineage-svg.ts'
export {
  type OpenLineageDataset,
  type OpenLineageFacet,
  type OpenLineageJobEvent,
  type OpenLineageOptions,
  toOpenLineage,
} from './lineage/open-lineage.ts'
export { downstreamTables, upstreamTables } from './lineage/reached-tables.ts'
export { type SqlRuleOptions, sqlRules } from './rules/sql-rules.ts'
export { type SqlFault, type Tables, type TablesOptions, type TableUse, tablesOf } from './tables-of.ts'
