import type { QueryReader } from '../reading/query-reader.ts'
import type { UseKind } from '../reading/table-use.ts'

/** Reads names of tables with commas between them, and passes what is said of their partitions. */
function tables(sql: QueryReader, kind: UseKind): void {
  do {
    if (sql.accept('PARTITION')) sql.skipBrackets()
    else table(sql, kind)
  } while (sql.acceptSymbol(','))
}

function table(sql: QueryReader, kind: UseKind): void {
  sql.accept('ONLY')
  const name = sql.name()
  sql.add(kind, name)
  if (kind === 'drops') sql.forgetLocal(name)
  if (sql.accept('PARTITION')) sql.skipBrackets()
}

/** `drop table a, b` and `drop view v` */
export function drop(sql: QueryReader): void {
  while (sql.accept('TEMPORARY', 'TEMP', 'MATERIALIZED', 'FOREIGN', 'EXTERNAL')) {}
  if (!sql.accept('TABLE', 'VIEW')) {
    sql.skipStatement()
    return
  }
  sql.acceptAll('IF', 'EXISTS')
  tables(sql, 'drops')
  while (sql.accept('PURGE', 'CASCADE', 'RESTRICT', 'CONSTRAINTS')) {}
}

/** `truncate table t partition (…)`: the table stays, what is in it does not. */
export function truncate(sql: QueryReader): void {
  sql.accept('TABLE')
  sql.acceptAll('IF', 'EXISTS')
  tables(sql, 'writes')
  while (sql.accept('RESTART', 'CONTINUE', 'IDENTITY', 'CASCADE', 'RESTRICT', 'PURGE', 'FORCE')) {}
}

const partitionChanges: readonly string[] = [
  'ADD',
  'DROP',
  'TRUNCATE',
  'EXCHANGE',
  'RENAME',
  'ATTACH',
  'DETACH',
  'REPLACE',
]

/** `alter table t …`: adding, dropping and exchanging partitions changes what is in it; columns and settings do not. */
export function alter(sql: QueryReader): void {
  sql.accept('FOREIGN', 'EXTERNAL', 'MATERIALIZED')
  if (sql.accept('VIEW')) {
    alterView(sql)
    return
  }
  if (!sql.accept('TABLE')) {
    sql.skipStatement()
    return
  }
  sql.acceptAll('IF', 'EXISTS')
  sql.accept('ONLY')
  const name = sql.name()
  if (
    sql.acceptAll('RENAME', 'TO') ||
    (sql.word === 'RENAME' && sql.peek(1).word === 'AS' && sql.acceptAll('RENAME', 'AS'))
  ) {
    sql.add('drops', name)
    sql.use('creates', 'writes')
    return
  }
  let isWritten = false
  if (partitionChanges.includes(sql.word)) {
    sql.next()
    sql.acceptAll('IF', 'NOT', 'EXISTS')
    sql.acceptAll('IF', 'EXISTS')
    isWritten = sql.word === 'PARTITION'
  }
  if (isWritten) sql.add('writes', name)
  while (!sql.isEnd) {
    if (isWritten && sql.acceptAll('WITH', 'TABLE')) sql.use('reads', 'writes')
    else sql.pass()
  }
}

function alterView(sql: QueryReader): void {
  sql.acceptAll('IF', 'EXISTS')
  sql.name()
  while (!sql.isEnd) {
    if (sql.isQuery) sql.query()
    else sql.next()
  }
}
