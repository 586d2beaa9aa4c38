import { addToGroup } from '../../document/add-to-group.ts'
import type { Entity } from '../../document/entity.ts'
import { readText } from '../../document/read-text.ts'
import { findingAt } from '../finding-at.ts'
import type { Rule } from '../rule.ts'

/** Two workflows have one name. */
export const nameDuplicateWorkflow: Rule = {
  name: 'name/duplicate-workflow',
  severity: 'error',
  summary: 'Two workflows have the same name.',
  evidence: 'Workflow names are unique in a workspace.',
  run(index, report) {
    const byName = new Map<string, Entity[]>()
    for (const workflow of index.entitiesOf('Workflow')) {
      const name = readText(workflow.value, 'name')
      if (name !== undefined) addToGroup(byName, name, workflow)
    }
    for (const [name, [, ...others]] of byName) {
      for (const other of others)
        report(findingAt(other, 'name', { message: `A second workflow is called '${name}'.` }))
    }
  },
}
