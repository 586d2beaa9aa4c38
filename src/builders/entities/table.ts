import type { FlowCalcEngine } from '../../language/generated/types.ts'
import { boolean, checkArgument, checkSettings, text } from '../arguments.ts'
import { callOf } from '../call.ts'
import { calcEngineSettings } from '../setting-kinds.ts'
import { type EntityBuilder, EntityImpl } from './entity.ts'

/** A table being written. See {@link EntityBuilder} for what all entities have in common. */
export interface TableBuilder<Name extends string = string> extends EntityBuilder<Name, 'Table'> {
  /** The full name. */
  readonly guid: string
  /** Sets the statement that makes the table. */
  ddl(statement: string): this
  /** Sets whether the table has partitions. */
  hasPartition(hasPartition: boolean): this
  /** Sets whether the console shows the table. */
  isVisible(isVisible: boolean): this
  /** Sets the engine that holds the table. */
  calcEngine(engine: FlowCalcEngine): this
}

class TableImpl<Name extends string> extends EntityImpl<Name, 'Table'> implements TableBuilder<Name> {
  get guid(): string {
    const { origin, fields: set, name } = this.state
    const guid = set['guid'] ?? origin?.['guid']
    return typeof guid === 'string' ? guid : name
  }

  ddl(statement: string): this {
    checkArgument('ddl', 'statement', statement, text)
    return this.set('ddl', statement)
  }

  hasPartition(hasPartition: boolean): this {
    checkArgument('hasPartition', 'hasPartition', hasPartition, boolean)
    return this.set('hasPartition', hasPartition)
  }

  isVisible(isVisible: boolean): this {
    checkArgument('isVisible', 'isVisible', isVisible, boolean)
    return this.set('isVisible', isVisible)
  }

  calcEngine(engine: FlowCalcEngine): this {
    checkSettings('calcEngine', 'engine', engine, calcEngineSettings)
    return this.set('calcEngine', engine)
  }
}

/**
 * A table (kind Table). Nodes take its full name: `.reads(orders.guid)`, `.writes(orders.guid)`. The source is the
 * reference model of the language.
 *
 * @param guid - full name such as `odps.retail.orders`; what follows its last dot becomes the short name
 *
 * @example
 * ```ts
 * import { odpsSql, table } from 'flowspec'
 *
 * const orders = table('odps.retail.orders').ddl('create table orders (id bigint)')
 * const load = odpsSql('load').code('insert into orders select 1').writes(orders.guid)
 *
 * const document = orders.build()
 * ```
 */
export function table<const Guid extends string>(guid: Guid): TableBuilder<Guid> {
  checkArgument('table', 'guid', guid, text)
  const name = guid.slice(guid.lastIndexOf('.') + 1)
  const known = { artifactType: 'Table', guid, name }
  return new TableImpl({ kind: 'Table', call: callOf(table), name: guid, fields: known })
}
