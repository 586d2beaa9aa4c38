import { isRecord } from '../../document/json/records.ts'
import { spelledField } from '../fields.ts'
import type { StructureKind } from './structure-builders.ts'

/** Of each kind of control structure the command of its node and the field it is told by. */
const kinds: readonly (readonly [kind: StructureKind, command: string, field: string])[] = [
  ['branch', 'CONTROLLER_BRANCH', 'branch'],
  ['join', 'CONTROLLER_JOIN', 'join'],
  ['assignment', 'CONTROLLER_ASSIGNMENT', ''],
  ['forEach', 'CONTROLLER_TRAVERSE', 'for-each'],
  ['doWhile', 'CONTROLLER_CYCLE', 'do-while'],
  ['combined', 'COMBINED_NODE', 'combined'],
  ['paiFlow', 'PAI_FLOW', 'paiflow'],
  ['subProcess', 'SUB_PROCESS', 'subflow'],
  ['paramHub', 'PARAM_HUB', 'param-hub'],
]

/** Which control structure a node is: what its command says, else the field it has. */
export function structureKind(command: string, raw: unknown): StructureKind | undefined {
  const byCommand = kinds.find((kind) => kind[1] === command)
  if (byCommand !== undefined || !isRecord(raw)) return byCommand?.[0]
  return kinds.find(([, , field]) => isRecord(raw[spelledField('Node', raw, field)]))?.[0]
}
