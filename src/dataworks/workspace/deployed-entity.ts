import type { Entity } from '../../document/index/entity.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import { entityKinds } from '../../language/entity-kinds.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError, isDataWorksError } from '../errors/data-works-error.ts'
import { parseExact } from '../operations/parse-exact.ts'
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
  try {
    const definition = await entityOperations(client, kind).get({ id, projectId }, { signal })
    const document = parseExact(definition.spec)
    const entity = isRecord(document) ? entityIn(document, kind) : undefined
    if (!isRecord(document) || entity === undefined) throw unreadable(kind, id, definition.requestId)
    const name = readText(entity.value, 'name') ?? definition.name ?? ''
    const path = entityPath(entity)
    return { id: definition.id, name, path, modifyTime: definition.modifyTime, document, entity }
  } catch (error) {
    if (isDataWorksError(error) && error.kind === 'not-found') return undefined
    throw error
  }
}

/** The resource or function that a document is about. */
export function entityIn(document: object, kind: DeployedEntityKind): Entity | undefined {
  return indexSpec(document).entitiesOf(entityKinds[kind].entity)[0]
}

/** Where a resource or function stands in Data Studio, its name included. */
export function entityPath({ value }: Entity): string {
  return readText(value['script'], 'path') || (readText(value, 'name') ?? '')
}

function unreadable(kind: DeployedEntityKind, id: string, requestId: string | undefined): DataWorksError {
  return new DataWorksError({
    action: `Get${kind}`,
    kind: 'unreadable-answer',
    code: 'UnreadableAnswer',
    message: `the Spec of ${kind.toLowerCase()} ${id} is not a document of one`,
    requestId,
    retryable: true,
  })
}
