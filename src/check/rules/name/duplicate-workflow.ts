import type { Entity } from '../../../document/index/entity.ts'
import { addToGroup } from '../../../document/index/first-by-key.ts'
import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** Two workflows have one name. */
export const nameDuplicateWorkflow: Rule = {
  name: 'name/duplicate-workflow',
  severity: 'error',
  summary: 'Two workflows have the same name.',
  evidence: 'Workflow names are unique in a workspace.',
  example: `
    const daily = (folder: string, name: string) => ({
      name,
      script: { path: \`\${folder}/\${name}\`, runtime: { command: 'WORKFLOW' } },
      trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
    })
    const document = { kind: 'CycleWorkflow', version: '1.1.0' }

    // A folder of its own does not help: the service knows workflows by name.
    export const wrong = { ...document, spec: { workflows: [daily('retail', 'orders'), daily('finance', 'orders')] } }

    export const right = { ...document, spec: { workflows: [daily('retail', 'orders'), daily('finance', 'invoices')] } }
  `,
  run(index, report) {
    const byName = new Map<string, Entity[]>()
    for (const workflow of index.entitiesOf('Workflow')) {
      const name = readText(workflow.value, 'name')
      if (name !== undefined) addToGroup(byName, name, workflow)
    }
    for (const [name, [, ...others]] of byName) {
      for (const other of others)
        report(
          findingAt(other, 'name', {
            message: `A second workflow is called '${name}'.`,
            hint: 'Give it a name of its own.',
          }),
        )
    }
  },
}
