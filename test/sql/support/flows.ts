import { type AnyNode, odpsSql, workflow } from 'flowspec'
import { graphOf } from 'flowspec/graph'

export const sql = (name: string, code: string) => odpsSql(name).code(code)
export const flow = (...nodes: readonly AnyNode[]) => workflow('orders').cron('00 02 00 * * ?').nodeList(nodes)

/** The edges of what was built, in words. */
export const edges = (source: object): readonly string[] =>
  graphOf(source)
    .edges.map(({ from, to, type }) => `${from.name} > ${to.name}${type === 'Normal' ? '' : ` ${type}`}`)
    .sort()

export const ods = sql('ods', 'insert overwrite table ods_orders select * from src_orders')
