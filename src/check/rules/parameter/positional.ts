import { placeInText } from '../../../diagnostics/text-lines.ts'
import { shellCode, shellPlaces } from '../../code/shell-code.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'
import { variablesIn } from '../../engine/variables.ts'

/** Where `$1` may be something else than a parameter of the node: in a function, or behind a list set by hand. */
const otherArguments = /\(\s*\)|\bfunction\b|\bset\s+--|\bshift\b/

/** The code of a shell node uses more places than the node has parameters. */
export const parameterPositional: Rule = entityRule(
  {
    name: 'parameter/positional',
    severity: 'warning',
    summary: 'The code of a shell node uses $2, say, and the node has fewer parameters; or $10 where it has ten.',
    evidence: 'Shell nodes get their parameters as $1, $2 and so on; others are empty. A shell reads $10 as $1 and 0.',
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
    const has = (place: number): boolean => place <= parameters.length || names.has(String(place))
    for (const { written, place, behind, at } of shellPlaces(code)) {
      const meant = Number(`${place}${behind}`)
      if (behind !== '' && has(meant)) {
        const message = `A shell reads ${written} as $${place} and the text ${behind}, and the node has a parameter ${meant}.`
        return { field: 'content', message, inText: placeInText(code, at), hint: `Write \${${meant}}.` }
      }
      if (has(place)) continue
      const used = behind === '' ? written : `$${place}`
      const count = parameters.length === 1 ? '1 parameter' : `${parameters.length || 'no'} parameters`
      const hint = `Add .param('${place}', …), or use the places that there are.`
      const message = `The code uses ${used}, and the node has ${count}.`
      return { field: 'content', message, inText: placeInText(code, at), hint }
    }
    return undefined
  },
)
