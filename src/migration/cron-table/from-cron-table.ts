import { checkArgument, text as textKind } from '../../builders/arguments.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import type { Migration, MigrationOptions } from '../migration.ts'
import { Notes, placeOf, type Remark } from '../note.ts'
import { refuseSource, SourceProblems } from '../reading/source-problems.ts'
import { assemble } from '../target/assemble.ts'
import type { NodeDraft, UpstreamDraft, WorkflowDraft } from '../target/draft.ts'
import { TargetWorkspace } from '../target/target-workspace.ts'
import { readCsv } from './read-csv.ts'
import { bodyOf } from './row-body.ts'
import { scheduleOf } from './row-schedule.ts'
import { isPaused } from './row-state.ts'
import { readColumns } from './table-columns.ts'
import { dependsOf, TableRow } from './table-rows.ts'

/** All rows, by what others call them. */
class RowTable {
  readonly byWorkflow: Map<string, TableRow[]> = new Map()
  readonly #byName: Map<string, TableRow[]> = new Map()

  constructor(rows: readonly TableRow[]) {
    for (const row of rows) {
      addToGroup(this.byWorkflow, row.workflow, row)
      addToGroup(this.#byName, row.name, row)
    }
  }

  /** What a name in the column depends means, for a row of a workflow; undefined for nothing, or for several rows. */
  upstreamOf(name: string, { workflow }: TableRow): UpstreamDraft | undefined {
    const named = this.#byName.get(name) ?? []
    const own = named.find((row) => row.workflow === workflow)
    if (own !== undefined) return { kind: 'node', key: keyOf(own) }
    const [only, ...others] = named
    if (only !== undefined && others.length === 0)
      return { kind: 'workflow', workflow: only.workflow, node: keyOf(only) }
    return this.byWorkflow.has(name) ? { kind: 'workflow', workflow: name } : undefined
  }
}

function keyOf({ number }: TableRow): string {
  return String(number)
}

/** Reads one table. */
class TableMigration {
  readonly #workspace: TargetWorkspace
  readonly #problems: SourceProblems = new SourceProblems()
  readonly #notes: Notes = new Notes()

  constructor(workspace: TargetWorkspace) {
    this.#workspace = workspace
  }

  migrate(csv: string): Migration {
    const [titles, ...cells] = readCsv(csv, this.#problems)
    if (titles === undefined)
      refuseSource('The table is empty.', 'Name the columns in the first row: name, cron, code.')
    const columns = readColumns(titles, this.#problems)
    this.#problems.end()
    const rows = cells.map((row, at) => new TableRow(at + 2, row, columns))
    if (rows.length === 0)
      this.#problems.add('', 'The table has no row below its titles.', 'Write a row for each node.')
    for (const row of rows) {
      row.refuseUntitled(titles.length, this.#problems)
      if (row.name === '') row.refuse('name', 'There is no name.', 'Give every row one.', this.#problems)
    }
    const table = new RowTable(rows)
    const drafts = [...table.byWorkflow].map(([title, group]) => this.#workflow(title, group, table))
    this.#problems.end()
    return assemble(drafts, this.#workspace, this.#notes)
  }

  #workflow(title: string, rows: readonly TableRow[], table: RowTable): WorkflowDraft {
    this.#checkNames(rows)
    const note = (remark: Remark): void => this.#notes.add(title, remark)
    const schedule = scheduleOf(rows, note, this.#problems)
    const strategy = isPaused(rows, schedule !== undefined, note) ? { recurrenceType: 'Pause' as const } : {}
    return {
      key: title,
      title,
      description: rows.length === 1 ? rows[0]?.text('description') : undefined,
      schedule,
      strategy,
      nodes: rows.map((row) => this.#node(row, rows.length, table)),
    }
  }

  #checkNames(rows: readonly TableRow[]): void {
    const seen = new Map<string, number>()
    for (const row of rows) {
      const first = seen.get(row.name)
      if (first !== undefined) {
        const fault = `${showValue(row.name)} is the name of row ${first} too.`
        row.refuse('name', fault, 'Give every row of a workflow a name of its own.', this.#problems)
      }
      seen.set(row.name, first ?? row.number)
    }
  }

  #node(row: TableRow, count: number, table: RowTable): NodeDraft {
    const after = dependsOf(row).flatMap((name): readonly UpstreamDraft[] => {
      const upstream = table.upstreamOf(name, row)
      if (upstream !== undefined) return [upstream]
      const hint = 'Write names of rows, or of workflows where several rows have a name, with ; between them.'
      row.refuse('depends', `${showValue(name)} is no row of the table, or several.`, hint, this.#problems)
      return []
    })
    const place = row.name === row.workflow ? row.name : placeOf(row.workflow, row.name)
    const note = (remark: Remark): void => this.#notes.add(place, remark)
    row.noteTold(note)
    const body = bodyOf(row, this.#workspace, note, this.#problems)
    const description = count === 1 ? undefined : row.text('description')
    return { ...body, key: keyOf(row), title: row.name, description, after }
  }
}

/**
 * Makes FlowSpec documents of a table of crons, as a CSV: a row for each node, with its name, when it runs and what it
 * does. Rows with the same text in the column `workflow` are one workflow; without that column each row is a workflow. The
 * columns may be called as people call them, and as the tables of Quartz do (`QRTZ_CRON_TRIGGERS` joined with
 * `QRTZ_TRIGGERS`): `TRIGGER_NAME`, `JOB_NAME`, `CRON_EXPRESSION`, `TIME_ZONE_ID`, `START_TIME` in milliseconds.
 *
 * | column | says |
 * | --- | --- |
 * | `name` | what the node is called |
 * | `workflow` | what the workflow is called |
 * | `cron` | a cron of Quartz, six fields or seven; of Unix with five |
 * | `timezone`, `start`, `end` | the zone, and moments as `yyyy-MM-dd HH:mm:ss`, with an offset, or milliseconds |
 * | `type` | SHELL, PYTHON, SQL, or a node type of DataWorks; SHELL when left out |
 * | `code` | what it runs |
 * | `parameters` | `name=value;name=value`, scheduling parameters of DataWorks |
 * | `depends` | names of rows that it comes after, with `;` between them |
 * | `datasource`, `description`, `state` | its data source, free text, and a state of Quartz such as `PAUSED` |
 *
 * @param csv - the text of the table, with commas, semicolons or tabs; its first row has the titles
 * @param options - the project, and what node types and data sources are called there
 * @returns a document for each workflow, and notes
 * @throws FlowSpecError with all faults at once, each with its row and column: texts that are no cron, names that there are
 *   none of, columns that are not known, text where no title says what it is
 *
 * @example
 * ```ts
 * import { toCode } from 'flowspec/codegen'
 * import { fromCronTable } from 'flowspec/migration'
 *
 * const { documents } = fromCronTable('name,cron,code\nload,0 30 2 ? * MON-FRI,./load.sh\n')
 * process.stdout.write(toCode(documents).files['index.ts'] ?? '')
 * ```
 */
export function fromCronTable(csv: string, options: MigrationOptions = {}): Migration {
  checkArgument('fromCronTable', 'csv', csv, textKind)
  return new TableMigration(new TargetWorkspace('fromCronTable', options)).migrate(csv)
}
