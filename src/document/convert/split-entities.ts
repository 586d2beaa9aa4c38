import { joinPointer } from '../../diagnostics/json-pointer.ts'
import { entityKinds, everyEntityKind } from '../../language/entity-kinds.ts'
import { pointerOf } from '../index/entity.ts'
import type { FlowEntry } from '../index/spec-index.ts'
import { isRecord, itemsOf, readText } from '../json/records.ts'
import type { CopiedFields } from './resolved-copy.ts'
import { leaveOthers, type SplitContext } from './split-context.ts'
import type { DependencySplitter } from './split-dependencies.ts'

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

/** A workflow without what stands in it; of which type it is may be said in the body alone. */
function ownFields(workflow: CopiedFields, { spec }: SplitContext): CopiedFields {
  const own = Object.fromEntries(Object.entries(workflow).filter(([field]) => !ofBundle.has(field)))
  return own['type'] === undefined && spec['type'] !== undefined ? { ...own, type: spec['type'] } : own
}

/** Makes a document of each workflow, with what it itself depends on, without its nodes and their dependencies. */
export function splitWorkflows(context: SplitContext, splitter: DependencySplitter): void {
  const { index, spec, kind, documents, done } = context
  const add = (value: CopiedFields, dependencies: readonly CopiedFields[] = []): void => {
    const workflows = [context.copy(ownFields(value, context), 'Workflow')]
    const body = dependencies.length === 0 ? { workflows } : { workflows, dependencies }
    documents.push({ kind, id: readText(value, 'id'), spec: body })
  }
  const flows = index.flows.filter(({ entity }) => entity.name === 'Workflow')
  const body = index.flows.find(({ entity }) => entity.name === 'Spec')
  for (const flow of flows) {
    add(flow.entity.value, body && splitter.ofFlow(body).get(flow))
    leaveContainer(flow, context)
    leaveUnread(flow, context)
  }
  if (body === undefined || flows.length > 0 || kind !== 'ManualWorkflow' || readText(spec, 'name') === undefined)
    return
  add(manualWorkflow(context))
  leaveContainer(body, context)
  for (const field of [...ofManualWorkflow, 'variables']) done.add(field)
}

/** What others refer to by id, which is written in place of the reference. */
const pools = ['variables', 'triggers', 'scripts', 'runtimeResources', 'datasources', 'artifacts', 'files']

const oneEntity = 'a document of version 2.0.0 holds one entity'

/** Makes a document of each entity that is none of a workflow. */
export function splitEntities(context: SplitContext): void {
  const { spec, kind, documents, done } = context
  for (const ownKind of everyEntityKind()) {
    const { list: field, entity } = entityKinds[ownKind]
    const list = spec[field]
    // In a document of another kind, data sources are what others refer to.
    if (!Array.isArray(list) || (ownKind === 'DataSource' && kind !== ownKind)) continue
    done.add(field)
    for (const item of list.filter(isRecord)) {
      documents.push({ kind: ownKind, id: readText(item, 'id'), spec: { [field]: [context.copy(item, entity)] } })
    }
    leaveOthers(list, joinPointer(context.base, field), context)
  }
}

/** Says which entities of a pool nothing refers to. */
function leaveUnused(value: unknown, path: string, { used, leave }: SplitContext): void {
  const groups = Array.isArray(value) ? [[path, value] as const] : []
  const named = isRecord(value)
    ? Object.entries(value).map(([key, list]) => [joinPointer(path, key), list] as const)
    : []
  for (const [at, list] of [...groups, ...named]) {
    for (const [position, item] of itemsOf(list).entries()) {
      if (!used.has(item)) leave(joinPointer(at, position), `Nothing refers to it, and ${oneEntity}.`)
    }
  }
}

/** Whether a document says it by its kind, or each workflow in a field of its own. */
function isImplied(field: string, value: unknown, { index, kind, documents }: SplitContext): boolean {
  const workflows = index.flows.filter(({ entity }) => entity.name === 'Workflow')
  // A workflow that does not say its type has that of the body.
  if (field === 'type' && workflows.length > 0)
    return workflows.every(({ entity }) => (entity.value[field] ?? value) === value)
  if (field === 'type' && value === kind) return documents.some((document) => document.kind === kind)
  return workflows.length > 0 && workflows.every(({ entity }) => entity.value[field] === value)
}

/** Says that no document is of the kind of the bundle: a node that stands in no workflow becomes one of kind Node. */
export function leaveKind({ kind, documents, leave }: SplitContext, given: unknown): void {
  if (given === undefined || documents.some((document) => document.kind === kind)) return
  const kinds = [...new Set(documents.map((document) => document.kind))].join(', ')
  leave('/kind', `In version 2.0.0 what stands in it is of kind ${kinds}, and nothing says ${kind}.`)
}

/** Says what of the body is in no document. */
export function leaveRest(context: SplitContext): void {
  const { spec, base, done, index, leave } = context
  const body = index.flows.find(({ entity }) => entity.name === 'Spec')
  const edges = body?.dependencies[0]
  if (edges !== undefined) done.add(edges.spelling)
  for (const field of ['workflows', 'nodes']) {
    const list = spec[field]
    if (!Array.isArray(list)) continue
    done.add(field)
    leaveOthers(list, joinPointer(base, field), context)
  }
  for (const [field, value] of Object.entries(spec)) {
    const path = joinPointer(base, field)
    const isEmpty = Array.isArray(value) && value.length === 0
    if (isEmpty || done.has(field) || isImplied(field, value, context)) continue
    if (pools.includes(field)) leaveUnused(value, path, context)
    else leave(path, `It is of the bundle, and ${oneEntity}.`)
  }
}
