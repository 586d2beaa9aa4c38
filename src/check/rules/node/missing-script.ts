import { eachNodeRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** A node has neither a script nor a reference to an existing node. */
export const nodeMissingScript: Rule = eachNodeRule(
  {
    name: 'node/missing-script',
    severity: 'error',
    summary: 'A node has neither a script nor a reference.',
    evidence:
      'The official schema requires a script; a node that only refers to an existing one has `reference` instead.',
    example: `
    const orders = (node: object) => ({
      kind: 'CycleWorkflow',
      version: '1.1.0',
      spec: {
        workflows: [
          {
            name: 'orders',
            script: { path: 'orders', runtime: { command: 'WORKFLOW' } },
            trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
            nodes: [node],
          },
        ],
      },
    })

    export const wrong = orders({ name: 'ods' })

    export const right = orders({ name: 'ods', script: { path: 'orders/ods', runtime: { command: 'ODPS_SQL' }, content: 'select 1' } })
  `,
  },
  (_index, report) => (node, entity) => {
    const held = entity.value['script'] ?? entity.value['reference'] ?? undefined
    if (held !== undefined) return
    const message = `Node '${node.name ?? ''}' has no script.`
    report(findingAt(entity, '', { message, hint: 'Add script.runtime.command.' }))
  },
)
