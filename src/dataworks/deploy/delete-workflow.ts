import { isDataWorksError } from '../errors/data-works-error.ts'
import type { GoneWorkflow } from '../plan/renamed-workflows.ts'
import type { DeployRun } from './deploy-run.ts'

/** Deletes a workflow that the project has no more. */
export async function deleteWorkflow({ record, deployed }: GoneWorkflow, run: DeployRun): Promise<void> {
  const { projectId, signal } = run.options
  const { id } = deployed
  try {
    await run.counted.client.deleteWorkflowDefinition({ id, projectId }, { signal })
  } catch (error) {
    // Somebody else took it away meanwhile, which is what was wanted.
    if (!isDataWorksError(error) || error.kind !== 'not-found') throw error
  }
  run.report({ code: 'changed', action: 'delete', kind: 'workflow', name: record.name, id })
}
