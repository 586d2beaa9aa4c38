import type { Entity } from '../../../document/index/entity.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** The types of variables that are what their value says. */
const withValue: readonly unknown[] = ['System', 'Constant']

/** What holds variables that others read, with what these are called and how they get a value. */
function holderOf({ name, field }: Entity): readonly [what: string, hint: string] | undefined {
  if (name === 'Script') return ['parameter', 'Give it one: .param(name, value).']
  if (name === 'ParamHub') return ['variable', 'Give it one: .variable(name, value).']
  if (name === 'Artifacts' && field === 'outputs') return ['variable', 'Give it one: .outputVariable(name, value).']
  return undefined
}

/** A variable lacks its value, or the word that says it is one. */
export const variableIncomplete: Rule = entityRule(
  {
    name: 'variable/incomplete',
    severity: 'warning',
    summary:
      'A parameter of a script, or a variable that a node offers, has no value and nothing that gives it one, or a variable has no artifactType.',
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
    const holder = parent === undefined ? undefined : holderOf(parent)
    if (given === undefined && holder !== undefined && withValue.includes(value['type'])) {
      return { field: '', message: `The ${holder[0]} '${String(value['name'])}' has no value.`, hint: holder[1] }
    }
    // What refers to a variable is known by its name.
    if (field === 'referenceVariable' || (value['artifactType'] ?? undefined) !== undefined) return undefined
    const message = `The variable '${String(value['name'])}' has no artifactType.`
    return { field: '', severity: 'info', message, hint: 'Write "artifactType": "Variable".' }
  },
)
