import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** The types of variables that are what their value says. */
const withValue: readonly unknown[] = ['System', 'Constant']

/** A variable lacks its value, or the word that says it is one. */
export const variableIncomplete: Rule = entityRule(
  {
    name: 'variable/incomplete',
    severity: 'warning',
    summary: 'A parameter of a script has no value and nothing that gives it one, or a variable has no artifactType.',
    evidence:
      'The official schema requires artifactType, which older documents leave out and the reference implementation does not need: a note. Inferred that a parameter without value is empty.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const variable = { artifactType: 'Variable', name: 'day', scope: 'NodeParameter', type: 'System' }
      const ods = (parameter: object) =>
        odpsSql('ods').extra({
          script: { path: 'orders/ods', runtime: { command: 'ODPS_SQL' }, content: "select '\${day}'", parameters: [parameter] },
        })
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods(variable))

      export const right = orders.nodes(ods({ ...variable, value: '$[yyyymmdd-1]' }))
    `,
  },
  ['Variable'],
  ({ value, field, parent }) => {
    const given = value['value'] ?? value['referenceVariable'] ?? value['from'] ?? value['node'] ?? undefined
    if (given === undefined && parent?.name === 'Script' && withValue.includes(value['type'])) {
      return {
        field: '',
        message: `The parameter '${String(value['name'])}' has no value.`,
        hint: 'Give it one: .param(name, value).',
      }
    }
    // What refers to a variable is known by its name.
    if (field === 'referenceVariable' || (value['artifactType'] ?? undefined) !== undefined) return undefined
    const message = `The variable '${String(value['name'])}' has no artifactType.`
    return { field: '', severity: 'info', message, hint: 'Write "artifactType": "Variable".' }
  },
)
