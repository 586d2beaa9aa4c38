import type { CodeText } from '../code-text.ts'
import { textOf } from '../code-text.ts'
import type { ScriptedEntity } from './entity-builder.ts'
import { EntityImpl } from './entity-impl.ts'

/** A job of Data Integration being written. See {@link EntityBuilder} for what all entities have in common. */
export interface DataIntegrationJobBuilder<Name extends string = string>
  extends ScriptedEntity<Name, 'DataIntegrationJob'> {
  /** Sets the job: what `dataIntegration()` made, or JSON text. */
  code(content: CodeText): this
}

class DataIntegrationJobImpl<Name extends string>
  extends EntityImpl<Name, 'DataIntegrationJob'>
  implements DataIntegrationJobBuilder<Name>
{
  code(content: CodeText): this {
    return this.setScript({ content: textOf(content) })
  }
}

/**
 * A job of Data Integration (kind DataIntegrationJob) that stands on its own. A job that runs as a node of a workflow is
 * `di(name).code(dataIntegration()…)`. The source is the reference model of the language.
 *
 * @param name - name of the job, unique in the workspace
 *
 * @example
 * ```ts
 * import { dataIntegration, dataIntegrationJob } from 'flowspec'
 *
 * const copy = dataIntegration()
 *   .reader('mysql', { datasource: 'orders_db', table: ['orders'], column: ['*'] })
 *   .writer('odps', { datasource: 'odps_first', table: 'ods_orders', column: ['*'] })
 *
 * const document = dataIntegrationJob('copy_orders').code(copy).build()
 * ```
 */
export function dataIntegrationJob<const Name extends string>(name: Name): DataIntegrationJobBuilder<Name> {
  const kind = 'DataIntegrationJob'
  const script = { language: 'json' }
  return new DataIntegrationJobImpl(name, kind, { kind, name, command: 'DI', fields: { name }, script })
}
