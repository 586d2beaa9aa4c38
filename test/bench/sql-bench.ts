import { tablesOf } from '../../src/sql/tables-of.ts'
import type { Figure } from './figure.ts'
import { measure } from './measure.ts'

const scripts = 500
/** What 500 scripts may take that were not read before: far more than they do, on any machine. */
const mostCold = 60_000
/** What reading them again may take, as a share of that. */
const mostWarm = 1 / 20

/** A report of about 80 lines with joins, sub-queries and many columns. */
function script(at: number): string {
  const columns = Array.from(
    { length: 60 },
    (_, column) =>
      `       , sum(case when o.c${column} > ${at} then coalesce(o.c${column}, 0) else 0 end) as c${column} -- 第${column}列`,
  )
  const joins = Array.from(
    { length: 10 },
    (_, join) => `left join dim_${at}_${join} d${join} on o.k${join} = d${join}.k`,
  )
  return [
    `insert overwrite table dws_${at} partition (ds = '\${bizdate}')`,
    'select o.id',
    ...columns,
    `from (select * from ods_${at} where ds = '\${bizdate}' and id in (select id from white_${at})) o`,
    ...joins,
    "where o.status <> 'x;y'",
    'group by o.id;',
  ].join('\n')
}

/** How long the tables of 500 scripts of 80 lines take, for the first time and when they were read before. */
export function benchSql(): readonly Figure[] {
  const code = Array.from({ length: scripts }, (_, at) => script(at))
  const read = (): number => code.reduce((sum, sql) => sum + tablesOf(sql, { language: 'maxcompute' }).reads.length, 0)
  const { ms: cold, result } = measure(read)
  // The least of some: whatever else the machine does only adds, and one pause is longer than all of it.
  const warm = Math.min(...Array.from({ length: 7 }, () => measure(read).ms))
  const detail = `${scripts} scripts of ${code[0]?.split('\n').length ?? 0} lines, ${result} tables read`
  return [
    { name: 'SQL read for the first time', value: cold, unit: 'ms', most: mostCold, detail },
    { name: 'SQL that was read before, of that', value: warm / cold, unit: '×', most: mostWarm, detail },
  ]
}
