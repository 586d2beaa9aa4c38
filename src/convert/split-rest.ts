import { joinPointer } from '../diagnostics/json-pointer.ts'
import { isRecord } from '../document/is-record.ts'
import { readText } from '../document/read-text.ts'
import { entityTable } from '../model/generated/entity-table.ts'
import { leaveOthers } from './leave-others.ts'
import type { SplitContext } from './split-context.ts'

/** Lists of the body whose entities have documents of their own, and the kind of those. */
const ownKinds: ReadonlyMap<string, string> = new Map([
  ['fileResources', 'Resource'],
  ['functions', 'Function'],
  ['components', 'Component'],
  ['dqcRules', 'DataQuality'],
  ['tables', 'Table'],
  ['dataIntegrationJobs', 'DataIntegrationJob'],
])

/** What others refer to by id, which is written in place of the reference. */
const pools = ['variables', 'triggers', 'scripts', 'runtimeResources', 'datasources', 'artifacts', 'files']

const oneEntity = 'a document of version 2.0.0 holds one entity'

/** Makes a document of each entity that is none of a workflow. */
export function splitEntities(context: SplitContext): void {
  const { spec, kind, documents, done } = context
  const kinds = kind === 'DataSource' ? new Map([...ownKinds, ['datasources', kind]]) : ownKinds
  for (const [field, ownKind] of kinds) {
    const list = spec[field]
    const entity = entityTable.Spec.children[field]?.entity
    if (!Array.isArray(list) || entity === undefined) continue
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
    for (const [place, item] of Array.isArray(list) ? list.entries() : []) {
      if (!used.has(item)) leave(joinPointer(at, place), `Nothing refers to it, and ${oneEntity}.`)
    }
  }
}

/** Whether a document says it by its kind, or each workflow in a field of its own. */
function isSaid(field: string, value: unknown, { index, kind }: SplitContext): boolean {
  const workflows = index.flows.filter(({ entity }) => entity.name === 'Workflow')
  if (field === 'type' && value === kind) return true
  return workflows.length > 0 && workflows.every(({ entity }) => entity.value[field] === value)
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
    if (isEmpty || done.has(field) || isSaid(field, value, context)) continue
    if (pools.includes(field)) leaveUnused(value, path, context)
    else leave(path, `It is of the bundle, and ${oneEntity}.`)
  }
}
