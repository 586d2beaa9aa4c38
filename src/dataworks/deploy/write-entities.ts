import { showValue } from '../../diagnostics/show-value.ts'
import { DataWorksError, isDataWorksError } from '../errors/data-works-error.ts'
import { partDifference } from '../plan/compare-workflow.ts'
import type { EntityRecord } from '../plan/deploy-record.ts'
import { fingerprint } from '../plan/fingerprint.ts'
import type { EntityPlan, GoneEntity } from '../plan/plan-entity.ts'
import { type DeployedEntity, readDeployedEntity } from '../workspace/deployed-entity.ts'
import { eachBounded } from '../workspace/each-bounded.ts'
import { type EntityOperations, entityOperations } from '../workspace/entity-operations.ts'
import type { DeployRun } from './deploy-run.ts'

/** What the service has of the entities of a plan now. */
export type WrittenEntities = ReadonlyMap<EntityPlan, DeployedEntity>

/** Brings resources and then functions, whose code is in resources, to what their documents say. */
export async function writeEntities(plans: readonly EntityPlan[], run: DeployRun): Promise<WrittenEntities> {
  const written = new Map<EntityPlan, DeployedEntity>()
  for (const kind of ['Resource', 'Function'] as const) {
    await eachBounded(
      plans.filter(({ source, change }) => source.kind === kind && change.action !== 'unchanged'),
      run.concurrency,
      async (plan) => {
        written.set(plan, await writeEntity(plan, run))
      },
    )
  }
  return written
}

async function writeEntity(plan: EntityPlan, run: DeployRun): Promise<DeployedEntity> {
  const { source, deployed, change } = plan
  const { projectId, signal, resourceFile } = run.options
  const operations = entityOperations(run.counted.client, source.kind)
  const spec = source.document
  const file = source.kind === 'Resource' ? resourceFile?.(source.name) : undefined
  const params = { projectId, spec, ...(file === undefined ? {} : { resourceFile: file }) }
  let id = deployed?.id
  if (id === undefined) id = await createEntity(plan, operations, params, run)
  else {
    const folder = plan.path.split('/').slice(0, -1).join('/')
    const isMoved = deployed?.path !== plan.path && folder !== ''
    if (isMoved) await operations.move({ id, projectId, path: folder }, { signal })
    await operations.update({ id, ...params }, { signal })
  }
  run.report({ code: 'changed', action: change.action, kind: change.kind, name: change.name, id })
  return await readBack(plan, id, run)
}

/** Makes an entity; where it stays open whether it was made, looks for it instead of making it again. */
async function createEntity(
  { source }: EntityPlan,
  operations: EntityOperations,
  params: Parameters<EntityOperations['create']>[0],
  run: DeployRun,
): Promise<string> {
  const { projectId, signal } = run.options
  try {
    return (await operations.create(params, { signal })).id
  } catch (error) {
    if (!isDataWorksError(error) || !(error.ambiguous || error.kind === 'name-taken')) throw error
    for await (const one of operations.each({ projectId, name: source.name }, { signal })) {
      if (one.name === source.name) return one.id
    }
    throw error
  }
}

async function readBack({ source, entity, path }: EntityPlan, id: string, run: DeployRun): Promise<DeployedEntity> {
  const found = await readDeployedEntity(run.counted.client, source.kind, id, run.options)
  const what = `${source.kind.toLowerCase()} '${source.name}' (${id})`
  if (found === undefined) throw incomplete(source.kind, `${what} is not there after it was written`)
  const { fields, code } = partDifference(entity, found.entity, path)
  const [field] = fields
  if (field !== undefined) {
    const values = `${showValue(field.actual)}, and not ${showValue(field.expected)}`
    throw incomplete(source.kind, `${what} has in ${field.path} ${values}`)
  }
  if (code !== undefined) throw incomplete(source.kind, `${what} has another content than the document`)
  return found
}

function incomplete(kind: string, message: string): DataWorksError {
  return new DataWorksError({
    action: `Update${kind}`,
    kind: 'incomplete',
    code: 'IncompleteEntity',
    message,
    hint: 'The service leaves as it is what a document does not say, and rewrites some fields. Change it in the console, or say in the document what the service has.',
  })
}

/** Deletes functions and then resources that the project has no more. */
export async function deleteEntities(gone: readonly GoneEntity[], run: DeployRun): Promise<void> {
  const { projectId, signal } = run.options
  for (const { kind, deployed } of gone) {
    const { id, name } = deployed
    try {
      await entityOperations(run.counted.client, kind).delete({ id, projectId }, { signal })
    } catch (error) {
      // Somebody else took it away meanwhile, which is what was wanted.
      if (!isDataWorksError(error) || error.kind !== 'not-found') throw error
    }
    run.report({ code: 'changed', action: 'delete', kind: kind === 'Resource' ? 'resource' : 'function', name, id })
  }
}

/** What is remembered of a resource or function. */
export function entityRecord({ source, entity, path }: EntityPlan, { id, entity: has }: DeployedEntity): EntityRecord {
  return { name: source.name, path, id, source: fingerprint(entity), deployed: fingerprint(has) }
}
