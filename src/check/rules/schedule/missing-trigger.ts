import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** A scheduled workflow says nowhere when it runs. New ones of builders are judged where they are built. */
export const scheduleMissingTrigger: Rule = {
  name: 'schedule/missing-trigger',
  severity: 'warning',
  summary:
    'A workflow of a CycleWorkflow document has no trigger; of one that `workflow(…)` starts in code that is an error.',
  evidence:
    "A scheduled workflow follows the one trigger it has. The smallest document of the vendor's own instructions has none, and the service takes it.",
  example: `
    const orders = { name: 'orders', script: { path: 'orders', runtime: { command: 'WORKFLOW' } } }
    const document = { version: '1.1.0', spec: { workflows: [orders] } }

    export const wrong = { ...document, kind: 'CycleWorkflow' }

    // One that people start needs none.
    export const right = { ...document, kind: 'ManualWorkflow' }
  `,
  run(index, report) {
    if (readText(index.document, 'kind') !== 'CycleWorkflow') return
    for (const workflow of index.entitiesOf('Workflow')) {
      if ((workflow.value['trigger'] ?? undefined) !== undefined) continue
      const message = `Workflow '${readText(workflow.value, 'name') ?? ''}' has no trigger, so it never runs.`
      report(findingAt(workflow, '', { message, hint: "Say when it runs, for example .cron('00 02 00 * * ?')." }))
    }
  },
}
