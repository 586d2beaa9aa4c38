import { placeInText } from '../../../diagnostics/text-lines.ts'
import { codeRule, isLoopCondition, isMaxComputeSql } from '../../code/code-rule.ts'
import { commentsIn, placeInWords } from '../../code/comments.ts'
import type { Rule } from '../../engine/rule.ts'

/** A comment in SQL of MaxCompute has a semicolon. */
export const codeCommentSemicolon: Rule = codeRule(
  {
    name: 'code/comment-semicolon',
    severity: 'warning',
    summary: 'A comment in the code of a MaxCompute SQL node, which begins with --, has a semicolon.',
    evidence: '"Develop a MaxCompute SQL task": a comment must not have a semicolon, at which the code is divided.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(odpsSql('ods').code('select 1 -- one; for now'))

      export const right = orders.nodes(odpsSql('ods').code('select 1 -- one, for now'))
    `,
  },
  (node) => {
    const { code } = node
    // The end of a loop may have no comment at all, as another rule tells.
    if (isLoopCondition(node.script)) return undefined
    if (!(isMaxComputeSql(node) && code.includes('--') && code.includes(';'))) return undefined
    for (const { text, at } of commentsIn(code, 'sql')) {
      if (!text.startsWith('--') || !text.includes(';')) continue
      const inText = placeInText(code, at + text.indexOf(';'))
      const message = `A comment has a semicolon (${placeInWords(inText)}).`
      return {
        message,
        inText,
        hint: 'The service divides the code there: write a comma, or another comment.',
      }
    }
    return undefined
  },
)
