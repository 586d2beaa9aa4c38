import { QueryReader } from '../reading/query-reader.ts'
import { alter, drop, truncate } from './alter.ts'
import { merge, remove, update } from './change-rows.ts'
import { create } from './create.ts'
import { insert } from './insert.ts'
import { cache, clone, copy, exported, imported, load, read, refresh, repair, tunnel, unload } from './load.ts'

type Statement = (sql: QueryReader) => void

const changes: ReadonlyMap<string, Statement> = new Map([
  ['INSERT', insert],
  ['REPLACE', insert],
  ['UPSERT', insert],
  ['UPDATE', update],
  ['DELETE', remove],
  ['MERGE', merge],
])

const others: ReadonlyMap<string, Statement> = new Map([
  ['CREATE', create],
  ['DROP', drop],
  ['ALTER', alter],
  ['TRUNCATE', truncate],
  ['LOAD', load],
  ['UNLOAD', unload],
  ['COPY', copy],
  ['CLONE', clone],
  ['READ', read],
  ['CACHE', cache],
  ['EXPORT', exported],
  ['IMPORT', imported],
  ['MSCK', repair],
  ['REFRESH', refresh],
  ['REPAIR', repair],
  ['TUNNEL', tunnel],
])

/** Statements that move no data: settings, permissions, descriptions. */
const silent: ReadonlySet<string> = new Set([
  ...['SET', 'UNSET', 'SETPROJECT', 'RESET', 'ADD', 'REMOVE', 'LIST', 'SHOW', 'DESC', 'DESCRIBE', 'EXPLAIN', 'GRANT'],
  ...[
    'REVOKE',
    'ANALYZE',
    'COMMENT',
    'VACUUM',
    'UNCACHE',
    'CLEAR',
    'KILL',
    'WHOAMI',
    'HELP',
    'STATUS',
    'WAIT',
    'COMMIT',
  ],
  ...['ROLLBACK', 'START', 'SAVEPOINT', 'RELEASE', 'DISCARD', 'LOCK', 'UNLOCK', 'OPTIMIZE', 'PURGE', 'INSTALL'],
  ...[
    'REINDEX',
    'CLUSTER',
    'NOTIFY',
    'LISTEN',
    'COST',
    'RELOAD',
    'DEALLOCATE',
    'QUIT',
    'EXIT',
    'ALIAS',
    'UNDO',
    'CHECK',
  ],
])

/** Statements in which the names of others stand, at the beginning of a line too. */
const permissions: ReadonlySet<string> = new Set(['GRANT', 'REVOKE', 'DENY', 'EXPLAIN', 'SHOW'])

/** Procedures of Hologres that set properties of tables. */
const settingCalls: ReadonlySet<string> = new Set([
  'SET_TABLE_PROPERTY',
  'SET_TABLE_GROUP_PROPERTY',
  'UPDATE_TABLE_PROPERTY',
])

/** Reads SQL code statement by statement. */
export class StatementReader extends QueryReader {
  change(): boolean {
    const statement = changes.get(this.word)
    if (statement === undefined || this.peek(1).text === '(') return false
    this.next()
    this.deeper(() => this.uncollected(() => statement(this)))
    return true
  }

  /** Reads one statement with what ends it. */
  statement(): void {
    this.#begin()
    if (this.token.kind === 'end') return
    this.#word()
    if (this.isEnd) this.acceptSymbol(';')
    else if (!['END', 'ELSE'].includes(this.word)) this.fail()
  }

  /** Passes what only says when, and together with which others, statements run. */
  #begin(): void {
    while (this.acceptSymbol(';') || this.#control()) {}
  }

  #control(): boolean {
    if (this.accept('END')) return this.accept('IF', 'LOOP', 'WHILE', 'FOR') || true
    if (this.accept('BEGIN')) return this.acceptAll('STATEMENT', 'SET') || true
    if (this.word === 'EXECUTE' && this.peek(1).word === 'INSERT') return this.accept('EXECUTE')
    if (this.accept('ELSE', 'LOOP') || this.acceptAll('EXECUTE', 'STATEMENT', 'SET')) return true
    if (!this.accept('IF', 'WHILE', 'ELSEIF')) return false
    this.expression()
    return this.accept('THEN', 'DO') || true
  }

  #word(): void {
    const { kind, word } = this.token
    const statement = others.get(word)
    if (kind === 'variable') this.#assign()
    else if (statement !== undefined) {
      this.next()
      statement(this)
    } else if (word === 'USE') this.#database()
    else if (word === 'CALL') this.#procedure()
    else if (silent.has(word)) this.#settings()
    else if (['TRANSACTION', 'WORK', 'ISOLATION'].includes(word)) this.skipStatement()
    else if (word === 'WITH') this.scoped(() => this.#with())
    else if (['SELECT', 'FROM', 'VALUES', 'TABLE', 'MAP', 'REDUCE'].includes(word) || this.isSymbol('(')) this.query()
    else if (!this.change()) this.fail('which begins no statement that is read')
  }

  /** Queries with names, and what uses them: a query, or a change. */
  #with(): void {
    this.withQueries()
    if (this.word === 'FROM') this.fromFirst()
    else if (!this.change()) this.query()
  }

  /** `@a := select …`: what a variable stands for is read, the variable is no table. */
  #assign(): void {
    this.next()
    while (this.token.text !== ':=') {
      if (this.isEnd) return
      if (this.isSymbol('(')) this.skipBrackets()
      else if (this.token.kind === 'word' || /^[<>,=]/.test(this.token.text)) this.next()
      else this.fail('where ":=" is due')
    }
    this.next()
    this.acceptAll('CACHE', 'ON')
    if (this.isQuery || this.word === 'FROM' || this.word === 'VALUES' || this.#isQueryInBrackets()) this.query()
    else this.expression()
  }

  #isQueryInBrackets(): boolean {
    let distance = 0
    while (this.peek(distance).text === '(' && this.peek(distance).kind === 'symbol') distance += 1
    return distance > 0 && ['SELECT', 'WITH', 'FROM'].includes(this.peek(distance).word)
  }

  #database(): void {
    this.next()
    if (this.accept('CATALOG')) {
      this.skipStatement()
      return
    }
    this.accept('DATABASE', 'SCHEMA', 'PROJECT')
    const name = this.name()
    this.skipStatement()
    this.useDatabase(name)
  }

  #procedure(): void {
    const name = this.peek(1).word
    if (!settingCalls.has(name)) this.fail('whose procedure may use any tables')
    this.skipStatement()
  }

  /** Settings end with a semicolon: what begins a line of its own is another statement, whose end is not known. */
  #settings(): void {
    const { word } = this.next()
    if (!permissions.has(word)) {
      this.skipStatement()
      return
    }
    while (!this.isEnd) this.next()
  }
}
