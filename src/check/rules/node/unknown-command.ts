import { isMisspelling } from '../../../diagnostics/did-you-mean.ts'
import { showValue } from '../../../diagnostics/show-value.ts'
import { hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { nodeTypes } from '../../../language/generated/node-types.ts'
import { rememberingRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import { nodeTypeOf } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'
import { Suggester } from '../../engine/suggester.ts'

/** A command is not one of DataWorks: a note, for workspaces have node types of their own, and a warning when it looks misspelt. */
export const nodeUnknownCommand: Rule = rememberingRule(
  {
    name: 'node/unknown-command',
    severity: 'info',
    summary: 'A command is not one of DataWorks; a warning when it is a known one misspelt.',
    evidence: 'Commands of the reference implementation 2.0.0 and the node documentation; workspaces may have more.',
    example: `
    import { node, workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(node('ods', 'ODPS_SQLL').code('select 1'))

    export const right = orders.nodes(node('ods', 'ODPS_SQL').code('select 1'))
  `,
  },
  ['Runtime'],
  (report) => {
    const commands = [...nodeTypes.keys()]
    const suggester = new Suggester()
    return (runtime) => {
      const command = readText(runtime.value, 'command')
      if (!command || nodeTypeOf(runtime) !== undefined || !hasShape(runtime)) return
      const near = suggester.nearest(command, commands)
      const message = `The command ${showValue(command)} is not known.`
      const isSlip = near !== undefined && isMisspelling(command, near)
      const parts = !isSlip ? {} : ({ severity: 'warning', hint: `Did you mean "${near}"?` } as const)
      report(findingAt(runtime, 'command', { message, ...parts }))
    }
  },
)
