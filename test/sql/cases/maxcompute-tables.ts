import type { SqlCase } from './sql-case.ts'

/**
 * What MaxCompute does with tables without a query of them: by its documentation of ALTER TABLE (partition operations), and of
 * the functions that name a table in a text (MAX_PT, TABLE_EXISTS, PARTITION_EXISTS).
 */
export const maxComputeTableCases: readonly SqlCase[] = [
  ["alter table t partition (ds = '1') rename to partition (ds = '2')", 'writes t'],
  [
    "alter table t merge if exists partition (ds = '1'), partition (ds = '2') overwrite partition (ds = '3')",
    'writes t',
  ],
  ["alter table t merge partition (ds <= '3') overwrite partition (ds = '3') purge", 'writes t'],
  ["alter table t partition (ds = '1') clear column x, y", 'writes t'],
  ['alter table t clear column x without touch', 'writes t'],
  // These leave the rows what they are.
  ["alter table t touch partition (ds = '1')", ''],
  ["alter table t partition (ds = '1') merge smallfiles", ''],
  ["alter table t partition (ds = '1') disable lifecycle", ''],
  ['alter table t change column x rename to y', ''],
  // Functions that name a table in a text: MAX_PT, TABLE_EXISTS, PARTITION_EXISTS.
  ["select * from a where ds = max_pt('retail.ods')", 'reads a retail.ods'],
  ['select * from a where ds = MAX_PT ( "Ods" ) and k = 1', 'reads a ods'],
  ["select if(table_exists('t'), 1, 0), partition_exists('u', '20240101')", 'reads t u'],
  ["insert overwrite table x select max_pt('x'), `max_pt` from a", 'reads a x; writes x'],
  ["select coalesce(to_date(max_pt('default.ods_${day}'), 'yyyymmdd'), 1)", 'reads default.ods_${day}'],
  ["@d := max_pt('ods'); select * from a where ds = @d", 'reads ods a'],
  ["if (table_exists('t')) begin insert into u select 1 end", 'reads t; writes u'],
  ["with ods as (select 1) select max_pt('ods') from ods", 'reads ods'],
  ["use retail; select max_pt('ods') from a", 'reads retail.a retail.ods'],
  // No name of a table.
  [
    "select max_pt('a b'), max_pt('select 1 from t'), max_pt('a -- x'), max_pt(''), max_pt(x), other('t') from a",
    'reads a',
  ],
]
