import type { FlowTable } from '../model/generated/types.ts'

/** A table as the wire writes it. */
export function table(guid: string): FlowTable {
  return Object.freeze({ artifactType: 'Table', guid })
}
