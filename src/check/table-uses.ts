import { addToGroup } from '../document/add-to-group.ts'
import { type Entity, hasShape } from '../document/entity.ts'
import { readText } from '../document/read-text.ts'
import type { FlowEntry, NodeEntry, SpecIndex } from '../document/spec-index.ts'
import { brokenFlows } from './broken-flows.ts'

/** A node that reads or writes a table, and where it says so. */
export interface TableUse {
  readonly entity: Entity
  readonly node: NodeEntry
}

/** What uses one table in one flow. */
export interface TableUses {
  readonly readers: readonly TableUse[]
  readonly writers: readonly TableUse[]
}

/** The tables of each flow whose dependencies are all understood; a path from flow to flow is in no document. */
export function tableUses(index: SpecIndex): readonly TableUses[] {
  const tables = index.entitiesOf('Table').filter(hasShape)
  if (tables.length < 2) return []
  const broken = brokenFlows(index)
  const nodes = new Map(index.nodes.map((node) => [node.entity.value, node]))
  const groups = new Map<FlowEntry, Map<string, TableUse[]>>()
  for (const entity of tables) {
    const node = nodes.get(entity.parent?.parent?.value ?? {})
    const guid = readText(entity.value, 'guid')
    if (node === undefined || guid === undefined || broken.has(node.flow)) continue
    const ofFlow = groups.get(node.flow) ?? new Map<string, TableUse[]>()
    groups.set(node.flow, ofFlow)
    addToGroup(ofFlow, guid, { entity, node })
  }
  const all = [...groups.values()].flatMap((ofFlow) => [...ofFlow.values()])
  const isWrite = ({ entity }: TableUse): boolean => entity.parent?.field === 'outputs'
  return all.map((uses) => ({ writers: uses.filter(isWrite), readers: uses.filter((use) => !isWrite(use)) }))
}
