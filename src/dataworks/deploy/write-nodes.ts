import { indexSpec } from '../../document/index/index-spec.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import { type DataWorksError, isDataWorksError } from '../errors/data-works-error.ts'
import type { WorkflowPlan } from '../plan/plan-workflow.ts'
import { pinIndexed } from '../submit/pin-ids.ts'
import { serviceNodeIds } from '../workspace/deployed-workflow.ts'
import { eachBounded } from '../workspace/each-bounded.ts'
import { orderedSteps } from '../workspace/ordered-steps.ts'
import type { DeployRun } from './deploy-run.ts'
import { isNamedByItself, nodeDocuments, sceneOf, withoutOwnOutput } from './node-document.ts'

/** Writes nodes of a workflow that is there, each after those that it comes after, and takes away those that are to go. */
export async function writeNodes(plan: WorkflowPlan, names: ReadonlySet<string>, run: DeployRun): Promise<void> {
  const { parts, source, deployed } = plan
  if (deployed === undefined) return
  const projectId = String(BigInt(run.options.projectId))
  const workflowId = deployed.id
  const ids = new Map(serviceNodeIds(deployed.index))
  const pinnedNodes = (): ReadonlyMap<string, ReadDocument> =>
    nodeDocuments(indexSpec(pinIndexed(source.index, { projectId, workflowId, nodeIds: ids }).document))
  let documents = pinnedNodes()
  const upstream = upstreamNames(plan)
  const order = orderedSteps(
    [...names].filter((name) => documents.has(name)),
    (name) => upstream.get(name) ?? [],
  )
  for (const step of [...order.steps, ...order.circle.map((name) => [name])]) {
    const made = step.filter((name) => !ids.has(name))
    const write = async (name: string): Promise<void> => {
      const spec = documents.get(name)
      if (spec !== undefined) ids.set(name, await writeNode({ name, id: ids.get(name), spec, workflowId, plan }, run))
    }
    await eachBounded(step, run.concurrency, write)
    if (made.length === 0) continue
    // A node that was made got an id of the service's own, which what comes after it is told, and its own branches too.
    documents = pinnedNodes()
    const branching = made.filter((name) => isNamedByItself(documents.get(name) ?? {}))
    await eachBounded(branching, run.concurrency, write)
  }
  const gone = [...names].filter((name) => !parts.nodes.has(name))
  await eachBounded(gone, run.concurrency, async (name) => {
    const id = ids.get(name)
    if (id !== undefined) await deleteNode(name, id, run)
  })
}

function upstreamNames({ parts }: WorkflowPlan): ReadonlyMap<string, readonly string[]> {
  const upstream = new Map<string, string[]>()
  for (const { node, upstream: before, external } of parts.edges.values()) {
    if (!external) upstream.set(node, [...(upstream.get(node) ?? []), before])
  }
  return upstream
}

/** A node that is to be written. */
interface NodeOrder {
  readonly name: string
  /** Undefined for one that is not there yet. */
  readonly id: string | undefined
  readonly spec: ReadDocument
  readonly workflowId: string
  readonly plan: WorkflowPlan
}

async function writeNode(order: NodeOrder, run: DeployRun): Promise<string> {
  const { name, id, spec } = order
  const { projectId, signal } = run.options
  if (id === undefined) return await createNode(order, run)
  await run.counted.client.updateNode({ id, projectId, spec }, { signal })
  run.report({ code: 'changed', action: 'update', kind: 'node', name, id })
  return id
}

/** Makes a node; where it stays open whether it was made, looks for it instead of making it again. */
async function createNode(order: NodeOrder, run: DeployRun): Promise<string> {
  const { name, spec, workflowId, plan } = order
  const { projectId, signal } = run.options
  const scene = sceneOf(plan.source.type)
  const params = { projectId, scene, containerId: workflowId, spec: withoutOwnOutput(spec) }
  let id: string
  try {
    id = (await run.counted.client.createNode(params, { signal })).id
  } catch (error) {
    if (!isDataWorksError(error) || !(error.ambiguous || error.kind === 'name-taken')) throw error
    id = await findMade(order, run, error)
  }
  run.report({ code: 'changed', action: 'create', kind: 'node', name, id })
  return id
}

async function findMade({ name, workflowId }: NodeOrder, run: DeployRun, error: DataWorksError): Promise<string> {
  const { projectId, signal } = run.options
  const nodes = run.counted.client.eachNode({ projectId, containerId: workflowId, name }, { signal })
  for await (const node of nodes) if (node.name === name) return node.id
  throw error
}

async function deleteNode(name: string, id: string, run: DeployRun): Promise<void> {
  const { projectId, signal } = run.options
  try {
    await run.counted.client.deleteNode({ id, projectId }, { signal })
  } catch (error) {
    // Somebody else took it away meanwhile, which is what was wanted.
    if (!isDataWorksError(error) || error.kind !== 'not-found') throw error
  }
  run.report({ code: 'changed', action: 'delete', kind: 'node', name, id })
}
