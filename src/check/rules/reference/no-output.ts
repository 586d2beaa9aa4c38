import { childEntities, type Entity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { dependencyTypes } from '../../../language/dependency-types.ts'
import { edgeFinding } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** Whether a node or workflow offers nothing; not where its outputs are references, or cannot be read. */
function offersNothing(owner: Entity): boolean {
  const outputs = owner.child('outputs')
  if (outputs === undefined) return hasShape(owner) && (owner.value['outputs'] ?? undefined) === undefined
  const isEmpty = Object.values(outputs.value).every((list) => !Array.isArray(list) || list.every(isNoText))
  return hasShape(outputs) && isEmpty && childEntities(outputs, 'nodeOutputs').length === 0
}

const isNoText = (item: unknown): boolean => typeof item !== 'string'

/** A dependency names a node that has no output. */
export const referenceNoOutput: Rule = {
  name: 'reference/no-output',
  severity: 'warning',
  summary: 'A dependency names a node or workflow by nodeId, and that has no output.',
  evidence:
    'The reference implementation takes nodeId for the first output of the node; the service accepted such edges and had none afterwards.',
  example: `
    import { odpsSql, virtual, workflow } from 'flowspec'

    const start = virtual('start')
    const ods = odpsSql('ods').code('select 1').after(start)
    const depends = [{ type: 'Normal', nodeId: 'start' }]
    const orders = workflow('orders').cron('00 02 00 * * ?').extra({ dependencies: [{ nodeId: 'ods', depends }] })

    export const wrong = orders.nodes(start.extra({ outputs: { nodeOutputs: [] } }), ods)

    export const right = orders.nodes(start, ods)
  `,
  run(index, report) {
    const known = new Map<unknown, boolean>()
    for (const edge of index.edges) {
      const { entity, type, upstream, upstreamWorkflow } = edge
      const owner = upstream?.entity ?? upstreamWorkflow?.entity
      const nodeId = readText(entity.value, 'nodeId')
      const isOfOutput = (entity.value['output'] ?? undefined) !== undefined
      if (owner === undefined || nodeId === undefined || isOfOutput || type !== dependencyTypes.sameCycle) continue
      const isDropped = known.get(owner.value) ?? offersNothing(owner)
      known.set(owner.value, isDropped)
      if (!isDropped) continue
      const name = readText(owner.value, 'name') ?? nodeId
      const message = `'${name}' has no output, so that the service may drop this dependency on it.`
      report(edgeFinding(edge, 'nodeId', { message, hint: `Add outputs.nodeOutputs to '${name}'.` }))
    }
  },
}
