import type { SourcePlace } from '../../diagnostics/diagnostic.ts'
import { cut, showValue } from '../../diagnostics/show-value.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import { parseParameter } from '../../schedule/parameters/parse.ts'
import type { NoteTaker } from '../note.ts'
import { inTable } from '../reading/lenient.ts'
import type { SourceProblems } from '../reading/source-problems.ts'
import type { ParameterDraft } from '../target/draft.ts'
import type { TargetWorkspace } from '../target/target-workspace.ts'
import type { Cell } from './read-csv.ts'
import type { ColumnName, Columns } from './table-columns.ts'

const longestShown = 60

/** One row: its number as people count, from the one with the titles, and what its columns say. */
export class TableRow {
  readonly number: number
  readonly name: string
  readonly workflow: string
  readonly #cells: readonly Cell[]
  readonly #columns: Columns

  constructor(number: number, cells: readonly Cell[], columns: Columns) {
    this.number = number
    this.#cells = cells
    this.#columns = columns
    this.name = this.text('name') ?? this.text('workflow') ?? ''
    this.workflow = this.text('workflow') ?? this.name
  }

  /** What a column says; undefined for nothing. */
  text(column: ColumnName): string | undefined {
    const at = this.#columns.at.get(column)
    const text = at === undefined ? undefined : this.#cells[at]?.text
    return text === undefined || text.trim() === '' ? undefined : column === 'code' ? text : text.trim()
  }

  place(column: ColumnName): SourcePlace {
    const at = this.#columns.at.get(column) ?? 0
    return this.#cells[at]?.place ?? this.#cells[0]?.place ?? { line: this.number, column: 1 }
  }

  /** Tells of text that stands where no title says what it is: a separator in a field cuts it in two. */
  refuseUntitled(count: number, problems: SourceProblems): void {
    const stray = this.#cells.find(
      ({ text }, at) => (at >= count || this.#columns.untitled.has(at)) && text.trim() !== '',
    )
    if (stray === undefined) return
    problems.addAt(
      stray.place,
      `Row ${this.number} has ${showValue(stray.text)} where no title says what it is: it has ${this.#cells.length} fields, and there are ${count} titles.`,
      'Put a field that holds separators into quotes, "a,b", or give the column a title.',
    )
  }

  /** Tells what columns say that is not carried. */
  noteTold(note: NoteTaker): void {
    for (const [at, { title, usual, why, wayOut }] of this.#columns.told) {
      const text = this.#cells[at]?.text.trim() ?? ''
      if (!usual.test(text)) note({ what: `${title} ${cut(text, longestShown)}`, why, wayOut })
    }
  }

  /** Tells what is wrong with what a column says. */
  refuse(column: ColumnName, fault: string, hint: string, problems: SourceProblems): void {
    problems.addAt(this.place(column), `Row ${this.number}, column ${column}: ${fault}`, hint)
  }
}

const usualTypes: Readonly<Record<string, string>> = { SHELL: 'DIDE_SHELL', PYTHON: 'PYTHON', SQL: 'ODPS_SQL' }

/** The node type of a row: a word such as SHELL, or a command of DataWorks. */
export function commandOf(row: TableRow, workspace: TargetWorkspace, problems: SourceProblems): string {
  const written = row.text('type') ?? 'SHELL'
  const type = written.toUpperCase()
  const said = workspace.commandOf(type) ?? inTable(usualTypes, type)
  const command = said ?? [written, type].find((one) => nodeTypes.has(one))
  if (command !== undefined) return command
  const hint =
    'Write SHELL, PYTHON, SQL, or a node type of DataWorks such as ODPS_SQL, or say what it is: TYPE=COMMAND.'
  row.refuse('type', `${showValue(written)} is no type of a node.`, hint, problems)
  return 'DIDE_SHELL'
}

/** Parameters written `name=value`, with semicolons between them. */
export function parametersOf(row: TableRow, problems: SourceProblems): readonly ParameterDraft[] {
  const seen = new Set<string>()
  return (row.text('parameters') ?? '').split(';').flatMap((pair): readonly ParameterDraft[] => {
    if (pair.trim() === '') return []
    const [, name, value = ''] = /^\s*(\w+)\s*=(.*)$/s.exec(pair) ?? []
    if (name === undefined) {
      row.refuse(
        'parameters',
        `${showValue(pair)} is no parameter.`,
        'Write name=value, and ; between parameters.',
        problems,
      )
      return []
    }
    if (seen.has(name)) row.refuse('parameters', `${showValue(name)} is given twice.`, 'Leave one out.', problems)
    seen.add(name)
    const fault = parseParameter(value.trim()).diagnostics.find(({ severity }) => severity === 'error')
    if (fault !== undefined) {
      row.refuse('parameters', fault.message, fault.hint ?? 'Write a parameter of DataWorks.', problems)
    }
    return [{ name, value: value.trim() }]
  })
}

/** The names of what a row comes after. */
export function dependsOf(row: TableRow): readonly string[] {
  return (row.text('depends') ?? '').split(/[;,|\n]/).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))
}
