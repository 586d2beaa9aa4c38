import { armPrefix, armsOfBranch, branchNodes } from '../../conditions/branch-arms.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Finding, Rule } from '../../engine/rule.ts'
import { Suggester } from '../../engine/suggester.ts'
import { DeclaredNames, type KnownNames, missingParameter } from '../../engine/variables.ts'

/** A placeholder that is compared with a text, and has no quotes of its own. */
const unquoted = /(?:^|[^'"\w}])(\$\{[\w.]+\})\s*[=!]=\s*['"]|['"]\s*[=!]=\s*(\$\{[\w.]+\})/

/** What is wrong with one condition; the names are asked for only where it uses some. */
function faultOf(
  when: string,
  names: () => KnownNames | undefined,
  suggester: Suggester,
): Pick<Finding, 'message' | 'hint'> | undefined {
  const [, left, right] = unquoted.exec(when) ?? []
  const bare = left ?? right
  if (bare !== undefined) return { message: `${bare} is compared with text.`, hint: `Write '${bare}'.` }
  const used = Array.from(when.matchAll(/\$\{(\w+)\}/g), ([, name]) => name)
  const known = used.length === 0 ? undefined : names()
  const unknown = known && used.find((name) => !known.has(name))
  if (unknown === undefined) return undefined
  return { message: `'${unknown}' is no parameter of the node.`, hint: missingParameter(unknown, known, suggester) }
}

/** A condition of a branch uses a name that is no parameter of the node, or a parameter without quotes where text is meant. */
export const controlBranchCondition: Rule = {
  name: 'control/branch-condition',
  severity: 'warning',
  summary: 'A condition of a branch uses ${name} that is no parameter of the node, or compares it with text unquoted.',
  evidence: 'Branch nodes: the values of parameters are put into the text, which then is a Python expression.',
  example: `
    import { branch, workflow } from 'flowspec'

    const route = branch('route').param('size', 'big')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // Python would read: big == 'big'.
    export const wrong = orders.nodes(route.arm('large', "\${size} == 'big'"))

    export const right = orders.nodes(route.arm('large', "'\${size}' == 'big'"))
  `,
  run(index, report) {
    const declared = new DeclaredNames()
    const suggester = new Suggester()
    for (const node of branchNodes(index)) {
      let known: KnownNames | undefined
      const names = () => (known ??= declared.of(node.entity))
      for (const arm of armsOfBranch(node)) {
        const fault = faultOf(arm.when, names, suggester)
        const message = fault && `${armPrefix(arm)}${fault.message}`
        if (message !== undefined) report(findingAt(arm.holder, arm.field, { ...fault, message }))
      }
    }
  },
}
