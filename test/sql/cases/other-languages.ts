import type { SqlCase } from './sql-case.ts'

/** PyODPS: texts given to `execute_sql` and the like; what is put together when it runs is not known. */
export const pyodpsCases: readonly SqlCase[] = [
  ["o.execute_sql('select * from ods')", 'reads ods'],
  ['o.execute_sql("""\ninsert overwrite table t\nselect * from ods\n""", hints={"a": "b"})', 'reads ods; writes t'],
  ['with o.execute_sql(\'select * from a\').open_reader() as r:\n  pass\no.run_sql("select * from b")', 'reads a b'],
  ["o.execute_sql(f'select * from {table}')", ''],
  ["o.execute_sql('select * from ' + table)", ''],
  ["o.execute_sql('select * from %s' % table)", ''],
  ["o.execute_sql('select * from {}'.format(table))", ''],
  ["o.execute_sql('select * from a '\n  'where k = 1')", ''],
  ["# o.execute_sql('select * from a')\nprint('o.execute_sql')", ''],
  ["o.execute_sql('select * from a where x = \\'y\\' and z = \"from b\"')", 'reads a'],
  ['o.execute_sql(r\'select * from a where x rlike "\\d"\')', 'reads a'],
  ['o.execute_sql(sql)', ''],
  ["o.execute_sql('selct * from a')", 'faults 1'],
]

/** A shell: texts given to the command line client. */
export const shellCases: readonly SqlCase[] = [
  ['odpscmd -e "insert overwrite table t select * from ods;"', 'reads ods; writes t'],
  ["/opt/odpscmd/bin/odpscmd --project=retail -e 'select * from ods'", 'reads ods'],
  ['odpscmd -e "select * from ods where ds = \'$1\' and x = \\"y\\""', 'reads ods'],
  ['# odpscmd -e "select * from ods"\necho from a', ''],
  ['odpscmd -f x.sql', ''],
  ['odpscmd -e "\nselect *\nfrom ods\n" && echo done', 'reads ods'],
]
