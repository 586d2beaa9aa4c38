import { isRecord, readText } from '../../../document/json/records.ts'
import { codeRule } from '../../code/code-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** The categories of the steps of a synchronisation task; undefined where the text is none, as another rule tells. */
function categoriesOf(code: string): readonly (string | undefined)[] | undefined {
  let task: unknown
  try {
    task = JSON.parse(code)
  } catch {
    // What is no JSON is the other rule's, too.
    return undefined
  }
  const steps = isRecord(task) ? task['steps'] : undefined
  return Array.isArray(steps) ? steps.map((step: unknown) => readText(step, 'category')) : undefined
}

/** A synchronisation task reads or writes nothing. */
export const codeTaskSteps: Rule = codeRule(
  {
    name: 'code/task-steps',
    severity: 'warning',
    summary: 'The task of a data integration node has no reader or no writer.',
    evidence: 'Data integration nodes: the steps of a task are a reader and a writer, joined by order.hops.',
    example: `
      import { dataIntegration, di, workflow } from 'flowspec'

      const reader = dataIntegration().reader('mysql', { datasource: 'shop', table: ['orders'], column: ['*'] })
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(di('copy').code('{"type":"job","version":"2.0","steps":[]}'))

      export const right = orders.nodes(
        di('copy').code(reader.writer('odps', { datasource: 'odps_first', table: 'ods_orders', column: ['*'] })),
      )
    `,
  },
  ({ code, command }) => {
    if (command !== 'DI' && command !== 'DI2') return undefined
    const categories = categoriesOf(code)
    const missing = categories && ['reader', 'writer'].filter((one) => !categories.includes(one))
    if (missing === undefined || missing.length === 0) return undefined
    return {
      message: `The task of this ${command} node has no ${missing.join(' and no ')} among its steps.`,
      hint: 'dataIntegration() writes both: .reader(…) and .writer(…).',
    }
  },
)
