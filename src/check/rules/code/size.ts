import { codeRule } from '../../code/code-rule.ts'
import type { Rule } from '../../engine/rule.ts'

const most = 128 * 1024

/** A character of a text takes at most three bytes in UTF-8; those of four are two characters to JavaScript. */
const bytesOfCharacter = 3

function bytesOf(code: string): number {
  let bytes = 0
  for (let at = 0; at < code.length; at++) {
    const unit = code.charCodeAt(at)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    // The two halves of a character of four bytes have two each.
    else bytes += unit >= 0xd800 && unit <= 0xdfff ? 2 : bytesOfCharacter
  }
  return bytes
}

/** The code of a SQL or shell node is larger than the service takes. */
export const codeSize: Rule = codeRule(
  {
    name: 'code/size',
    severity: 'warning',
    summary: 'The code of a SQL or shell node is larger than 128 KB, in bytes of UTF-8.',
    evidence: '"Develop a MaxCompute SQL task", and the pages on nodes of other engines: at most 128 KB of code.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = (count: number) => odpsSql('ods').code(\`select \${Array(count).fill('1').join(',')}\`)
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods(70_000))

      export const right = orders.nodes(ods(60_000))
    `,
  },
  ({ code, kind, command }) => {
    if ((kind !== 'sql' && kind !== 'shell') || code.length * bytesOfCharacter <= most) return undefined
    const bytes = bytesOf(code)
    if (bytes <= most) return undefined
    const message = `The code of this ${command} node has ${bytes} bytes, and the service takes ${most} (128 KB).`
    return { message, hint: 'Divide it into several nodes, or put data into a table or a resource.' }
  },
)
