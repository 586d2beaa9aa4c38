import { ownCopy } from '../../document/json/json-copy.ts'
import type { FlowTable } from '../../language/generated/types.ts'
import { checkEachSettings, type SettingKindsOf, table } from '../arguments.ts'
import { entitySettings } from '../setting-kinds.ts'

/** A table: its full name, such as `odps.project.table`, or more of what is known of it. */
export type TableInput = string | Omit<FlowTable, 'artifactType'>

/** Settings of a table that a node reads or writes. */
const tableSettings: SettingKindsOf<Exclude<TableInput, string>> = /* @__PURE__ */ entitySettings(
  'Table',
  'artifactType',
)

/** Tables as the wire writes them, for a method that is given them. */
export function wireTables(call: string, tables: readonly TableInput[]): readonly FlowTable[] {
  checkEachSettings(call, 'table', tables, table, tableSettings)
  return tables.map(wireTable)
}

/** A table as the wire writes it. */
function wireTable(input: TableInput): FlowTable {
  return Object.freeze({ artifactType: 'Table', ...(typeof input === 'string' ? { guid: input } : ownCopy(input)) })
}
