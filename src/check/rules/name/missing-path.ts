import { readText } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** A workflow has no path. */
export const nameMissingPath: Rule = entityRule(
  {
    name: 'name/missing-path',
    severity: 'error',
    summary: 'A workflow has no script.path.',
    evidence: 'CreateWorkflowDefinition: script.path is required.',
    example: `
      const orders = (script: object) => ({
        kind: 'CycleWorkflow',
        version: '1.1.0',
        spec: { workflows: [{ name: 'orders', script, trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' } }] },
      })

      export const wrong = orders({ runtime: { command: 'WORKFLOW' } })

      // Builders write it: .path('retail/orders'), or the name by itself.
      export const right = orders({ path: 'retail/orders', runtime: { command: 'WORKFLOW' } })
    `,
  },
  ['Script'],
  ({ value, parent }) => {
    if (parent?.name !== 'Workflow' || readText(value, 'path') !== undefined) return undefined
    const name = readText(parent.value, 'name') ?? ''
    const hint = `Write the folder it stands in, then its name: "…/${name}".`
    return { field: '', message: `Workflow '${name}' has no script.path.`, hint }
  },
)
