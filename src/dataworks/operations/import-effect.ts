import { isRecord } from '../../document/is-record.ts'
import { type Answer, objectIn, objectsIn, textIn } from './answer.ts'
import type { Effect } from './effect.ts'
import type { ImportWorkflowDefinitionParams } from './import-workflow-definition.ts'
import { parseExact } from './parse-exact.ts'
import { isServiceId } from './service-id.ts'

function hasServiceId(entity: Answer): boolean {
  return isServiceId(textIn(entity, 'id'))
}

/** Whether the workflow and every node of a document carry ids of the service's kind. */
function isPinned(document: unknown): boolean {
  if (!isRecord(document)) return false
  const workflow = objectsIn(objectIn(document, 'spec'), 'workflows')[0]
  return workflow !== undefined && hasServiceId(workflow) && objectsIn(workflow, 'nodes').every(hasServiceId)
}

/**
 * What an import does when it is repeated. With every id given it updates the same workflow and nodes each time; without
 * it makes new ones. A dry run keeps nothing.
 */
export function importEffect(params: ImportWorkflowDefinitionParams): Effect {
  if (params.dryRun === true) return 'read'
  return isPinned(typeof params.spec === 'string' ? parseExact(params.spec) : params.spec) ? 'replace' : 'create'
}
