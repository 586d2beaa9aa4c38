import { childEntity, hasShape } from '../../document/entity.ts'
import { readText } from '../../document/read-text.ts'
import { findingAt } from '../finding-at.ts'
import type { Rule } from '../rule.ts'

/**
 * A workflow has no path.
 *
 * @example
 * ```ts
 * const orders = (script: object) => ({
 *   kind: 'CycleWorkflow',
 *   version: '1.1.0',
 *   spec: { workflows: [{ name: 'orders', script, trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' } }] },
 * })
 *
 * export const wrong = orders({ runtime: { command: 'WORKFLOW' } })
 *
 * // Builders write it: .path('retail/orders'), or the name by itself.
 * export const right = orders({ path: 'retail/orders', runtime: { command: 'WORKFLOW' } })
 * ```
 */
export const nameMissingPath: Rule = {
  name: 'name/missing-path',
  severity: 'error',
  summary: 'A workflow has no script.path.',
  evidence: 'CreateWorkflowDefinition: script.path is required.',
  run(index, report) {
    for (const workflow of index.entitiesOf('Workflow')) {
      const script = childEntity(workflow, 'script')
      if (!hasShape(script) || readText(script.value, 'path') !== undefined) continue
      const name = readText(workflow.value, 'name') ?? ''
      const message = `Workflow '${name}' has no script.path.`
      report(findingAt(script, '', { message, hint: `Write the folder it stands in, then its name: "…/${name}".` }))
    }
  },
}
