import type { Migration, MigrationOptions } from '../migration.ts'
import { Notes } from '../note.ts'
import { givenSource } from '../reading/given-source.ts'
import { SourceProblems } from '../reading/source-problems.ts'
import { assemble } from '../target/assemble.ts'
import { TargetWorkspace } from '../target/target-workspace.ts'
import { ProcessTable } from './process-table.ts'
import { readProcesses } from './read-processes.ts'
import { workflowOf } from './workflow-of.ts'

/**
 * Makes FlowSpec documents of workflows that Apache DolphinScheduler exported, of version 1.3, 2 or 3: tasks with their
 * code, relations, parameters, schedules, conditions, and what workflows wait for in one another. Time expressions and crons
 * are written as DataWorks reads them. What cannot be carried is told in the notes; a task that nothing is known of becomes
 * a paused node without code, which the check tells of.
 *
 * The formats are those of the project apache/dolphinscheduler; which node types its tasks become is in the guide
 * [Moving to flowspec](../../../docs/migrating.md).
 *
 * @param source - the JSON text of an export, or what was read of it
 * @param options - the project, and what node types and data sources are called there
 * @returns a document for each workflow, and notes
 * @throws FlowSpecError with all faults at once, for text that is not JSON or no such export
 *
 * @example
 * ```ts
 * import { toCode } from 'flowspec/codegen'
 * import { fromDolphinScheduler } from 'flowspec/migration'
 *
 * const exported = [
 *   {
 *     processDefinition: { code: 1, name: 'orders' },
 *     processTaskRelationList: [{ preTaskCode: 0, postTaskCode: 11 }],
 *     taskDefinitionList: [{ code: 11, name: 'load', taskType: 'SHELL', taskParams: { rawScript: './load.sh' } }],
 *     schedule: { crontab: '0 0 2 * * ? *', timezoneId: 'Asia/Shanghai', releaseState: 'ONLINE' },
 *   },
 * ]
 * const { documents, notes } = fromDolphinScheduler(exported)
 * process.stdout.write(toCode(documents).files['index.ts'] ?? '')
 * for (const { place, what } of notes) process.stderr.write(`${place}: ${what}\n`)
 * ```
 */
export function fromDolphinScheduler(source: string | object, options: MigrationOptions = {}): Migration {
  const workspace = new TargetWorkspace('fromDolphinScheduler', options)
  const problems = new SourceProblems()
  const notes = new Notes()
  const processes = readProcesses(givenSource('fromDolphinScheduler', source), problems, notes)
  problems.end()
  const table = new ProcessTable(processes)
  const drafts = processes.map((one) => workflowOf(one, table, workspace, notes))
  return assemble(drafts, workspace, notes)
}
