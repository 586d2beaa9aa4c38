import { placeInText } from '../../../diagnostics/text-lines.ts'
import { codeRule, isMaxComputeSql } from '../../code/code-rule.ts'
import { placeInWords } from '../../code/comments.ts'
import { sqlStatements } from '../../code/sql-statements.ts'
import type { Rule } from '../../engine/rule.ts'

/** What is executed together with the statement that follows. Labels are data of tables, and statements by themselves. */
const setting = /^(?:set\s+(?!label\b)|use\s|alias\s)/i

/** No statement follows a SET. */
export const codeLoneSetting: Rule = codeRule(
  {
    name: 'code/lone-setting',
    severity: 'warning',
    summary: 'SET, USE or ALIAS in a MaxCompute SQL node is followed by no other statement.',
    evidence:
      '"ODPS SQL node": SET, USE and alias statements cannot be used alone; they belong to the statement that follows.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(odpsSql('ods').code('set odps.sql.allow.fullscan=true;'))

      export const right = orders.nodes(odpsSql('ods').code('set odps.sql.allow.fullscan=true; select 1;'))
    `,
  },
  (node) => {
    if (!isMaxComputeSql(node) || !/(?:^|[;/\s])(?:set|use|alias)\s/i.test(node.code)) return undefined
    const last = sqlStatements(node.code).at(-1)
    if (last === undefined || !setting.test(last.text)) return undefined
    const word = last.text.split(/\s/, 1)[0]?.toUpperCase() ?? ''
    const inText = placeInText(node.code, last.at)
    const message = `No statement follows ${word} (${placeInWords(inText)}), which cannot stand alone.`
    return { message, inText, hint: 'Put it before the statement that it is for.' }
  },
)
