import type { CallOptions } from '../client/client-options.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import type { Id } from '../operations/operation.ts'
import type { CreateResourceParams, UpdateResourceParams } from '../operations/resources.ts'
import type { Changed, EntityParams, MoveParams, UpdateParams } from '../operations/shared/changing.ts'
import type { Created, Definition } from '../operations/shared/from-document.ts'

/** The kinds of documents, beside workflows, that are deployed. */
export type DeployedEntityKind = 'Function' | 'Resource'

/** A resource or a function in a list. */
export interface ListedEntity {
  readonly id: string
  readonly name: string
  readonly modifyTime: number | undefined
  readonly script: { readonly path: string | undefined }
}

/** What a client does with things of a kind. */
export interface EntityOperations {
  each(params: { projectId: Id; name?: string | undefined }, options?: CallOptions): AsyncIterable<ListedEntity>
  get(params: EntityParams, options?: CallOptions): Promise<Definition>
  create(params: CreateResourceParams, options?: CallOptions): Promise<Created>
  update(params: UpdateResourceParams, options?: CallOptions): Promise<Changed>
  move(params: MoveParams, options?: CallOptions): Promise<Changed>
  delete(params: EntityParams, options?: CallOptions): Promise<Changed>
}

/** The operations of a client on resources, or on functions, whose code is in resources and which take no file. */
export function entityOperations(client: DataWorksClient, kind: DeployedEntityKind): EntityOperations {
  if (kind === 'Resource') {
    return {
      each: client.eachResource,
      get: client.getResource,
      create: client.createResource,
      update: client.updateResource,
      move: client.moveResource,
      delete: client.deleteResource,
    }
  }
  return {
    each: client.eachFunction,
    get: client.getFunction,
    create: async ({ projectId, spec }, options) => await client.createFunction({ projectId, spec }, options),
    update: async ({ id, projectId, spec }: UpdateParams, options) =>
      await client.updateFunction({ id, projectId, spec }, options),
    move: client.moveFunction,
    delete: client.deleteFunction,
  }
}
