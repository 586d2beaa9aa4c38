import type { QueryReader } from '../reading/query-reader.ts'

function partitions(sql: QueryReader): void {
  do {
    if (sql.accept('PARTITION')) sql.skipBrackets()
  } while (sql.word !== '' && sql.acceptSymbol(','))
}

/** `load data inpath '…' into table t` and `load overwrite table t from location '…'` */
export function load(sql: QueryReader): void {
  if (sql.accept('MODULE')) {
    sql.skipStatement()
    return
  }
  while (sql.word !== 'TABLE') {
    if (sql.isEnd) sql.fail('where table is due')
    sql.next()
  }
  sql.next()
  sql.use('writes')
  sql.skipStatement()
}

/** `unload from t into location '…'` */
export function unload(sql: QueryReader): void {
  if (sql.accept('MODULE')) {
    sql.skipStatement()
    return
  }
  sql.expect('FROM')
  sql.fromItem()
  sql.expect('INTO')
  sql.skipStatement()
}

/** `copy t from …`, `copy t to …`, `copy (select …) to …` */
export function copy(sql: QueryReader): void {
  if (sql.accept('INTO')) {
    sql.use('writes')
    sql.skipStatement()
    return
  }
  if (sql.isSymbol('(')) sql.group('')
  else {
    const name = sql.name()
    if (sql.isSymbol('(')) sql.skipBrackets()
    if (sql.word !== 'FROM' && sql.word !== 'TO') sql.fail('where from or to is due')
    sql.add(sql.word === 'FROM' ? 'writes' : 'reads', name)
  }
  sql.skipStatement()
}

/** `clone table a partition (…) to b if exists overwrite` */
export function clone(sql: QueryReader): void {
  sql.expect('TABLE')
  sql.use('reads')
  while (sql.accept('PARTITION') || (sql.acceptSymbol(',') && sql.accept('PARTITION'))) sql.skipBrackets()
  sql.expect('TO')
  sql.use('creates', 'writes')
  if (sql.acceptAll('IF', 'EXISTS')) sql.accept('OVERWRITE', 'IGNORE')
}

/** `read t (a, b) partition (…) 10` */
export function read(sql: QueryReader): void {
  sql.use('reads')
  if (sql.isSymbol('(')) sql.skipBrackets()
  partitions(sql)
  if (sql.token.kind === 'number') sql.next()
}

/** `cache table t as select …`: the name stands for the query until the session ends. */
export function cache(sql: QueryReader): void {
  sql.accept('LAZY')
  sql.expect('TABLE')
  const name = sql.name()
  if (sql.accept('OPTIONS')) sql.skipBrackets()
  sql.accept('AS')
  if (sql.isEnd) {
    sql.add('reads', name)
    return
  }
  sql.query()
  sql.nameLocal(name)
}

/** `export table t to '…'`, and `import table t from '…'`, which makes it. */
export function exported(sql: QueryReader): void {
  sql.expect('TABLE')
  sql.use('reads')
  sql.skipStatement()
}

export function imported(sql: QueryReader): void {
  sql.accept('EXTERNAL')
  if (sql.accept('TABLE')) sql.use('creates', 'writes')
  sql.skipStatement()
}

/** `msck repair table t`: partitions whose files are there become known. */
export function repair(sql: QueryReader): void {
  sql.accept('REPAIR')
  sql.expect('TABLE')
  sql.use('writes')
  sql.skipStatement()
}

/** `refresh table t` reads its files again; a materialized view gets its rows anew. */
export function refresh(sql: QueryReader): void {
  if (sql.acceptAll('MATERIALIZED', 'VIEW')) {
    sql.accept('CONCURRENTLY')
    sql.use('writes')
  }
  sql.skipStatement()
}

/** `tunnel upload data.txt t/ds=1` and `tunnel download t data.txt` of the command line client. */
export function tunnel(sql: QueryReader): void {
  if (!sql.accept('DOWNLOAD', 'D')) sql.fail('of the command line client, whose table is not read')
  while (sql.token.text.startsWith('-')) sql.fail('of the command line client, whose settings are not read')
  sql.use('reads')
  sql.skipStatement()
}
