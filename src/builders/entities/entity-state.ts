import type { FlowScript } from '../../model/generated/types.ts'
import type { Chain } from '../chain.ts'
import type { CopiedJson } from '../copy-json.ts'
import type { BuilderSuppression } from '../suppression.ts'
import type { EntityKind } from './entity-kind.ts'

/** Fields of an entity as the wire spells them. */
export type EntityFields = Readonly<Record<string, unknown>>

/** Everything an entity builder knows. Never changed: each step makes a new one. */
export interface EntityState {
  readonly kind: EntityKind
  readonly name: string
  /** The entity as it was read. What was set is laid over it, and nothing else is added. */
  readonly base?: EntityFields
  /** The fields that were set, but for the script. */
  readonly fields: EntityFields
  /** The fields of the script that were set; undefined for an entity that has no script. */
  readonly script?: Partial<FlowScript>
  /** The node type the service knows the entity by, such as `ODPS_JAR`. */
  readonly command?: string
  /** The file of the code, and the field the code goes into: that of the entity, or else the content of the script. */
  readonly codeFile?: { readonly place: string | URL; readonly field?: string } | undefined
  readonly extra?: Chain<CopiedJson> | undefined
  readonly suppressions?: Chain<BuilderSuppression> | undefined
}
