import { readText } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import { nodeTypeOf } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'

/** Short names that authors write, each with what the names of the language share. */
const short: Readonly<Record<string, string>> = {
  odps: 'odps-sql',
  sql: '-sql',
  shell: 'shell-script',
  holo: 'hologres-sql',
  di: 'json',
}

/** Whether two names may mean one language: `python` and `python3` do, `sql` and `odps-sql` too. */
function mayBeSame(given: string, known: string): boolean {
  const name = (Object.hasOwn(short, given) ? short[given] : undefined) ?? given
  return known.endsWith(name) || name.startsWith(known)
}

/** The language of a script is not that of its command. */
export const nodeLanguage: Rule = entityRule(
  {
    name: 'node/language',
    severity: 'warning',
    summary: 'The language of a script is not that of its command.',
    evidence: 'Node documentation names one language for a command; short forms such as odps and shell are read too.',
    example: `
      import { node, workflow } from 'flowspec'

      const load = node('load', 'DIDE_SHELL').code('./load.sh')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(load.language('python3'))

      export const right = orders.nodes(load.language('shell-script'))
    `,
  },
  ['Script'],
  (script) => {
    const language = readText(script.value, 'language')
    const known = language ? nodeTypeOf(script.child('runtime'))?.language : undefined
    if (!language || known === undefined || language === known || mayBeSame(language.toLowerCase(), known))
      return undefined
    return {
      field: 'language',
      message: `The language is '${language}', and that of the command is ${known}.`,
      hint: `Write '${known}', or leave it out.`,
    }
  },
)
