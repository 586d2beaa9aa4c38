import { showValue } from '../../../diagnostics/show-value.ts'
import { namedRule } from '../../engine/named.ts'
import type { Rule } from '../../engine/rule.ts'

const longest = 128

/** The name of a node or workflow is too long. */
export const nameLength: Rule = namedRule(
  {
    name: 'name/length',
    severity: 'error',
    summary: 'The name of a node or workflow is longer than 128 characters.',
    evidence: 'Node pages: a name has at most 128 characters; no page says else of workflows.',
    example: `
    import { odpsSql, workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(odpsSql('n'.repeat(129)).code('select 1'))

    export const right = orders.nodes(odpsSql('n'.repeat(128)).code('select 1'))
  `,
  },
  ({ name, what }) => {
    if (name.length <= longest) return undefined
    const message = `The ${what} name ${showValue(name)} has ${name.length} characters; at most ${longest} are allowed.`
    return { message }
  },
)
