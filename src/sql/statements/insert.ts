import type { QueryReader } from '../reading/query-reader.ts'

/** Passes `a = 1, t.b = default`, and gives what stands before the dots on the left. */
export function assignments(sql: QueryReader): readonly string[] {
  const owners: string[] = []
  do {
    if (sql.isSymbol('(')) sql.skipBrackets()
    else {
      const { written, isQualified } = sql.name()
      if (isQualified) owners.push(written.slice(0, written.lastIndexOf('.')))
    }
    // A value is taken with its sign: a = -1 is written together as well.
    if (!/^:?=/.test(sql.token.text)) sql.fail('where "=" is due')
    sql.next()
    sql.expression()
  } while (sql.acceptSymbol(','))
  return owners
}

/** Passes what is given back by a change. */
export function returning(sql: QueryReader): void {
  if (!sql.accept('RETURNING')) return
  sql.expressions(() => {
    if (sql.accept('AS') || (sql.isPlain && sql.word !== 'ON')) sql.part()
  })
}

/** `on conflict (id) do update set …` and `on duplicate key update …` */
function conflicts(sql: QueryReader): void {
  if (sql.acceptAll('ON', 'DUPLICATE', 'KEY', 'UPDATE')) assignments(sql)
  while (sql.acceptAll('ON', 'CONFLICT')) {
    if (sql.acceptAll('ON', 'CONSTRAINT')) sql.part()
    else if (sql.isSymbol('(')) sql.skipBrackets()
    if (sql.accept('WHERE')) sql.expression()
    sql.expect('DO')
    if (sql.accept('NOTHING')) continue
    sql.expect('UPDATE')
    sql.expect('SET')
    assignments(sql)
    if (sql.accept('WHERE')) sql.expression()
  }
}

/** Whether a query begins behind some brackets, and no list of columns. */
function isQueryInBrackets(sql: QueryReader): boolean {
  let distance = 0
  while (sql.peek(distance).text === '(' && sql.peek(distance).kind === 'symbol') distance += 1
  return ['SELECT', 'WITH', 'FROM', 'VALUES'].includes(sql.peek(distance).word)
}

function directory(sql: QueryReader): void {
  while (!sql.isQuery && sql.word !== 'FROM' && !sql.isEnd) {
    if (sql.isSymbol('(')) sql.skipBrackets()
    else sql.next()
  }
  sql.query()
}

/** One thing between the table and its rows; false at the rows. */
function part(sql: QueryReader): boolean {
  if (sql.accept('PARTITION')) sql.notePartition(sql.skipBrackets())
  else if (sql.accept('OPTIONS', 'PARTITIONED')) sql.skipBrackets()
  else if (sql.acceptAll('REPLACE', 'WHERE')) sql.expression()
  else if (sql.accept('AS')) sql.part()
  else if (sql.isSymbol('(') && !isQueryInBrackets(sql)) sql.skipBrackets()
  else return phrases.some((words) => sql.acceptAll(...words))
  return true
}

const phrases: readonly (readonly string[])[] = [
  ['IF', 'NOT', 'EXISTS'],
  ['BY', 'NAME'],
  ['OVERRIDING', 'SYSTEM', 'VALUE'],
  ['OVERRIDING', 'USER', 'VALUE'],
]

function rows(sql: QueryReader): void {
  if (sql.acceptAll('DEFAULT', 'VALUES')) return
  if (sql.accept('VALUE')) sql.expressions()
  else if (sql.accept('SET')) assignments(sql)
  else sql.query()
  // What new rows are called where they meet old ones.
  if (sql.accept('AS')) {
    sql.part()
    if (sql.isSymbol('(')) sql.skipBrackets()
  }
}

const modifiers: readonly string[] = ['LOW_PRIORITY', 'DELAYED', 'HIGH_PRIORITY', 'IGNORE', 'OR', 'REPLACE', 'ABORT']

/** `insert into`, `insert overwrite` and `replace into`, with rows of any kind. */
export function insert(sql: QueryReader): void {
  while (sql.accept(...modifiers)) {}
  const isInto = sql.accept('INTO', 'OVERWRITE')
  if (isInto) sql.accept('INTO')
  if (sql.word === 'DIRECTORY' || (sql.word === 'LOCAL' && sql.peek(1).word === 'DIRECTORY')) {
    directory(sql)
    return
  }
  if (!sql.acceptAll('TABLE', 'FUNCTION')) sql.accept('TABLE')
  sql.use('writes')
  while (part(sql)) {}
  rows(sql)
  conflicts(sql)
  returning(sql)
}
