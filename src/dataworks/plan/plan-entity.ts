import type { Entity } from '../../document/index/entity.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { type DeployedEntity, entityIn, entityPath, readDeployedEntity } from '../workspace/deployed-entity.ts'
import { eachBounded } from '../workspace/each-bounded.ts'
import { type DeployedEntityKind, entityOperations, type ListedEntity } from '../workspace/entity-operations.ts'
import type { WorkspaceCall } from '../workspace/workspace-call.ts'
import { isMove, partDifference } from './compare-workflow.ts'
import type { EntityRecord } from './deploy-record.ts'
import { fingerprint } from './fingerprint.ts'
import { conflictOf, originOf } from './origins.ts'
import type { PlanChange } from './plan-change.ts'
import type { EntitySource } from './plan-source.ts'

/** What is to become of a resource or a function. */
export interface EntityPlan {
  readonly source: EntitySource
  readonly entity: Entity
  readonly path: string
  readonly deployed: DeployedEntity | undefined
  /** The hash of what the service has; undefined when it has none. */
  readonly seen: string | undefined
  readonly change: PlanChange
}

/** Of resources and functions what the last deploy left, by kind. */
export type EntityRecords = Readonly<Record<DeployedEntityKind, readonly EntityRecord[]>>

/** How entities are planned. */
export interface EntitySearch extends WorkspaceCall {
  readonly records: EntityRecords
  readonly concurrency: number
}

/** From so many on, a list is read whole; fewer are each looked for by name. */
const worthWholeList = 6

/** Compares resources and functions with what the service has under their names. */
export async function planEntities(
  client: DataWorksClient,
  sources: readonly EntitySource[],
  search: EntitySearch,
): Promise<readonly EntityPlan[]> {
  const listed = new Map<DeployedEntityKind, readonly ListedEntity[]>()
  for (const kind of ['Resource', 'Function'] as const) {
    const names = sources.flatMap((source) => (source.kind === kind ? [source.name] : []))
    listed.set(kind, await listEntities(client, kind, names, search))
  }
  return await eachBounded(sources, search.concurrency, async (source) => {
    const entity = entityIn(source.document, source.kind)
    if (entity === undefined) throw new TypeError(`the document of ${source.name} holds no ${source.kind}`)
    const record = search.records[source.kind].find(({ name }) => name === source.name)
    const id = chosenId(listed.get(source.kind) ?? [], source.name, entityPath(entity), record)
    const deployed = id === undefined ? undefined : await readDeployedEntity(client, source.kind, id, search)
    return planOf(source, entity, deployed, record)
  })
}

async function listEntities(
  client: DataWorksClient,
  kind: DeployedEntityKind,
  names: readonly string[],
  { projectId, signal, concurrency }: EntitySearch,
): Promise<readonly ListedEntity[]> {
  const searches = names.length < worthWholeList ? names : [undefined]
  const operations = entityOperations(client, kind)
  const found = await eachBounded(searches, concurrency, async (name) => {
    const all: ListedEntity[] = []
    for await (const one of operations.each({ projectId, name }, { signal })) all.push(one)
    return all
  })
  return found.flat()
}

function chosenId(
  listed: readonly ListedEntity[],
  name: string,
  path: string,
  record: EntityRecord | undefined,
): string | undefined {
  const named = listed.filter((one) => one.name === name)
  const meant =
    named.find(({ id }) => id === record?.id) ?? named.find(({ script }) => script.path === path) ?? named[0]
  return meant?.id ?? record?.id
}

function planOf(
  source: EntitySource,
  entity: Entity,
  deployed: DeployedEntity | undefined,
  record: EntityRecord | undefined,
): EntityPlan {
  const path = entityPath(entity)
  const kind = source.kind === 'Resource' ? 'resource' : 'function'
  const whole = { kind, name: source.name, path } as const
  if (deployed === undefined) {
    return { source, entity, path, deployed, seen: undefined, change: { action: 'create', ...whole, fields: [] } }
  }
  const difference = partDifference(entity, deployed.entity, path)
  const isSame = difference.fields.length === 0 && difference.code === undefined
  const action = isSame ? 'unchanged' : difference.fields.some(isMove) ? 'move' : 'update'
  const seen = fingerprint(deployed.entity)
  const origin = originOf(record, { source: fingerprint(entity), deployed: seen })
  const change = conflictOf({ action, ...whole, id: deployed.id, ...difference }, origin, deployed.modifyTime)
  return { source, entity, path, deployed, seen, change }
}

/** A resource or a function that was deployed before and that the documents have no more. */
export interface GoneEntity {
  readonly kind: DeployedEntityKind
  readonly deployed: DeployedEntity
}

/** The resources and functions of earlier deploys that no document has, as far as they are still there. */
export async function findGoneEntities(
  client: DataWorksClient,
  plans: readonly EntityPlan[],
  search: EntitySearch,
): Promise<readonly GoneEntity[]> {
  const taken = new Set(plans.flatMap(({ source, deployed }) => [`${source.kind}/${source.name}`, deployed?.id]))
  const gone = (['Function', 'Resource'] as const).flatMap((kind) =>
    search.records[kind].flatMap(({ name, id }) =>
      taken.has(`${kind}/${name}`) || taken.has(id) ? [] : [{ kind, id }],
    ),
  )
  const found = await eachBounded(gone, search.concurrency, async ({ kind, id }) => {
    const deployed = await readDeployedEntity(client, kind, id, search)
    return deployed === undefined ? [] : [{ kind, deployed }]
  })
  return found.flat()
}
