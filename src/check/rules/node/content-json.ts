import { isRecord, readText } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** The fields of a synchronisation task that nothing else can stand for. */
const needed: readonly string[] = ['type', 'version', 'steps']

function faultOf(content: string): string | undefined {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return 'is not JSON'
  }
  if (!isRecord(value)) return 'is no JSON object'
  const missing = needed.find((field) => !Object.hasOwn(value, field))
  return missing && `has no '${missing}'`
}

/** The content of a data integration node is not the JSON text of a synchronisation task. */
export const nodeContentJson: Rule = entityRule(
  {
    name: 'node/content-json',
    severity: 'warning',
    summary: 'The content of a DI node is not the JSON text of a task with type, version and steps.',
    evidence: 'Data integration nodes: the content is a JSON text with type, version, steps, order and setting.',
    example: `
      import { dataIntegration, di, workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(di('copy').code('select * from orders'))

      const task = dataIntegration()
        .reader('mysql', { datasource: 'shop', table: ['orders'], column: ['*'] })
        .writer('odps', { datasource: 'odps_first', table: 'ods_orders', column: ['*'] })

      export const right = orders.nodes(di('copy').code(task))
    `,
  },
  ['Script'],
  (script) => {
    if (script.child('runtime')?.value['command'] !== 'DI') return undefined
    const content = readText(script.value, 'content')
    // Of content that is missing another rule tells.
    const fault = content?.trim() ? faultOf(content) : undefined
    return fault
      ? {
          field: 'content',
          message: `The content of this DI node ${fault}.`,
          hint: 'It is the JSON text of a task, as dataIntegration(…) writes it.',
        }
      : undefined
  },
)
