import { defineConfig } from 'flowspec/config'
import { defineRule, findingAt } from 'flowspec/rules'
import { sqlRules } from 'flowspec/sql'

const owned = defineRule({
  name: 'custom/owned',
  severity: 'error',
  summary: 'A workflow has an owner.',
  run(index, report) {
    for (const workflow of index.entitiesOf('Workflow')) {
      if (workflow.value['owner'] === undefined) report(findingAt(workflow, 'owner', { message: 'Nobody owns it.' }))
    }
  },
})

const nightOnly = defineRule({
  name: 'custom/night-only',
  severity: 'warning',
  summary: 'Scheduled workflows run between midnight and six.',
  run(index, report) {
    for (const trigger of index.entitiesOf('Trigger')) report(findingAt(trigger, 'cron', { message: 'It runs by day.' }))
  },
})

export default defineConfig({
  project: 'sales.ts',
  environments: { dev: { projectId: 10001, identifier: 'retail', region: 'cn-shanghai' } },
  custom: [owned, nightOnly, ...sqlRules()],
})
