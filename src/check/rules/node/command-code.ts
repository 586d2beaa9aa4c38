import { asNumber } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import { nodeTypeOf } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'

/** Codes from here on are given by a workspace: an export has 10010 for a command that has another code. */
const firstOwn = 10_000

/** The name and the number of a command mean different node types. */
export const nodeCommandCode: Rule = entityRule(
  {
    name: 'node/command-code',
    severity: 'warning',
    summary: 'command and commandTypeId name different node types.',
    evidence: 'Codes of the reference implementation 2.0.0; which of the two the service believes is not documented.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = (commandTypeId: number) =>
        odpsSql('ods').extra({ script: { path: 'orders/ods', runtime: { command: 'ODPS_SQL', commandTypeId }, content: 'select 1' } })
      const orders = workflow('orders').cron('00 02 00 * * ?')

      // 6 is the code of shell nodes.
      export const wrong = orders.nodes(ods(6))

      export const right = orders.nodes(ods(10))
    `,
  },
  ['Runtime'],
  (runtime) => {
    const { commandTypeId, command } = runtime.value
    const given = asNumber(commandTypeId)
    const code = given !== undefined && given < firstOwn ? nodeTypeOf(runtime)?.code : undefined
    if (code === undefined || code === given) return undefined
    return {
      field: 'commandTypeId',
      message: `The code of ${String(command)} is ${code}, not ${given}.`,
      hint: `Write ${code}, or leave commandTypeId out.`,
    }
  },
)
