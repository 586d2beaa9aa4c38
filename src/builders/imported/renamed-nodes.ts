import { idRenamer } from '../../document/rename-ids.ts'
import type { FlowDependency } from '../../language/generated/types.ts'
import type { BuiltNodes } from '../build/edges.ts'

/** Where nodes that were read got other ids, nodes and dependencies name them by those. */
export function renameNodes({ states, nodes }: BuiltNodes, edges: FlowDependency[]): FlowDependency[] {
  const ids = new Map<string, string>()
  for (const { id, base } of states) if (base !== undefined && id !== undefined) ids.set(base.key, id)
  if (ids.size === 0) return edges
  const rename = idRenamer({ nodes: ids })
  for (const node of nodes) if (!Object.isFrozen(node)) Object.assign(node, rename('Node', node))
  return edges.map((edge) => rename('Dependency', edge))
}
