import { type Entity, hasShape } from '../../document/index/entity.ts'
import type { EdgeEntry, FlowEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import { spelledField } from '../../document/spellings.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import { mayBeExternalOutput } from './outputs.ts'

/** Whether a dependency leads to nothing, which another rule reports; a path may have led through it. */
function isBroken({ entity, node, workflow, upstream, upstreamWorkflow, type }: EdgeEntry): boolean {
  if (node === undefined && workflow === undefined) return true
  const output = readText(entity.value, 'output')
  return (
    type === dependencyTypes.sameCycle &&
    upstream === undefined &&
    upstreamWorkflow === undefined &&
    !(output !== undefined && mayBeExternalOutput(output))
  )
}

/** The flows with dependencies that are not understood, so that nothing can be said of what is not connected. */
export function brokenFlows(index: SpecIndex): ReadonlySet<FlowEntry> {
  const broken = new Set(index.flows.filter(({ entity }) => !hasShape(entity)))
  for (const edge of index.edges) if (isBroken(edge)) broken.add(edge.flow)
  return broken
}

/** Whether the shape of something that provides outputs is wrong, so that an unknown output may be one of its own. */
export function hasUnreadOutputs({ faulty }: SpecIndex): boolean {
  return faulty.some(
    (entity) =>
      isFieldFaulty(entity, 'nodes') ||
      isFieldFaulty(entity, 'outputs') ||
      isFieldFaulty(entity, 'nodeOutputs') ||
      (entity.name === 'NodeOutput' && isFieldFaulty(entity, 'data')),
  )
}

/** Whether the shape of a field is wrong, or that of an item in it. */
export function isFieldFaulty(entity: Entity, field: string): boolean {
  const path = `/${spelledField(entity.name, entity.value, field)}`
  return entity.faults.some(({ instancePath }) => instancePath === path || instancePath.startsWith(`${path}/`))
}
