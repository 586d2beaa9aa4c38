import { type Entity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'
import { variablesIn } from '../../engine/variables.ts'

/** Whether a parameter node says that it has no variables, or nothing of them. */
function isEmpty(hub: Entity): boolean {
  const variables = hub.value['variables'] ?? undefined
  return hasShape(hub) && (variables === undefined || (Array.isArray(variables) && variables.length === 0))
}

/** A variable of a parameter node is not among its outputs. */
export const variableHubOutputs: Rule = {
  name: 'variable/hub-outputs',
  severity: 'warning',
  summary: 'A variable of a parameter node is not in outputs.variables of the node, or it has none at all.',
  evidence:
    'Parameter nodes: what they offer is listed twice, and others read it from the outputs. The official schema wants one variable at least.',
  example: `
    import { paramHub, workflow } from 'flowspec'

    const hub = paramHub('hub').variable('region', 'cn-shanghai')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(hub.extra({ outputs: { nodeOutputs: [], variables: [] } }))

    export const right = orders.nodes(hub)
  `,
  run(index, report) {
    for (const hub of index.entitiesOf('ParamHub')) {
      if (isEmpty(hub)) {
        const message = 'This parameter node has no variables, so that it hands on nothing.'
        report(findingAt(hub, '', { message, hint: 'Add .variable(name, value).' }))
        continue
      }
      const provided = variablesIn(hub.parent?.child('outputs'))
      const variables = variablesIn(hub)
      if (provided === undefined || variables === undefined) continue
      const names = new Set(provided.map(({ value }) => readText(value, 'name')))
      for (const variable of variables) {
        const name = readText(variable.value, 'name')
        if (names.has(name)) continue
        report(
          findingAt(variable, '', {
            message: `The variable '${name}' is not in outputs.variables.`,
            hint: 'List it there too: others read it from the outputs.',
          }),
        )
      }
    }
  },
}
