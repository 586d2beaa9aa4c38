import type { SqlFault, TableUse } from '../tables-of.ts'

/** An edge that follows from a table, and why. */
export interface AddedDependency {
  /** Name of the node that reads the table. */
  readonly node: string
  /** Name of its workflow; the empty text where it stands in none. */
  readonly workflow: string
  /** Name of the node it comes after; for `external` the output of that node. */
  readonly upstream: string
  /** The workflow of the upstream, where it is another one. */
  readonly upstreamWorkflow?: string
  /** The table that the one reads and the other writes. */
  readonly table: string
  /** Where the code reads it, counted from 1; left out where the node only declares it with `.reads(…)`. */
  readonly line?: number
  readonly column?: number
  /** `table` for an edge to the node that writes it, `self` for one to the previous cycle, `external` for a table nobody writes. */
  readonly kind: 'table' | 'self' | 'external'
  /** `false` where the SQL is a text in Python or shell code. */
  readonly sure?: TableUse['sure']
}

/** An edge that was not added, and why not. */
export interface LeftDependency extends AddedDependency {
  /** Why it was not added, as a sentence. */
  readonly reason: string
}

/** A statement that was not read, and whose it is. */
export interface NodeSqlFault extends SqlFault {
  readonly node: string
  readonly workflow: string
}

/** What {@link deriveDependencies} gives. */
export interface DerivedDependencies<Source> {
  /** The same workflow or project, with the edges. */
  readonly builder: Source
  readonly added: readonly AddedDependency[]
  /** What tables ask for and was not added: edges that would close a cycle, or cannot be placed. */
  readonly left: readonly LeftDependency[]
  /** The statements that were not read, whose tables are not known. */
  readonly faults: readonly NodeSqlFault[]
  /**
   * All of it, a line each: `+` for an edge that was added, `!` for one that was not, `?` for a statement that was not read. Where
   * there is nothing of these, it says so.
   */
  toText(): string
}

function lineOf({ node, upstream, upstreamWorkflow, table, line, kind }: AddedDependency): string {
  const place = line === undefined ? 'declared' : `line ${line}`
  const from = upstreamWorkflow === undefined || upstreamWorkflow === '' ? upstream : `${upstreamWorkflow}/${upstream}`
  const what = kind === 'self' ? `${node} after its previous cycle` : `${node} after ${from}`
  return `${what}: ${table} (${place})`
}

const nothing = 'Nothing to add: no node reads a table that another one writes and that it does not come after already.'
const noNodes =
  'Nothing to add: there is no node. Documents with one node each, as of version 2.0.0, are given together, as parts of a project.'

/** The text of what was added and what was not. */
export function derivedText(
  { added, left, faults }: Pick<DerivedDependencies<unknown>, 'added' | 'left' | 'faults'>,
  hasNodes: boolean,
): string {
  const lines = [
    ...added.map((edge) => `+ ${lineOf(edge)}`),
    ...left.map((edge) => `! not added: ${lineOf(edge)}: ${edge.reason}`),
    ...faults.map(({ node, message }) => `? ${node}: ${message}`),
  ]
  if (lines.length === 0) return `${hasNodes ? nothing : noNodes}\n`
  return lines.map((line) => `${line}\n`).join('')
}
