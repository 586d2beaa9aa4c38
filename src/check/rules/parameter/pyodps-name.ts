import { placeInText } from '../../../diagnostics/text-lines.ts'
import { readText } from '../../../document/json/records.ts'
import { withoutComments } from '../../code/comments.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import { codeKind } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'
import { variablesIn } from '../../engine/variables.ts'

/** What stands for a date wherever parameters are filled in; other names may be those of a template of the code's own. */
const usual = /\$\{(?:bizdate|bizmonth|cyctime|gmtdate|yyyy[\w+-]*)\}/

/** The code of a PyODPS node names a parameter as SQL does. */
export const parameterPyodpsName: Rule = entityRule(
  {
    name: 'parameter/pyodps-name',
    severity: 'warning',
    summary:
      'The code of a PyODPS node has ${name}, where that is a parameter of the node or one that nodes often have.',
    evidence: '"PyODPS node": text such as ${name} is not replaced in the code, which reads args[\'name\'].',
    example: `
      import { pyodps3, workflow } from 'flowspec'

      const load = pyodps3('load').param('day', '$bizdate')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(load.code("print('\${day}')"))

      export const right = orders.nodes(load.code("print(args['day'])"))
    `,
  },
  ['Script'],
  (script) => {
    const content = readText(script.value, 'content')
    if (!content?.includes('${') || script.parent?.name !== 'Node' || codeKind(script) !== 'pyodps') return undefined
    const code = withoutComments(content, 'python')
    const names = (variablesIn(script) ?? []).map(({ value }) => readText(value, 'name') ?? '')
    const name = names.find((one) => one !== '' && code.includes(`\${${one}}`))
    if (name !== undefined) {
      const message = `The code has \${${name}}, which PyODPS does not fill in.`
      const inText = placeInText(code, code.indexOf(`\${${name}}`))
      return { field: 'content', message, inText, hint: `Write args['${name}'].` }
    }
    const found = usual.exec(code)
    if (found === null) return undefined
    const [written] = found
    const message = `The code has ${written}, which PyODPS does not fill in, and the node has no such parameter.`
    return {
      field: 'content',
      message,
      inText: placeInText(code, found.index),
      hint: "Add .param('day', …), and write args['day'].",
    }
  },
)
