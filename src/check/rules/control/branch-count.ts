import { childEntities } from '../../../document/index/entity.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

const most = 50

/** A branch node has more arms than the service takes. */
export const controlBranchCount: Rule = entityRule(
  {
    name: 'control/branch-count',
    severity: 'warning',
    summary: 'A branch node has more than 50 arms.',
    evidence: '"Branch node": at most 50 branches can be attached to one node.',
    example: `
      import { branch, type BranchBuilder, workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')
      const route = (count: number) => {
        let node: BranchBuilder<'route', string, never> = branch('route').param('shop', '1')
        for (let shop = 1; shop <= count; shop++) node = node.arm(\`shop_\${shop}\`, \`\\\${shop} == \${shop}\`)
        return node
      }

      export const wrong = orders.nodes(route(51))

      export const right = orders.nodes(route(50))
    `,
  },
  ['Branch'],
  (branch) => {
    const count = childEntities(branch, 'branches').length
    if (count <= most) return undefined
    return {
      field: 'branches',
      message: `The branch has ${count} arms, and the service takes ${most}.`,
      hint: 'Let an arm for the rest lead to a second branch.',
    }
  },
)
