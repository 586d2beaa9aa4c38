import { childEntity, type Entity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { structureInField, structures } from '../../../language/structures.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** The structures without which a node decides nothing; those of loops may stand outside of the node. */
const needed = [structures.branch, structures.join]

function commandOf(runtime: Entity | undefined): string | undefined {
  return hasShape(runtime) ? readText(runtime.value, 'command') : undefined
}

/** The structure a node lacks, when its content does not stand for it. */
function missingOf(node: Entity, script: Entity, command: string): string | undefined {
  const field = needed.find((structure) => structure.command === command)?.field
  if (field === undefined || node.name !== 'Node' || !hasShape(node) || !hasShape(script)) return undefined
  return childEntity(node, field) === undefined && (script.value['content'] ?? '') === '' ? field : undefined
}

/** A control structure and the command of its node do not fit. */
export const controlStructure: Rule = {
  name: 'control/structure',
  severity: 'warning',
  summary:
    'A node has a control structure of another command, or a branch or join node has neither its own nor content.',
  evidence: 'Each control structure belongs to one command; of several the reference implementation reads one.',
  example: `
    import { branch, node, workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?')

    // The command alone decides nothing.
    export const wrong = orders.nodes(node('route', 'CONTROLLER_BRANCH'))

    export const right = orders.nodes(branch('route').arm('always', '1 == 1'))
  `,
  run(index, report) {
    for (const entity of index.eachEntity('Branch', 'Join', 'DoWhile', 'ForEach', 'SubFlow', 'PaiFlow', 'ParamHub')) {
      const command = commandOf(entity.parent?.child('script')?.child('runtime'))
      const other = structureInField(entity.field)?.command
      if (command === undefined || other === undefined || command === other) continue
      report(
        findingAt(entity, '', {
          message: `'${entity.field}' belongs to ${other}, and the node is ${command}.`,
          hint: `Leave it out, or make the command ${other}.`,
        }),
      )
    }
    for (const runtime of index.eachEntity('Runtime')) {
      const command = readText(runtime.value, 'command')
      if (command === undefined || !hasShape(runtime)) continue
      const script = runtime.parent
      const node = script?.parent
      const field = node === undefined || script === undefined ? undefined : missingOf(node, script, command)
      if (node === undefined || field === undefined) continue
      report(
        findingAt(node, '', {
          message: `A node of command ${command} has no '${field}'.`,
          hint: `Add '${field}', or give the node another command.`,
        }),
      )
    }
  },
}
