import { hasShape } from '../document/entity.ts'
import { readText } from '../document/read-text.ts'
import type { EdgeEntry, FlowEntry, SpecIndex } from '../document/spec-index.ts'
import { mayStandElsewhere } from './may-stand-elsewhere.ts'

/** Whether a dependency leads to nothing, which another rule reports; a path may have led through it. */
function isBroken({ entity, node, upstream, type }: EdgeEntry): boolean {
  if (node === undefined) return true
  const output = readText(entity.value, 'output')
  return type === 'Normal' && upstream === undefined && !(output !== undefined && mayStandElsewhere(output))
}

/** The flows with dependencies that are not understood, so that nothing can be said of what is not connected. */
export function brokenFlows(index: SpecIndex): ReadonlySet<FlowEntry> {
  const broken = new Set(index.flows.filter(({ entity }) => !hasShape(entity)))
  for (const edge of index.edges) if (isBroken(edge)) broken.add(edge.flow)
  return broken
}
