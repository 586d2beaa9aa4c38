import { hasShape } from '../../../document/index/entity.ts'
import { isAboutItself } from '../../../language/dependency-types.ts'
import { edgeFinding } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** A dependency names neither a node nor an output. */
export const referenceMissingTarget: Rule = {
  name: 'reference/missing-target',
  severity: 'error',
  summary: 'An entry of depends names neither a node nor an output.',
  evidence: 'The official schema requires one of nodeId and output, except for dependencies on self and children.',
  example: `
    import { odpsSql, virtual, workflow } from 'flowspec'

    const start = virtual('start')
    const orders = workflow('orders').cron('00 02 00 * * ?').nodes(start, odpsSql('ods').code('select 1').after(start))

    export const wrong = orders.extra({ dependencies: [{ nodeId: 'ods', depends: [{ type: 'Normal' }] }] })

    export const right = orders.extra({ dependencies: [{ nodeId: 'ods', depends: [{ type: 'Normal', output: 'start' }] }] })
  `,
  run(index, report) {
    for (const edge of index.edges) {
      const { entity, type } = edge
      if (!hasShape(entity) || isAboutItself(type)) continue
      if ((entity.value['nodeId'] ?? entity.value['output'] ?? undefined) !== undefined) continue
      report(
        edgeFinding(edge, '', {
          message: 'This dependency names neither nodeId nor output.',
          hint: 'Give one of them, or leave the dependency out.',
        }),
      )
    }
  },
}
