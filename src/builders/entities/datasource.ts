import { checkArgument, text, textOrFields } from '../arguments.ts'
import { callOf } from '../call.ts'
import { type EntityBuilder, EntityImpl, jsonText } from './entity.ts'

/** A data source being written. See {@link EntityBuilder} for what all entities have in common. */
export interface DatasourceBuilder<Name extends string = string> extends EntityBuilder<Name, 'DataSource'> {
  /** Sets the type, such as `odps` or `mysql`; the service may correct it. */
  type(type: string): this
  /** Sets the type within the type. */
  subType(subType: string): this
  /** Sets the settings: the fields, or their JSON text. Keep passwords out of it; documents are not secret. */
  config(config: string | Readonly<Record<string, unknown>>): this
}

class DatasourceImpl<Name extends string> extends EntityImpl<Name, 'DataSource'> implements DatasourceBuilder<Name> {
  type(type: string): this {
    checkArgument('type', 'type', type, text)
    return this.set('type', type)
  }

  subType(subType: string): this {
    checkArgument('subType', 'subType', subType, text)
    return this.set('subType', subType)
  }

  config(config: string | Readonly<Record<string, unknown>>): this {
    checkArgument('config', 'config', config, textOrFields)
    return this.set('config', jsonText(config))
  }
}

/**
 * A data source of the workspace (kind DataSource). Nodes name it by `.datasource(name)`. The source is the reference
 * model of the language.
 *
 * @param name - name of the data source, unique in the workspace
 *
 * @example
 * ```ts
 * import { datasource } from 'flowspec'
 *
 * const document = datasource('orders_db').type('mysql').config({ database: 'orders' }).build()
 * ```
 */
export function datasource<const Name extends string>(name: Name): DatasourceBuilder<Name> {
  checkArgument('datasource', 'name', name, text)
  return new DatasourceImpl({ kind: 'DataSource', call: callOf(datasource), name, fields: { name } })
}
