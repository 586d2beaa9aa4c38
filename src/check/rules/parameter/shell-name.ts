import { readText } from '../../../document/json/records.ts'
import { shellCode } from '../../code/shell-code.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'
import { variablesIn } from '../../engine/variables.ts'

/** Whether code of a shell reads a variable that it does not set itself. */
function readsUnset(code: string, name: string): boolean {
  const isRead = new RegExp(`\\$(?:${name}\\b|\\{${name}[}:#%/,^-])`).test(code)
  return (
    isRead && !new RegExp(`(?:^|[\\s;(&|])(?:for\\s+${name}\\b|read\\b[^\\n;]*\\b${name}\\b|${name}=)`, 'm').test(code)
  )
}

/** The code of a shell node reads a parameter by its name. */
export const parameterShellName: Rule = entityRule(
  {
    name: 'parameter/shell-name',
    severity: 'warning',
    summary: 'The code of a shell node reads $name, say, where the node has a parameter of that name.',
    evidence: 'Shell nodes get their parameters as $1, $2 and so on, in their order, and not by name.',
    example: `
      import { shell, workflow } from 'flowspec'

      const load = shell('load').param('day', '$bizdate')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(load.code('./load.sh $day'))

      export const right = orders.nodes(load.code('day=$1; ./load.sh $day'))
    `,
  },
  ['Script'],
  (script) => {
    const code = shellCode(script)
    if (code === undefined) return undefined
    const parameters = variablesIn(script) ?? []
    for (const [place, { value }] of parameters.entries()) {
      const name = readText(value, 'name') ?? ''
      if (!/^[A-Za-z_]\w*$/.test(name) || !readsUnset(code, name)) continue
      const message = `The code reads $${name}, but a shell gets the parameter '${name}' as $${place + 1}.`
      return { field: 'content', message, hint: `Write $${place + 1}.` }
    }
    return undefined
  },
)
