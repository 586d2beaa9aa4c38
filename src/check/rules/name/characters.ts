import { showValue } from '../../../diagnostics/show-value.ts'
import { namedRule } from '../../engine/named.ts'
import type { Rule } from '../../engine/rule.ts'

const documented = /^[\p{L}\p{N}_.]+$/u
/** What breaks a path, what has no form on the wire, and names of which nothing is seen. */
const impossible = /[/\\\p{Cc}\p{Cs}]|^\s|\s$|^\.{1,2}$|^[\p{Z}\p{Cf}]*$/u

/** The name of a node or workflow has characters that are not documented, or that break its path. */
export const nameCharacters: Rule = namedRule(
  {
    name: 'name/characters',
    severity: 'warning',
    summary:
      'The name of a node or workflow has other characters than letters, digits, "_" and "."; an error where they break the path.',
    evidence:
      'Node pages list letters, digits, underscores and dots, and no page says else of workflows; the last segment of the path must be the name.',
    example: `
    import { odpsSql, workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(odpsSql('ods-orders').code('select 1'))

    export const right = orders.nodes(odpsSql('ods_orders').code('select 1'))
  `,
  },
  ({ name, what }) => {
    const isImpossible = impossible.test(name)
    if (documented.test(name) && !isImpossible) return undefined
    const fault = isImpossible
      ? 'cannot be the last segment of a path, which a name has to be'
      : 'has characters that are not documented for names'
    const message = `The ${what} name ${showValue(name)} ${fault}.`
    return { message, hint: 'Use letters, digits, "_" and ".".', severity: isImpossible ? 'error' : 'warning' }
  },
)
