import { indexSpec } from '../../document/index/index-spec.ts'
import { isMove } from '../plan/compare-workflow.ts'
import type { WorkflowPlan } from '../plan/plan-workflow.ts'
import type { DeployRun } from './deploy-run.ts'
import { workflowDocument } from './node-document.ts'

/** Brings a workflow that is there to its name, its place and what else its document says of it; its nodes stay. */
export async function writeWorkflow(plan: WorkflowPlan, run: DeployRun): Promise<void> {
  const { source, pinned, deployed, changes } = plan
  const change = changes.find(({ kind }) => kind === 'workflow')
  if (deployed === undefined || change === undefined || change.fields.length === 0) return
  const { client } = run.counted
  const { projectId, signal } = run.options
  const { id } = deployed
  if (deployed.name !== source.name)
    await client.renameWorkflowDefinition({ id, projectId, name: source.name }, { signal })
  const folder = change.path.split('/').slice(0, -1).join('/')
  // Without a folder there is nothing that the operation could be given: the update then says the path.
  const isMoved = folder !== '' && deployed.path.split('/').slice(0, -1).join('/') !== folder
  if (isMoved) await client.moveWorkflowDefinition({ id, projectId, path: folder }, { signal })
  if (!isMoved || change.fields.some((field) => !isMove(field))) {
    const spec = workflowDocument(indexSpec(pinned.document))
    await client.updateWorkflowDefinition({ id, projectId, spec }, { signal })
  }
  run.report({ code: 'changed', action: change.action, kind: 'workflow', name: source.name, id })
}
