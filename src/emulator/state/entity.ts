import type { JsonObject } from '../wire/json.ts'

/** A resource, a function or a component as it is kept. */
export interface EntityRecord {
  readonly id: string
  readonly name: string
  readonly owner: string
  /** Milliseconds since 1970. */
  readonly createTime: number
  readonly modifyTime: number
  /** The entity as it is read back. */
  readonly body: JsonObject
  /** Where its file came from, when it has one. */
  readonly file: string | undefined
}

/** What is kept in a workspace beside workflows and nodes. */
export type EntityKind = 'Component' | 'Function' | 'Resource'
