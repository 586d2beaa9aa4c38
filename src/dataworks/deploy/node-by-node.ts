import { indexSpec } from '../../document/index/index-spec.ts'
import { DataWorksError, type LostParts } from '../errors/data-works-error.ts'
import { planWorkflow, type WorkflowPlan } from '../plan/plan-workflow.ts'
import { readDeployed } from '../workspace/deployed-workflow.ts'
import type { DeployRun } from './deploy-run.ts'
import { changedNodes, topLevelNodes } from './deploy-strategy.ts'
import { importPinned, type WrittenWorkflow } from './import-workflow.ts'
import { workflowDocument } from './node-document.ts'
import { unlistedEdges } from './unlisted-edges.ts'
import { writeNodes } from './write-nodes.ts'
import { writeWorkflow } from './write-workflow.ts'

/** How often nodes are written until what was lost of them is there. */
const mostPasses = 3

/**
 * Brings a workflow to what its document says node by node, each after those that it comes after, reads it back, and asks
 * of every node that was written whether its edges arrived; those that did not are sent again.
 */
export async function deployNodes(plan: WorkflowPlan, run: DeployRun): Promise<WrittenWorkflow> {
  let current = plan.deployed === undefined ? await withEmptyWorkflow(plan, run) : plan
  let names = changedNodes(current)
  for (let pass = 1; ; pass++) {
    await writeWorkflow(current, run)
    await writeNodes(current, names, run)
    const next = await lookAgain(current, current.deployed?.id ?? plan.pinned.workflowId, run)
    const lost = lostOf(next, await unlistedEdges(next, names, run))
    const count = lost.nodes.length + lost.edges.length
    const { deployed } = next
    if (deployed === undefined) throw vanished(plan)
    if (count === 0 || pass === mostPasses) {
      if (run.options.acceptDifferences !== true) refuseOther(next)
      return { workflowId: deployed.id, actual: deployed.index, lost }
    }
    run.report({ code: 'repairing', workflow: plan.source.name, workflowId: deployed.id, lost: count })
    names = topLevelNodes(next, [...lost.nodes, ...lost.edges.map(({ node }) => node)])
    current = next
  }
}

/**
 * Makes the workflow without its nodes. It is imported, and not created: an import with the id given makes one workflow
 * however often it is sent.
 */
async function withEmptyWorkflow(plan: WorkflowPlan, run: DeployRun): Promise<WorkflowPlan> {
  const document = workflowDocument(indexSpec(plan.pinned.document))
  const { workflowId } = await importPinned(plan, { ...plan.pinned, document }, undefined, run)
  return await lookAgain(plan, workflowId, run)
}

async function lookAgain({ source }: WorkflowPlan, id: string, run: DeployRun): Promise<WorkflowPlan> {
  const { client } = run.counted
  const deployed = await readDeployed(client, id, run.options)
  return await planWorkflow(client, { source, deployed, derivedId: id }, undefined, run.options)
}

/** What of a workflow is still not there. */
function lostOf({ changes }: WorkflowPlan, unlisted: LostParts['edges']): LostParts {
  const created = changes.filter(({ action }) => action === 'create')
  const nodes = created.flatMap(({ kind, name }) => (kind === 'node' ? [name] : []))
  const edges = created.flatMap(({ edge }) => (edge === undefined ? [] : [edge]))
  return { nodes, edges: [...new Set([...edges, ...unlisted])] }
}

/**
 * Refuses to call a workflow deployed that was read back as something else.
 *
 * @throws DataWorksError of kind `other-version`
 */
function refuseOther({ source, deployed, changes }: WorkflowPlan): void {
  const other = changes.filter(({ action, kind }) => action !== 'unchanged' && action !== 'create' && kind !== 'edge')
  if (other.length === 0) return
  const names = other.slice(0, 20).map(({ kind, name, fields }) => `${kind} '${name}' ${fields[0]?.path ?? 'code'}`)
  throw new DataWorksError({
    action: 'GetWorkflowDefinition',
    kind: 'other-version',
    code: 'OtherVersion',
    message: `workflow '${source.name}' (${deployed?.id ?? ''}) was read back as another version: ${names.join(', ')}`,
    hint: 'Somebody else deployed it at the same time, and their version stands. Agree on one and deploy it again. If it is the service that rewrites this, deploy with { acceptDifferences: true }.',
  })
}

function vanished({ source }: WorkflowPlan): DataWorksError {
  return new DataWorksError({
    action: 'GetWorkflowDefinition',
    kind: 'not-found',
    code: 'WorkflowGone',
    message: `workflow '${source.name}' was deleted by somebody else while it was deployed`,
    hint: 'Deploy again to make it anew.',
  })
}
