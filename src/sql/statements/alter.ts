import type { QueryReader } from '../reading/query-reader.ts'
import type { UseKind } from '../reading/table-use.ts'
import type { ReadName } from '../reading/use-reader.ts'

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

/** Words that begin a change of what is in a table, and name no partition first. */
const changes: readonly (readonly string[])[] = [
  ['CLEAR', 'COLUMN'],
  ['RECOVER', 'PARTITIONS'],
  ['MERGE', 'IF', 'EXISTS', 'PARTITION'],
  ['MERGE', 'PARTITION'],
]

/** Passes words that say that rows come, go or change; false where only columns and settings do, or where they lie. */
function acceptChange(sql: QueryReader): boolean {
  if (changes.some((words) => sql.acceptAll(...words))) return true
  if (!partitionChanges.includes(sql.word)) return false
  sql.next()
  sql.acceptAll('IF', 'NOT', 'EXISTS')
  sql.acceptAll('IF', 'EXISTS')
  return sql.word === 'PARTITION'
}

/** `swap with u` and `replace with table u`: two tables exchange what is in them. */
function acceptSwap(sql: QueryReader): boolean {
  return sql.acceptAll('SWAP', 'WITH') || sql.acceptAll('REPLACE', 'WITH', 'TABLE')
}

/**
 * `alter table t …`: adding, dropping, renaming, merging and exchanging partitions changes what is in it; columns and settings
 * do not.
 */
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
  if (sql.acceptAll('RENAME', 'TO') || sql.acceptAll('RENAME', 'AS')) {
    sql.add('drops', name)
    sql.use('creates', 'writes')
  } else changeTable(sql, name)
}

function changeTable(sql: QueryReader, name: ReadName): void {
  if (acceptSwap(sql)) {
    for (const kind of ['reads', 'writes'] as const) sql.add(kind, name)
    sql.use('reads', 'writes')
  }
  // What is said of one partition: it may get another name, or lose what is in a column.
  const isOfPartition = sql.peek(1).text === '(' && sql.accept('PARTITION')
  if (isOfPartition) sql.skipBrackets()
  const isWritten = isOfPartition
    ? sql.acceptAll('RENAME', 'TO') || sql.acceptAll('CLEAR', 'COLUMN')
    : acceptChange(sql)
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
