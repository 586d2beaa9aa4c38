import type { QueryReader } from '../reading/query-reader.ts'
import type { ReadName } from '../reading/use-reader.ts'

/** Words that may stand between `create` and what is created. */
const adjectives: readonly string[] = [
  ...['OR', 'REPLACE', 'REFRESH', 'TEMPORARY', 'TEMP', 'GLOBAL', 'LOCAL', 'EXTERNAL', 'UNLOGGED', 'FOREIGN', 'MANAGED'],
  ...['TRANSACTIONAL', 'MATERIALIZED', 'RECURSIVE', 'SECURE', 'VIRTUAL', 'DIMENSION', 'DYNAMIC', 'MULTISET', 'SET'],
]

/** Words behind `with` that begin settings, and no query. */
const settings: readonly string[] = ['SERDEPROPERTIES', 'NO', 'DATA', 'CASCADED', 'LOCAL', 'CHECK', 'SCHEMA', 'OPTIONS']

interface Created {
  readonly name: ReadName
  readonly isTemporary: boolean
}

function isQueryHere(sql: QueryReader): boolean {
  if (sql.word === 'WITH') return sql.isQuery && !settings.includes(sql.peek(1).word)
  return sql.isQuery || (['FROM', 'TABLE', 'VALUES'].includes(sql.word) && sql.previous?.word === 'AS')
}

function filled(sql: QueryReader, { name, isTemporary }: Created): void {
  if (!isTemporary) sql.add('writes', name)
  if (sql.acceptAll('WITH', 'NO', 'DATA')) return
  sql.acceptAll('WITH', 'DATA')
}

/** `like t`: the table gets the columns of another one, which may also be told by a file. */
function like(sql: QueryReader): void {
  sql.accept('TABLE', 'VIEW')
  sql.accept('PARQUET', 'ORC', 'AVRO')
  if (sql.token.kind === 'text') sql.next()
  else sql.use('reads')
}

/** One thing in the definition of a table; false at its end. */
function definition(sql: QueryReader, created: Created): boolean {
  if (sql.isEnd || sql.isSymbol(')')) return false
  if (isQueryHere(sql)) {
    sql.query()
    filled(sql, created)
  } else if (sql.accept('LIKE')) like(sql)
  else if (sql.acceptAll('DEEP', 'CLONE') || sql.accept('CLONE')) {
    sql.use('reads')
    filled(sql, created)
  } else if (sql.isSymbol('(')) columns(sql, created)
  else if (sql.acceptAll('FOR', 'VALUES', 'FROM')) sql.skipBrackets()
  else if (sql.word === 'FROM') sql.fail()
  else sql.pass()
  return true
}

/** The columns of a table, which may be those of another one, or a query. */
function columns(sql: QueryReader, created: Created): void {
  let distance = 0
  while (sql.peek(distance).text === '(') distance += 1
  const { word } = sql.peek(distance)
  const isQuery = word === 'SELECT' || (word === 'WITH' && sql.peek(distance + 2).word === 'AS')
  if (isQuery) {
    sql.query()
    filled(sql, created)
    return
  }
  sql.expectSymbol('(')
  while (!sql.acceptSymbol(')')) column(sql)
}

function column(sql: QueryReader): void {
  const isFirst = sql.previous?.text === '(' || sql.previous?.text === ','
  if (sql.isEnd) sql.fail('in brackets that are not closed')
  if (isFirst && sql.accept('LIKE')) like(sql)
  else if (sql.isSymbol('(')) sql.skipBrackets()
  else sql.next()
}

function table(sql: QueryReader, isTemporary: boolean): void {
  sql.acceptAll('IF', 'NOT', 'EXISTS')
  const name = sql.name()
  if (!isTemporary) {
    sql.forgetLocal(name)
    sql.add('creates', name)
  }
  while (definition(sql, { name, isTemporary })) {}
  if (isTemporary) sql.nameLocal(name)
}

/** One thing in the definition of a view. */
function shown(sql: QueryReader): void {
  if (isQueryHere(sql) || (sql.previous?.word === 'AS' && sql.isSymbol('('))) sql.query()
  else if (sql.isSymbol('(')) sql.skipBrackets()
  else if (sql.word === 'FROM') sql.fail()
  else sql.pass()
}

/** A view shows other tables: those are read, and the view itself is none. */
function view(sql: QueryReader, isTemporary: boolean, isFilled: boolean): void {
  sql.acceptAll('IF', 'NOT', 'EXISTS')
  const name = sql.name()
  if (!isTemporary) sql.add('creates', name)
  if (isFilled) sql.add('writes', name)
  while (!sql.isEnd) shown(sql)
  if (!isFilled) sql.nameLocal(name)
}

/** `create …`: tables and views; other things have no tables in them. */
export function create(sql: QueryReader): void {
  const words = new Set<string>()
  while (adjectives.includes(sql.word)) words.add(sql.next().word)
  const isTemporary = words.has('TEMPORARY') || words.has('TEMP')
  if (sql.accept('TABLE')) {
    table(sql, isTemporary)
    return
  }
  if (sql.accept('VIEW')) {
    view(sql, isTemporary, words.has('MATERIALIZED'))
    return
  }
  if (sql.word === 'PROCEDURE' || sql.word === 'TRIGGER') sql.fail('whose statements are not read')
  if (sql.isEnd) sql.fail()
  body(sql)
}

/** A function, which may have statements of its own between `begin` and `end`. */
function body(sql: QueryReader): void {
  let isBlock = false
  while (!sql.isEnd || (isBlock && sql.token.kind !== 'end')) {
    if (sql.accept('BEGIN')) isBlock = true
    else if (isBlock && sql.accept('END')) isBlock = false
    else sql.next()
  }
}
