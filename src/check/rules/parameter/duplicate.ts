import { childEntities } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** A script has two parameters of one name. */
export const parameterDuplicate: Rule = entityRule(
  {
    name: 'parameter/duplicate',
    severity: 'warning',
    summary: 'A script has two parameters of one name.',
    evidence: 'Code names parameters by name alone; which of the two it gets is not documented.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const parameter = { artifactType: 'Variable', scope: 'NodeParameter', type: 'System', name: 'day', value: '$bizdate' }
      const runtime = { command: 'ODPS_SQL' }
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(
        odpsSql('ods').extra({ script: { path: 'orders/ods', runtime, content: "select '\${day}'", parameters: [parameter, parameter] } }),
      )

      export const right = orders.nodes(odpsSql('ods').code("select '\${day}'").param('day', '$bizdate'))
    `,
  },
  ['Script'],
  (script) => {
    const { parameters } = script.value
    if (!Array.isArray(parameters) || parameters.length < 2) return undefined
    const seen = new Set<string>()
    for (const { value, position } of childEntities(script, 'parameters')) {
      const name = readText(value, 'name')
      // A parameter without a name of its own is called "-", and one that has none is told elsewhere.
      if (name === undefined || name === '-') continue
      if (seen.has(name)) {
        return {
          field: `parameters/${position}/name`,
          message: `A second parameter is called '${name}'.`,
          hint: 'Leave one out, or call it otherwise.',
        }
      }
      seen.add(name)
    }
    return undefined
  },
)
