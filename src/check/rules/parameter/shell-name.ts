import { placeInText } from '../../../diagnostics/text-lines.ts'
import { readText } from '../../../document/json/records.ts'
import { shellCode } from '../../code/shell-code.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'
import { variablesIn } from '../../engine/variables.ts'

const reading = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)[}:#%/,^-])/g
const setting = /(?:^|[\s;(&|])(?:for\s+([A-Za-z_]\w*)|read\b([^\n;]*)|([A-Za-z_]\w*)=)/gm

/** The variables that code of a shell reads and does not set itself, each with where it is read first. */
function unsetNames(code: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const { 1: plain, 2: braced, index } of code.matchAll(reading)) {
    const name = plain ?? braced ?? ''
    if (!names.has(name)) names.set(name, index)
  }
  for (const [, inLoop, asked = '', set = ''] of code.matchAll(setting)) {
    for (const name of [inLoop ?? '', set, ...asked.split(/\W+/)]) names.delete(name)
  }
  return names
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
    const unset = unsetNames(code)
    for (const [place, { value }] of (variablesIn(script) ?? []).entries()) {
      const name = readText(value, 'name') ?? ''
      const at = unset.get(name)
      if (at === undefined) continue
      const message = `The code reads $${name}, but a shell gets the parameter '${name}' as $${place + 1}.`
      return { field: 'content', message, inText: placeInText(code, at), hint: `Write $${place + 1}.` }
    }
    return undefined
  },
)
