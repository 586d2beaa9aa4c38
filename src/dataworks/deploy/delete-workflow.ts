import { isDataWorksError } from '../errors/data-works-error.ts'
import type { GoneWorkflow } from '../plan/renamed-workflows.ts'
import { unpublish } from '../publish/publish.ts'
import type { DeployRun } from './deploy-run.ts'

/** Deletes a workflow that the project has no more; one that is published is taken offline first, which the service asks for. */
export async function deleteWorkflow({ record, deployed }: GoneWorkflow, run: DeployRun): Promise<void> {
  const { projectId, signal, wait } = run.options
  const { id } = deployed
  const { client } = run.counted
  if (deployed.isPublished) await unpublish(client, { projectId, signal, wait, workflowIds: [id] })
  try {
    await client.deleteWorkflowDefinition({ id, projectId }, { signal })
  } catch (error) {
    // Somebody else took it away meanwhile, which is what was wanted.
    if (!isDataWorksError(error) || error.kind !== 'not-found') throw error
  }
  run.report({ code: 'changed', action: 'delete', kind: 'workflow', name: record.name, id })
}
