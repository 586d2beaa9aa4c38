import type { FieldChange } from '../../document/compare/field-changes.ts'
import type { NamedEdge } from '../../document/compare/named-edge.ts'
import { changesOfPart } from '../../document/compare/spec-diff.ts'
import { unifiedDiff } from '../../document/compare/text-diff.ts'
import type { Entity } from '../../document/index/entity.ts'
import type { NodeEntry } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import { isServiceId } from '../operations/service-id.ts'
import { edgeText } from './edge-text.ts'
import type { PlanChange } from './plan-change.ts'
import type { WorkflowParts } from './workflow-parts.ts'

const contentPath = '/script/content'
const scriptPath = '/script/path'

/** How two parts differ: field by field, and their code line by line. */
export function partDifference(
  expected: Entity,
  actual: Entity,
  path: string,
): Pick<PlanChange, 'fields'> & { readonly code?: string } {
  const fields = changesOfPart(expected, actual)
  const content = fields.find((change) => change.path === contentPath)
  if (content === undefined) return { fields }
  const names = { before: `${path} (deployed)`, after: `${path} (code)` }
  const code = unifiedDiff(textOf(content.actual), textOf(content.expected), names)
  return { fields: fields.filter((change) => change !== content), ...(code === '' ? {} : { code }) }
}

function textOf(content: unknown): string {
  return content === undefined || content === null ? '' : String(content)
}

/** Whether a part that is there differs. */
function actionOf({ fields, code }: ReturnType<typeof partDifference>): 'unchanged' | 'update' {
  return fields.length === 0 && code === undefined ? 'unchanged' : 'update'
}

/** What a deploy does to the workflow itself, its nodes and edges left out. */
export function workflowChange(source: WorkflowParts, deployed: WorkflowParts | undefined): PlanChange {
  const { value } = source.workflow
  const name = readText(value, 'name') ?? ''
  const path = readText(value['script'], 'path') || name
  const whole = { kind: 'workflow', name, path } as const
  if (deployed === undefined) return { action: 'create', ...whole, fields: [] }
  const id = readText(deployed.workflow.value, 'id')
  const difference = partDifference(source.workflow, deployed.workflow, path)
  const isMoved = difference.fields.some(isMove)
  const action = isMoved ? 'move' : actionOf(difference)
  return { action, ...whole, ...(id === undefined ? {} : { id }), ...difference }
}

/** Whether a change of a workflow is that of its place. */
export function isMove({ path }: FieldChange): boolean {
  return path === scriptPath || path === '/name'
}

/** The nodes of a workflow beside those that the service has in their places. */
export interface NodePair {
  readonly place: string
  readonly source: NodeEntry | undefined
  readonly deployed: NodeEntry | undefined
}

/** Pairs nodes by their places, and by the ids that documents give those which were renamed. */
export function pairNodes(source: WorkflowParts, deployed: WorkflowParts | undefined): readonly NodePair[] {
  const others = new Map(deployed?.nodes)
  const pairs: { place: string; source: NodeEntry; deployed: NodeEntry | undefined }[] = []
  for (const [place, node] of source.nodes) {
    pairs.push({ place, source: node, deployed: others.get(place) })
    others.delete(place)
  }
  const byId = new Map([...others].map(([place, node]) => [node.id, { place, node }] as const))
  for (const pair of pairs) {
    const { id } = pair.source
    const found = pair.deployed === undefined && isServiceId(id) ? byId.get(id) : undefined
    if (found === undefined) continue
    pair.deployed = found.node
    others.delete(found.place)
  }
  return [...pairs, ...[...others].map(([place, node]) => ({ place, source: undefined, deployed: node }))]
}

/** What a deploy does to a node. */
export function nodeChange({ place, source, deployed }: NodePair, workflowPath: string): PlanChange {
  const path = `${workflowPath}/${place}`
  const name = source?.name ?? deployed?.name ?? source?.key ?? deployed?.key ?? ''
  const node = { kind: 'node', name, path, ...(deployed?.id === undefined ? {} : { id: deployed.id }) } as const
  if (deployed === undefined) return { action: 'create', ...node, fields: [] }
  if (source === undefined) return { action: 'delete', ...node, fields: [] }
  const difference = partDifference(source.entity, deployed.entity, path)
  return { action: actionOf(difference), ...node, ...difference }
}

/**
 * What a deploy does to the edges of a workflow.
 *
 * @param hidden - edges of the service that its definition of the workflow does not tell of
 */
export function edgeChanges(
  source: WorkflowParts,
  deployed: WorkflowParts | undefined,
  workflowPath: string,
  hidden: ReadonlySet<NamedEdge> = new Set(),
): readonly PlanChange[] {
  const change = (action: 'create' | 'delete' | 'unchanged', edge: NamedEdge): PlanChange => {
    const path = edge.ofWorkflow === true ? workflowPath : `${workflowPath}/${edge.node}`
    return { action, kind: 'edge', name: edgeText(edge), path, fields: [], edge }
  }
  const others = deployed?.edges ?? new Map<string, NamedEdge>()
  return [
    ...[...source.edges].map(([key, edge]) =>
      change(others.has(key) || hidden.has(edge) ? 'unchanged' : 'create', edge),
    ),
    ...[...others].filter(([key]) => !source.edges.has(key)).map(([, edge]) => change('delete', edge)),
  ]
}
