import { notAWorkflowCommand } from '../errors/error-catalogue.ts'
import { readObject, readPlainText } from '../json/json-object.ts'
import { checkEntity } from './check-entity.ts'
import { type SpecDocument, workflowPath } from './spec-document.ts'

/** Checks a workflow without its nodes, and gives its name. */
export function checkWorkflow({ kind, workflow }: SpecDocument): string {
  const name = checkEntity(workflow, workflowPath, true)
  const command = readPlainText(readObject(readObject(workflow, 'script'), 'runtime'), 'command') ?? ''
  const allowed = kind === 'ManualWorkflow' ? ['WORKFLOW', 'MANUAL_WORKFLOW'] : ['WORKFLOW']
  if (!allowed.includes(command)) throw notAWorkflowCommand(command, `${workflowPath}.script.runtime.command`)
  return name
}
