import type { QueryReader } from '../reading/query-reader.ts'
import type { ReadName, Source } from '../reading/use-reader.ts'
import { assignments, returning } from './insert.ts'

/** Whether a name that stands for a table in a statement is this table's. */
function isCalled(name: string, { alias, name: { text } }: Source): boolean {
  return alias === '' ? text === name || text.endsWith(`.${name}`) : alias === name
}

/** Says of tables that were joined which are written: those that are called by these names. */
function divide(sql: QueryReader, sources: readonly Source[], written: readonly string[]): void {
  for (const source of sources) {
    const isWritten = written.some((name) => isCalled(name, source))
    sql.add(isWritten ? 'writes' : 'reads', source.name)
  }
}

function tail(sql: QueryReader): void {
  if (sql.accept('WHERE')) sql.expression()
  sql.clauses()
  returning(sql)
}

/** `update t set …`, also of several joined tables. */
export function update(sql: QueryReader): void {
  const { at } = sql.token
  while (sql.accept('LOW_PRIORITY', 'IGNORE')) {}
  sql.accept('TABLE')
  const sources = sql.collected(() => sql.fromList())
  sql.expect('SET')
  const owners = assignments(sql)
  const [only] = sources
  if (sources.length === 1 && only !== undefined) sql.add('writes', only.name)
  else {
    if (owners.length === 0) sql.failAt('several tables are updated and the columns do not say which', at)
    divide(sql, sources, owners)
  }
  tail(sql)
}

/** `delete from t …`, and the forms that name what is deleted before, or beside, what is joined. */
export function remove(sql: QueryReader): void {
  while (sql.accept('LOW_PRIORITY', 'QUICK', 'IGNORE')) {}
  const isFromFirst = sql.accept('FROM')
  sql.accept('TABLE')
  const targets: ReadName[] = []
  do {
    sql.accept('ONLY')
    const name = sql.name()
    if (sql.acceptSymbol('.')) sql.expectSymbol('*')
    else sql.acceptSymbol('*')
    if (sql.accept('PARTITION')) sql.skipBrackets()
    targets.push(name)
    sql.alias()
    if (sql.accept('PARTITION')) sql.skipBrackets()
  } while (sql.acceptSymbol(','))
  const isJoined = isFromFirst ? sql.accept('USING') : sql.accept('FROM')
  const sources = isJoined ? sql.collected(() => sql.fromList()) : []
  const names = targets.map(({ written }) => written)
  for (const name of targets) {
    if (!sources.some((source) => isCalled(name.written, source))) sql.add('writes', name)
  }
  divide(sql, sources, names)
  tail(sql)
}

function matched(sql: QueryReader): void {
  sql.accept('NOT')
  sql.expect('MATCHED')
  if (sql.accept('BY')) sql.next()
  if (sql.accept('AND')) sql.expression()
  sql.expect('THEN')
  if (sql.acceptAll('DO', 'NOTHING') || sql.accept('DELETE')) return
  if (sql.accept('UPDATE')) {
    sql.expect('SET')
    if (!sql.acceptSymbol('*')) assignments(sql)
  } else {
    sql.expect('INSERT')
    if (sql.acceptSymbol('*')) return
    if (sql.isSymbol('(')) sql.skipBrackets()
    sql.query()
  }
}

/** `merge into t using s on … when matched then …` */
export function merge(sql: QueryReader): void {
  sql.accept('INTO')
  sql.accept('TABLE')
  const [target] = sql.collected(() => sql.fromItem())
  if (target !== undefined) sql.add('writes', target.name)
  sql.expect('USING')
  sql.fromItem()
  sql.expect('ON')
  sql.expression()
  if (sql.word !== 'WHEN') sql.fail('where when is due')
  while (sql.accept('WHEN')) {
    matched(sql)
    if (sql.accept('WHERE')) sql.expression()
    if (sql.acceptAll('DELETE', 'WHERE')) sql.expression()
  }
  returning(sql)
}
