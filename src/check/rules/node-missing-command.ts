import { childEntity, hasShape } from '../../document/entity.ts'
import { readText } from '../../document/read-text.ts'
import { findingAt } from '../finding-at.ts'
import type { Rule } from '../rule.ts'

/** The script of a node or workflow names no command. */
export const nodeMissingCommand: Rule = {
  name: 'node/missing-command',
  severity: 'error',
  summary: 'The script of a node or workflow names no command.',
  evidence: 'The service answers "script.runtime.command is empty".',
  run(index, report) {
    for (const owner of [...index.entitiesOf('Workflow'), ...index.entitiesOf('Node')]) {
      const script = childEntity(owner, 'script')
      if (!hasShape(script)) continue
      const runtime = childEntity(script, 'runtime')
      if (runtime !== undefined && !hasShape(runtime)) continue
      const command = readText(runtime?.value, 'command')
      if (command !== undefined && command !== '') continue
      if (runtime?.value['commandTypeId'] !== undefined) continue
      const name = readText(owner.value, 'name') ?? ''
      const hint =
        owner.name === 'Workflow' ? 'The command of a workflow is WORKFLOW.' : 'Name the node type, such as ODPS_SQL.'
      report(findingAt(runtime ?? script, '', { message: `'${name}' has no script.runtime.command.`, hint }))
    }
  },
}
