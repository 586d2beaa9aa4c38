import type { Dialect } from '../dialect.ts'
import { partsOfName } from './name-parts.ts'
import { type FoundUse, foldName, type UseKind } from './table-use.ts'
import type { Token } from './token.ts'
import { TokenReader } from './token-reader.ts'
import { tokensOf } from './tokens.ts'

/** A name as it stands in the code. */
export interface ReadName {
  /** With the project or database that it is looked for in, where that is known. */
  readonly text: string
  /** Without what is not written. */
  readonly written: string
  readonly isQualified: boolean
  readonly at: number
}

/** A table that a statement names before it says what it does with it, and what it calls it. */
export interface Source {
  readonly name: ReadName
  alias: string
}

/** Formats that Spark reads files by, as in `parquet.`/data/orders``. */
const fileFormats: ReadonlySet<string> = new Set([
  ...['avro', 'binaryfile', 'csv', 'delta', 'iceberg', 'json', 'orc', 'parquet', 'text'],
])

/** Reads names of tables and collects what is done with them, as far as they are tables. */
export class UseReader extends TokenReader {
  readonly found: FoundUse[] = []
  /** Where tables that are named go while it is not known what is done with them. */
  protected pending: Source[] | undefined
  readonly #dialect: Dialect
  /** Names that are no tables in the queries around this place. */
  readonly #named: Map<string, number> = new Map()
  readonly #namedInOrder: string[] = []
  /** Names of views and tables that do not outlive the code, or that show others. */
  readonly #local: Set<string> = new Set()
  #database: string
  #ofStatement: FoundUse[] = []
  #statement = 0

  /** @param project - the project or database that names without one are looked for in; empty where it is not known */
  constructor(code: string, dialect: Dialect, project: string) {
    super(code, tokensOf(code, dialect))
    this.#dialect = dialect
    this.#database = project
  }

  /** Whether a name may stand here. */
  get isName(): boolean {
    const { kind } = this.token
    return kind === 'word' || kind === 'quoted'
  }

  part(): string {
    if (!this.isName) this.fail('where a name is due')
    return foldName(this.next(), this.#dialect)
  }

  /** Reads `project.schema.table`, with blanks about the dots or none. */
  name(): ReadName {
    const { at } = this.token
    const parts = [this.part()]
    while (this.isSymbol('.') && this.peek(1).kind !== 'symbol') {
      this.next()
      parts.push(this.part())
    }
    return this.#nameOf(parts, at)
  }

  #nameOf(parts: readonly string[], at: number): ReadName {
    const isQualified = parts.length > 1
    const written = parts.join('.')
    const isFull = isQualified || this.#database === ''
    return { text: isFull ? written : `${this.#database}.${written}`, written, isQualified, at }
  }

  /** Reads the name of a table that the statement uses. */
  use(...kinds: readonly UseKind[]): ReadName {
    const name = this.name()
    for (const kind of kinds) this.add(kind, name)
    return name
  }

  add(kind: UseKind, name: ReadName): void {
    if (!this.#isNoTable(name)) this.#note(kind, name)
  }

  #note(kind: UseKind, name: ReadName): void {
    this.#ofStatement.push({ kind, name: name.text, at: name.at, statement: this.#statement })
  }

  /** Says which partition is meant by the table that was named last. */
  notePartition(pieces: readonly Token[]): void {
    const last = this.#ofStatement.pop()
    const partition = pieces.map(({ kind, text }) => (kind === 'text' ? `'${text}'` : text)).join('')
    if (last !== undefined) this.#ofStatement.push({ ...last, partition })
  }

  /** Notes a table that is read, or of which the statement will say what it does with it. */
  readTable(): Source | undefined {
    const name = this.name()
    if (this.#isNoTable(name)) return undefined
    const source = { name, alias: '' }
    if (this.pending === undefined) this.add('reads', name)
    else this.pending.push(source)
    return source
  }

  /** Notes the table that a text names, as in `max_pt('project.t')`; a text that is no name names none. Queries with names are not meant. */
  readNamedTable(): void {
    const { kind, text, at } = this.token
    if (kind !== 'text') return
    const parts = partsOfName(text, this.#dialect)
    if (parts !== undefined) this.#note('reads', this.#nameOf(parts, at + 1))
  }

  #isNoTable({ text, written, isQualified }: ReadName): boolean {
    if (this.#local.has(text)) return true
    if (!isQualified) return (this.#named.get(written) ?? 0) > 0
    const dot = text.indexOf('.')
    const first = text.slice(0, dot)
    return first === 'global_temp' || (fileFormats.has(first) && /[/:]/.test(text.slice(dot)))
  }

  /** Makes a name no table from here to the end of what is read inside. */
  nameQuery({ written }: ReadName): void {
    this.#named.set(written, (this.#named.get(written) ?? 0) + 1)
    this.#namedInOrder.push(written)
  }

  /** Makes a name no table for the rest of the code. */
  nameLocal({ text }: ReadName): void {
    this.#local.add(text)
  }

  /** What a later statement creates under a name that stood for a view is a table again. */
  forgetLocal({ text }: ReadName): void {
    this.#local.delete(text)
  }

  /** Reads something whose names of queries end with it. */
  scoped(read: () => void): void {
    const before = this.#namedInOrder.length
    read()
    for (const name of this.#namedInOrder.splice(before)) this.#named.set(name, (this.#named.get(name) ?? 0) - 1)
  }

  /** Reads something whose tables are not yet known to be read or written. */
  collected(read: () => void): readonly Source[] {
    const outer = this.pending
    const sources: Source[] = []
    this.pending = sources
    read()
    this.pending = outer
    return sources
  }

  /** Reads something that stands for itself, whatever is collected around it. */
  uncollected(read: () => void): void {
    const outer = this.pending
    this.pending = undefined
    read()
    this.pending = outer
  }

  /** From here on names are looked for in another project or database. */
  useDatabase({ written }: ReadName): void {
    this.#database = written
  }

  /** Ends a statement: what it does with tables is known only when all of it was read. */
  endStatement(isRead: boolean): void {
    if (isRead) for (const use of this.#ofStatement) this.found.push(use)
    this.#ofStatement = []
    this.#named.clear()
    this.#namedInOrder.length = 0
    this.pending = undefined
    this.#statement += 1
  }
}
