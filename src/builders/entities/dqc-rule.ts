import { isRecord } from '../../document/json/records.ts'
import type { FlowCalcEngine } from '../../language/generated/types.ts'
import { type ArgumentKind, checkArgument, checkSettings, text, textOrFields } from '../arguments.ts'
import { callOf } from '../call.ts'
import type { ExternalOutput } from '../node/upstream.ts'
import { calcEngineSettings } from '../setting-kinds.ts'
import { type EntityBuilder, EntityImpl, jsonText } from './entity.ts'
import type { TableBuilder } from './table.ts'

/** A data quality rule being written. See {@link EntityBuilder} for what all entities have in common. */
export interface DqcRuleBuilder<Name extends string = string> extends EntityBuilder<Name, 'DataQuality'> {
  /** Sets the free text. */
  description(description: string): this
  /** Sets the table that is looked at, by builder or by full name. */
  table(table: TableBuilder | string): this
  /** Sets which partitions are looked at. */
  partition(expression: string): this
  /** Sets the engine that holds the table. */
  calcEngine(engine: FlowCalcEngine): this
  /** Sets the node whose run starts the rule: its id, or `external(…)` with its output. */
  startedBy(node: string | ExternalOutput): this
  /** Sets what is checked: the fields of the rule, or their JSON text. */
  config(config: string | Readonly<Record<string, unknown>>): this
}

const tableOrGuid: ArgumentKind = {
  takes: 'what table() gives, or the full name of a table',
  holds: (value) => typeof value === 'string' || (isRecord(value) && typeof value['guid'] === 'string'),
}

const nodeOrExternal: ArgumentKind = {
  takes: 'the id of a node, or what external() gives',
  holds: (value) => typeof value === 'string' || (isRecord(value) && typeof value['output'] === 'string'),
}

class DqcRuleImpl<Name extends string> extends EntityImpl<Name, 'DataQuality'> implements DqcRuleBuilder<Name> {
  table(table: TableBuilder | string): this {
    checkArgument('table', 'table', table, tableOrGuid)
    return this.set('table', { artifactType: 'Table', guid: typeof table === 'string' ? table : table.guid })
  }

  partition(expression: string): this {
    checkArgument('partition', 'expression', expression, text)
    return this.set('partitionExpression', expression)
  }

  calcEngine(engine: FlowCalcEngine): this {
    checkSettings('calcEngine', 'engine', engine, calcEngineSettings)
    return this.set('calcEngine', engine)
  }

  startedBy(node: string | ExternalOutput): this {
    checkArgument('startedBy', 'node', node, nodeOrExternal)
    return this.set('schedulerNode', typeof node === 'string' ? { nodeId: node } : { output: node.output })
  }

  config(config: string | Readonly<Record<string, unknown>>): this {
    checkArgument('config', 'config', config, textOrFields)
    return this.set('ruleConfig', jsonText(config))
  }
}

/**
 * A data quality rule (kind DataQuality): it looks at the partitions of a table when a node has run. The source is the
 * reference model of the language.
 *
 * @param name - name of the rule
 *
 * @example
 * ```ts
 * import { dqcRule, external } from 'flowspec'
 *
 * const document = dqcRule('orders_not_empty')
 *   .table('odps.retail.orders')
 *   .partition('ds=$[yyyymmdd-1]')
 *   .startedBy(external('retail.load_orders'))
 *   .config({ checkerName: 'row count', operator: '>', expectValue: '0' })
 *   .build()
 * ```
 */
export function dqcRule<const Name extends string>(name: Name): DqcRuleBuilder<Name> {
  checkArgument('dqcRule', 'name', name, text)
  return new DqcRuleImpl({ kind: 'DataQuality', call: callOf(dqcRule), name, fields: { name } })
}
