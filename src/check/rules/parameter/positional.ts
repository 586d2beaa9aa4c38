import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'
import { shellCode } from '../../engine/shell-code.ts'
import { variablesIn } from '../../engine/variables.ts'

/** Where `$1` may be something else than a parameter of the node: in a function, or behind a list set by hand. */
const otherArguments = /\(\s*\)|\bfunction\b|\bset\s+--|\bshift\b/

/** The code of a shell node uses more places than the node has parameters. */
export const parameterPositional: Rule = entityRule(
  {
    name: 'parameter/positional',
    severity: 'warning',
    summary: 'The code of a shell node uses $2, say, and the node has fewer parameters.',
    evidence: 'Shell nodes get their parameters as $1, $2 and so on; others are empty.',
    example: `
      import { shell, workflow } from 'flowspec'

      const load = shell('load').param('1', '$bizdate')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(load.code('./load.sh $1 $2'))

      export const right = orders.nodes(load.code('./load.sh $1'))
    `,
  },
  ['Script'],
  (script) => {
    const code = shellCode(script)
    if (code === undefined || otherArguments.test(code)) return undefined
    const parameters = variablesIn(script)
    // One called "-" may hold any number of values.
    const names = new Set(parameters?.map(({ value }) => value['name']))
    if (parameters === undefined || names.has('-')) return undefined
    for (const [used, plain, braced] of code.matchAll(/\$(?:([1-9])|\{([1-9]\d*)\})/g)) {
      const place = plain ?? braced ?? ''
      if (Number(place) <= parameters.length || names.has(place)) continue
      return { field: 'content', message: `The code uses ${used}, and the node has ${parameters.length} parameters.` }
    }
    return undefined
  },
)
