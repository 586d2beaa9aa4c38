import { codeRule, isMaxComputeSql } from '../../code/code-rule.ts'
import { sqlStatements } from '../../code/sql-statements.ts'
import type { Rule } from '../../engine/rule.ts'

const most = 200

/** A MaxCompute SQL node has more statements than the service takes. */
export const codeStatementCount: Rule = codeRule(
  {
    name: 'code/statement-count',
    severity: 'warning',
    summary: 'The code of a MaxCompute SQL node has more than 200 statements.',
    evidence: '"Develop a MaxCompute SQL task": at most 200 statements in a node.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = (count: number) => odpsSql('ods').code('select 1;\\n'.repeat(count))
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods(201))

      export const right = orders.nodes(ods(200))
    `,
  },
  (node) => {
    // Each takes two characters at least.
    if (!isMaxComputeSql(node) || node.code.length < most * 2) return undefined
    const count = sqlStatements(node.code).length
    if (count <= most) return undefined
    const message = `The code of this node has ${count} statements, and the service takes ${most}.`
    return { message, hint: 'Divide it into several nodes.' }
  },
)
