import type { Migration, MigrationOptions } from '../migration.ts'
import { Notes } from '../note.ts'
import { givenSource } from '../reading/given-source.ts'
import { SourceProblems } from '../reading/source-problems.ts'
import { assemble } from '../target/assemble.ts'
import { TargetWorkspace } from '../target/target-workspace.ts'
import { cycleOf } from './awaited-cycle.ts'
import { scheduleOf } from './dag-schedule.ts'
import { readDags } from './read-dags.ts'
import { workflowOf } from './workflow-of.ts'

/**
 * Makes FlowSpec documents of DAGs that Apache Airflow serialized: tasks of the operators whose code a serialized DAG has,
 * their order, schedules, zones, retries, `depends_on_past`, trigger rules, and what DAGs wait for in one another. Templates
 * such as `{{ ds }}` become scheduling parameters where DataWorks has one that means the same. What cannot be carried is told
 * in the notes: functions of Python, which are not in a serialized DAG, become paused nodes without code, which the check
 * tells of.
 *
 * A DAG runs at the end of its interval, and `ds` is the date of its beginning by the clock of UTC; here it runs at the same
 * moment, and the parameter counts back from it. The formats are those of the project apache/airflow, versions 1 to 3; the
 * guide [Moving to flowspec](../../../docs/migrating.md) has the tables.
 *
 * @param source - the JSON text of the column `data` of the table `serialized_dag`, or what was read of it; a list for several
 * @param options - the project, and what node types and data sources are called there, by operators and connections
 * @returns a document for each DAG, and notes
 * @throws FlowSpecError with all faults at once, for text that is not JSON or no serialized DAG
 *
 * @example
 * ```ts
 * import { toCode } from 'flowspec/codegen'
 * import { fromAirflow } from 'flowspec/migration'
 *
 * const dag = {
 *   _dag_id: 'orders',
 *   timezone: 'UTC',
 *   schedule_interval: '@daily',
 *   tasks: [{ task_id: 'load', _task_type: 'BashOperator', bash_command: './load.sh {{ ds_nodash }}', downstream_task_ids: [] }],
 * }
 * const { documents, notes } = fromAirflow({ __version: 1, dag })
 * process.stdout.write(toCode(documents).files['index.ts'] ?? '')
 * for (const { place, what } of notes) process.stderr.write(`${place}: ${what}\n`)
 * ```
 */
export function fromAirflow(source: string | object, options: MigrationOptions = {}): Migration {
  const workspace = new TargetWorkspace('fromAirflow', options)
  const problems = new SourceProblems()
  const notes = new Notes()
  const dags = readDags(givenSource('fromAirflow', source), problems, notes)
  problems.end()
  const tasks = new Map(dags.map(({ id, tasks: all }) => [id, new Set(all.map((task) => task.id))]))
  const has = (dag: string, task?: string): boolean => {
    const found = tasks.get(dag)
    return found !== undefined && (task === undefined || found.has(task))
  }
  const run = new Set(
    dags.flatMap(({ tasks: all }) => all.flatMap(({ fields }) => fields.code('trigger_dag_id') ?? [])),
  )
  const isRun = (dag: string): boolean => run.has(dag)
  // What there is to say of a schedule is said where its own workflow is made.
  const cycles = new Map(dags.map((dag) => [dag.id, cycleOf(scheduleOf(dag, isRun(dag.id), () => {}))]))
  const table = { has, isRun, cycleIn: (dag: string) => cycles.get(dag) }
  return assemble(
    dags.map((dag) => workflowOf(dag, table, workspace, notes)),
    workspace,
    notes,
  )
}
