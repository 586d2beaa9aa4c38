import type { CustomRule, RuleProject, TableRuleName } from '../../check/engine/custom-rules.ts'
import { checkSettings, type SettingKindsOf, text } from '../../diagnostics/arguments.ts'
import { documentSource, givenDocuments, projectIn } from '../../document/given-documents.ts'
import { groupsOf } from '../../document/index/first-by-key.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { reading } from '../../document/reading.ts'
import { distinctDocuments, labelOf } from '../dependencies/distinct-documents.ts'
import { mapTables } from '../dependencies/table-map.ts'
import { upstreamUses } from '../dependencies/upstream-uses.ts'
import { judgeDeclarations } from './declarations.ts'
import { judgeEdges } from './edges.ts'
import { judgeReads } from './reads.ts'
import type { TableFinding } from './table-finding.ts'
import { judgeUnread } from './unread.ts'
import { judgeWrites } from './writes.ts'

interface TableRule extends Pick<CustomRule, 'severity' | 'summary'> {
  readonly name: TableRuleName
}

const described: readonly TableRule[] = [
  { name: 'code/unread-sql', severity: 'info', summary: 'Each statement of SQL is read, or its tables are declared.' },
  { name: 'table/contradicted', severity: 'warning', summary: 'What a node declares is what its SQL does.' },
  { name: 'table/later-cycle', severity: 'warning', summary: 'A table is written before it is read, not after.' },
  { name: 'table/unjustified-edge', severity: 'info', summary: 'An edge has a table that justifies it.' },
  { name: 'table/unordered-read', severity: 'warning', summary: 'Who reads a table comes after who writes it.' },
  { name: 'table/unordered-writes', severity: 'warning', summary: 'Two that write one table have an order.' },
]

/** Settings of {@link sqlRules}. */
export interface SqlRuleOptions {
  /**
   * The other documents: a project, or a list of documents and builders. Default: those of the project that is checked, and
   * none where a document is checked alone.
   */
  readonly among?: object
  /** The project that names of tables without one belong to. Default: the one that is checked. */
  readonly project?: string
  /** Where `among` is a project with environments: the one whose documents are meant. It has to be said. */
  readonly environment?: string
}

const kinds: SettingKindsOf<SqlRuleOptions> = { among: documentSource, project: text, environment: text }

/** What a rule finds in a document, by the place of the document. */
type FindingsByDocument = ReadonlyMap<number, readonly TableFinding[]>

function byDocument(findings: readonly TableFinding[]): FindingsByDocument {
  return groupsOf(findings, ({ document }) => document)
}

type Findings = Readonly<Record<TableRuleName, FindingsByDocument>>

function judge(documents: readonly unknown[], project: string | undefined): Findings {
  const map = mapTables(
    documents.map((document, at) => ({ document, path: `/${at}` })),
    project,
  )
  const { unordered, later } = judgeReads(map, upstreamUses(map))
  return {
    'code/unread-sql': byDocument(judgeUnread(map)),
    'table/contradicted': byDocument(judgeDeclarations(map)),
    'table/later-cycle': byDocument(later),
    'table/unjustified-edge': byDocument(judgeEdges(map)),
    'table/unordered-read': byDocument(unordered),
    'table/unordered-writes': byDocument(judgeWrites(map)),
  }
}

/** The others, without those that a list of documents has itself. */
function withOthers(documents: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const labels = new Set(documents.map(labelOf))
  return [...documents, ...others.filter((other) => !labels.has(labelOf(other)))]
}

/** Judges documents once for all rules. */
class TableJudge {
  readonly #others: readonly unknown[]
  readonly #project: string | undefined
  readonly #ofOthers: string | undefined
  readonly #alone: WeakMap<SpecIndex, Findings> = new WeakMap()
  /** By the documents of a project, which are the same list for all of them. */
  readonly #ofProjects: WeakMap<readonly unknown[], Findings> = new WeakMap()

  /** @param ofOthers - the project of the others, where they are that of one */
  constructor(others: readonly unknown[], project: string | undefined, ofOthers: string | undefined) {
    this.#others = others
    this.#project = project
    this.#ofOthers = ofOthers
  }

  findingsIn({ identifier, documents, position }: RuleProject, rule: TableRuleName): readonly TableFinding[] {
    const findings =
      this.#ofProjects.get(documents) ?? judge(withOthers(documents, this.#others), this.#project ?? identifier)
    this.#ofProjects.set(documents, findings)
    return findings[rule].get(position) ?? []
  }

  /** Of a document that is checked alone, which comes first among the others. */
  findings(index: SpecIndex, rule: TableRuleName): readonly TableFinding[] {
    const documents = [index.document]
    const findings =
      this.#alone.get(index) ?? judge(withOthers(documents, this.#others), this.#project ?? this.#ofOthers)
    this.#alone.set(index, findings)
    return findings[rule].get(0) ?? []
  }
}

/** The documents that are looked at besides those that are checked. */
function othersIn({ among, environment }: SqlRuleOptions): readonly unknown[] {
  if (among === undefined) return []
  const given = reading('sqlRules', among, () => givenDocuments(among, { environment }))
  return distinctDocuments(given).map(({ document }) => document)
}

/**
 * The rules of the catalogue that read the SQL of nodes, to be given to a check: tables that are read before they are written,
 * writers of one table without an order, edges that no table justifies, declared tables that the code contradicts, and statements that are not read. Like all
 * rules they can be turned off, given other severities and suppressed; what they say names the line of the SQL.
 *
 * Where a project is checked, what a node of another workflow writes counts as well; a document that is checked alone is looked
 * at alone, unless the others are given.
 *
 * @throws FlowSpecError of settings that are none, and where `among` is a project with environments, of which none is named
 * @returns the rules, for `custom` of `check`, `build`, `checkSpec` and `checkProject`
 *
 * @example
 * ```ts
 * import { formatDiagnostics, odpsSql, workflow } from 'flowspec'
 * import { sqlRules } from 'flowspec/sql'
 *
 * const load = odpsSql('load').code('insert overwrite table ods_orders select 1')
 * const report = odpsSql('report').code('select * from ods_orders')
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(load, report)
 *
 * process.stdout.write(formatDiagnostics(orders.check({ custom: sqlRules() })))
 * ```
 */
export function sqlRules(options: SqlRuleOptions = {}): readonly CustomRule[] {
  checkSettings('sqlRules', 'options', options, kinds)
  const { among, project } = options
  const tables = new TableJudge(othersIn(options), project, among && projectIn(among))
  return described.map((rule): CustomRule => {
    return {
      ...rule,
      run(index, report, inProject) {
        const found =
          inProject === undefined ? tables.findings(index, rule.name) : tables.findingsIn(inProject, rule.name)
        for (const { document: _, ...finding } of found) report(finding)
      },
    }
  })
}
