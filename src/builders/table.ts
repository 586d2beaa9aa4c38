import type { FlowTable } from '../model/generated/types.ts'

/** A table: its full name, such as `odps.project.table`, or more of what is known of it. */
export type TableInput = string | Omit<FlowTable, 'artifactType'>

/** A table as the wire writes it. */
export function table(input: TableInput): FlowTable {
  return Object.freeze({ artifactType: 'Table', ...(typeof input === 'string' ? { guid: input } : input) })
}
