import { placeInText } from '../../../diagnostics/text-lines.ts'
import { hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { loopEndCommand } from '../../../language/structures.ts'
import { commentsIn, placeInWords, type Syntax } from '../../code/comments.ts'
import { eachNodeRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import { runtimeOf } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'

const endCommand = loopEndCommand('doWhile', 'END')

function syntaxOf(language: string): Syntax {
  if (/sql|odps/i.test(language)) return 'sql'
  return /shell/i.test(language) ? 'shell' : 'python'
}

/** Where the first comment begins; undefined when there is none. The line that names the program to run it is none. */
function commentIn(code: string, language: string): number | undefined {
  const from = code.startsWith('#!') ? code.indexOf('\n') + 1 || code.length : 0
  for (const { at } of commentsIn(code, syntaxOf(language), from)) return at
  return undefined
}

/** The code that ends a do-while loop has a comment. */
export const controlLoopEndComment: Rule = eachNodeRule(
  {
    name: 'control/loop-end-comment',
    severity: 'warning',
    summary: 'The code of the end node of a do-while loop has a comment.',
    evidence: '"do-while node": comments cannot be added to the code of the end node.',
    example: `
    import { doWhile, shell, workflow } from 'flowspec'

    const poll = doWhile('poll').nodes(shell('ask').code('./ask.sh'))
    const orders = workflow('orders').cron('00 02 00 * * ?')
    const python = { language: 'python2' } as const

    export const wrong = orders.nodes(poll.while(\`print(\${poll.round} < 5)  # five rounds\`, python))

    export const right = orders.nodes(poll.while(\`print(\${poll.round} < 5)\`, python))
  `,
  },
  (_index, report) => (_entry, entity) => {
    const script = entity.child('script')
    const isEnd = entity.field === 'while' || runtimeOf(entity)?.value['command'] === endCommand
    if (!(isEnd && hasShape(script))) return
    const code = readText(script.value, 'content') ?? ''
    const at = commentIn(code, readText(script.value, 'language') ?? '')
    if (at === undefined) return
    const inText = placeInText(code, at)
    const message = `The code of the end node has a comment (${placeInWords(inText)}).`
    report(findingAt(script, 'content', { message, inText, hint: 'Write it into the description of the node.' }))
  },
)
