import { duplicateName } from '../wire/error-catalogue.ts'
import type { ImportContext } from './context.ts'

/** Refuses a name that another node has, in the workspace or in the workflow, as `uniqueNodeNames` says. */
export function requireOwnName(
  { service, project, workflowId }: Pick<ImportContext, 'service' | 'project' | 'workflowId'>,
  name: string,
  id: string,
  path: string,
): void {
  const everywhere = service.settings.uniqueNodeNames === 'project'
  const isTaken = project
    .nodesNamed(name)
    .some((node) => node.id !== id && (everywhere || node.workflowId === workflowId))
  if (isTaken) throw duplicateName('Node', name, path)
}
