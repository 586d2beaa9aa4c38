import type { FlowDocument } from '../language/generated/types.ts'
import type { MigrationNote } from './note.ts'

/** What came of pipelines of another scheduler. */
export interface Migration {
  /** FlowSpec documents, one for each workflow, deeply frozen; none that the check finds an error in. */
  readonly documents: readonly FlowDocument[]
  /** All that the documents do not say, or say in another way. */
  readonly notes: readonly MigrationNote[]
}

/** What can be said of the workspace that pipelines move to. */
export interface MigrationOptions {
  /**
   * English name of the project, for outputs such as `retail.load`. Default: outputs are called after nodes and workflows
   * alone; then build the code without a project too, for dependencies between workflows name these outputs.
   */
  readonly project?: string
  /**
   * Node types of DataWorks by the types of the source, instead of the usual ones: `{ HIVE: 'ODPS_SQL', PYTHON: 'PYODPS3' }`.
   * Data sources of SQL count as types. Types that the source does not have are told in the notes, and node types that are
   * not known, which are taken all the same.
   */
  readonly commands?: Readonly<Record<string, string>>
  /**
   * Names of data sources in DataWorks by what the source calls them: `{ '1': 'orders_mysql' }`. Those that nothing runs on
   * are told in the notes.
   */
  readonly datasources?: Readonly<Record<string, string>>
}
