import { hasShape } from '../../../document/index/entity.ts'
import type { NodeEntry } from '../../../document/index/spec-index.ts'
import { structures } from '../../../language/structures.ts'
import { findingAt } from '../../engine/finding.ts'
import { runtimeOf } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'

const loops = [structures.doWhile, structures.forEach]
const ends: readonly string[] = ['START', 'END']

/** The end that a body has more than one of, or an end of the other kind of loop. */
function faultOf(own: string, nodes: readonly NodeEntry[]): string | undefined {
  const found = new Set<string>()
  for (const { entity } of nodes) {
    const runtime = runtimeOf(entity)
    const command = String(runtime?.value['command'])
    const end = ends.find((one) => command.startsWith('CONTROLLER_') && command.endsWith(`_${one}`))
    if (end === undefined || !hasShape(runtime)) continue
    if (found.has(end)) return `two nodes ${command}`
    if (command !== `${own}_${end}`) return `a node ${command}, where its own is ${own}_${end}`
    found.add(end)
  }
  return undefined
}

/** A loop has two starts or two ends, or those of the other kind of loop. */
export const controlLoopEnds: Rule = {
  name: 'control/loop-ends',
  severity: 'warning',
  summary: 'A loop has two start or two end nodes, or one that belongs to the other kind of loop.',
  evidence: 'The package validator of the reference implementation: exactly one start and one end in a loop.',
  example: `
    import { forEach, node, shell, workflow } from 'flowspec'

    const each = forEach('each').over('a,b')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // Builders write the start and the end of a loop themselves.
    export const wrong = orders.nodes(each.nodes(node('first', 'CONTROLLER_TRAVERSE_START'), shell('load').code('./load.sh')))

    export const right = orders.nodes(each.nodes(shell('load').code('./load.sh')))
  `,
  run(index, report) {
    // The flow of a loop has the nodes of its body, whether they stand inside of it or beside it.
    for (const { entity, nodes } of index.flows) {
      const own = loops.find((loop) => loop.entity === entity.name)?.command
      const fault = own === undefined || !hasShape(entity) ? undefined : faultOf(own, nodes)
      if (fault !== undefined)
        report(
          findingAt(entity, '', {
            message: `The loop has ${fault}.`,
            hint: 'Leave it out: a loop has one start and one end of its own kind.',
          }),
        )
    }
  },
}
