import { isRecord } from '../../document/json/records.ts'
import { everyStructure, type StructureName, structureOfCommand } from '../../language/structures.ts'
import { spelledField } from '../fields.ts'

/** Which control structure a node is: what its command says, else the field it has. */
export function structureKind(command: string, raw: unknown): StructureName | undefined {
  const ofCommand = structureOfCommand(command)
  if (ofCommand !== undefined || !isRecord(raw)) return ofCommand?.name
  const inField = everyStructure().find(
    ({ field }) => field !== undefined && isRecord(raw[spelledField('Node', raw, field)]),
  )
  return inField?.name
}
