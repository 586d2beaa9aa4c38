import type { Entity } from '../../document/index/entity.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import { entityKinds } from '../../language/entity-kinds.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { ifFound } from '../errors/data-works-error.ts'
import { parseExact } from '../operations/parse-exact.ts'
import { unreadableSpec } from './answered-spec.ts'
import { type DeployedEntityKind, entityOperations } from './entity-operations.ts'
import type { WorkspaceCall } from './workspace-call.ts'

/** A resource or a function as the service has it. */
export interface DeployedEntity {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly modifyTime: number | undefined
  readonly document: ReadDocument
  readonly entity: Entity
}

/** Reads a resource or a function by its id; undefined when there is none. */
export async function readDeployedEntity(
  client: DataWorksClient,
  kind: DeployedEntityKind,
  id: string,
  { projectId, signal }: WorkspaceCall,
): Promise<DeployedEntity | undefined> {
  const definition = await ifFound(entityOperations(client, kind).get({ id, projectId }, { signal }))
  if (definition === undefined) return undefined
  const document = parseExact(definition.spec)
  const entity = isRecord(document) ? entityIn(document, kind) : undefined
  if (!isRecord(document) || entity === undefined) {
    const subject = `${kind.toLowerCase()} ${id}`
    throw unreadableSpec(`the Spec of ${subject} is not a document of one`, `Get${kind}`, definition)
  }
  const name = readText(entity.value, 'name') ?? definition.name ?? ''
  const path = entityPath(entity)
  return { id: definition.id, name, path, modifyTime: definition.modifyTime, document, entity }
}

/** The resource or function that a document is about. */
export function entityIn(document: object, kind: DeployedEntityKind): Entity | undefined {
  return indexSpec(document).entitiesOf(entityKinds[kind].entity)[0]
}

/** Where a resource or function stands in Data Studio, its name included. */
export function entityPath({ value }: Entity): string {
  return readText(value['script'], 'path') || (readText(value, 'name') ?? '')
}
