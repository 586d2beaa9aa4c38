import { joinPointer } from '../diagnostics/json-pointer.ts'
import { pointerOf } from '../document/entity.ts'
import { readText } from '../document/read-text.ts'
import type { FlowEntry } from '../document/spec-index.ts'
import type { CopiedFields } from './copy-entity.ts'
import { leaveOthers } from './leave-others.ts'
import type { SplitContext } from './split-context.ts'

const ofManualWorkflow = ['id', 'name', 'type', 'owner', 'description', 'strategy']
const ofBundle: ReadonlySet<string> = new Set(['nodes', 'dependencies', 'flow'])

function leaveContainer({ entity, nodes }: FlowEntry, { leave }: SplitContext): void {
  if (nodes.length === 0) return
  const name = readText(entity.value, 'name') ?? ''
  const reason = `No document says that these nodes stand in workflow "${name}": the request that makes a node does.`
  leave(`${pointerOf(entity)}/nodes`, reason)
}

/** What no reader takes for a node, and edges in a second spelling, of which one is read. */
function leaveUnread({ entity, dependencies }: FlowEntry, context: SplitContext): void {
  const path = pointerOf(entity)
  leaveOthers(entity.value['nodes'], joinPointer(path, 'nodes'), context)
  if (Array.isArray(entity.value['flow']) && dependencies[0]?.spelling === 'dependencies') {
    context.leave(joinPointer(path, 'flow'), 'The dependencies stand in "dependencies", beside which it is not read.')
  }
}

/** Before 2.0.0, the body of the document was the manual workflow itself. */
function manualWorkflow({ spec }: SplitContext): CopiedFields {
  const fields = ofManualWorkflow.filter((field) => spec[field] !== undefined).map((field) => [field, spec[field]])
  const parameters = spec['variables'] === undefined ? {} : { parameters: spec['variables'] }
  const script = { path: spec['name'], runtime: { command: 'MANUAL_WORKFLOW' }, ...parameters }
  return { ...Object.fromEntries(fields), script, trigger: { type: 'Manual' } }
}

/** Makes a document of each workflow, without its nodes and their dependencies. */
export function splitWorkflows(context: SplitContext): void {
  const { index, spec, kind, documents, done } = context
  const add = (value: CopiedFields): void => {
    const own = Object.fromEntries(Object.entries(value).filter(([field]) => !ofBundle.has(field)))
    documents.push({ kind, id: readText(value, 'id'), spec: { workflows: [context.copy(own, 'Workflow')] } })
  }
  const flows = index.flows.filter(({ entity }) => entity.name === 'Workflow')
  for (const flow of flows) {
    add(flow.entity.value)
    leaveContainer(flow, context)
    leaveUnread(flow, context)
  }
  const body = index.flows.find(({ entity }) => entity.name === 'Spec')
  if (body === undefined || flows.length > 0 || kind !== 'ManualWorkflow' || readText(spec, 'name') === undefined)
    return
  add(manualWorkflow(context))
  leaveContainer(body, context)
  for (const field of [...ofManualWorkflow, 'variables']) done.add(field)
}
