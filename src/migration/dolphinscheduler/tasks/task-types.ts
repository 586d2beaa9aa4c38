import { inTable } from '../../reading/lenient.ts'
import { nodeOfUnknownKind } from '../../target/placeholder.ts'
import { conditionsTask } from './conditions.ts'
import { dataXTask, sqoopTask } from './data-integration.ts'
import { dependentTask } from './dependent.ts'
import { httpTask } from './http.ts'
import { flinkTask, mapReduceTask, sparkTask } from './jobs.ts'
import { hiveCliTask, pythonTask, shellTask } from './scripts.ts'
import { procedureTask, sqlTask } from './sql.ts'
import { subProcessTask } from './sub-process.ts'
import { switchTask } from './switch.ts'
import type { TaskConverter } from './task-site.ts'

/** What becomes of tasks, by their types in all versions. */
const converters: Readonly<Record<string, TaskConverter>> = {
  SHELL: shellTask,
  PYTHON: pythonTask,
  SQL: sqlTask,
  PROCEDURE: procedureTask,
  HIVECLI: hiveCliTask,
  SPARK: sparkTask,
  FLINK: flinkTask,
  FLINK_STREAM: flinkTask,
  MR: mapReduceTask,
  HTTP: httpTask,
  DATAX: dataXTask,
  SQOOP: sqoopTask,
  CONDITIONS: conditionsTask,
  SWITCH: switchTask,
  DEPENDENT: dependentTask,
  SUB_PROCESS: subProcessTask,
  SUB_WORKFLOW: subProcessTask,
}

const otherTask: TaskConverter = (site) => {
  const { type } = site.task
  const kind = type.slice(0, 60)
  const what = `task type ${kind === '' ? 'that is not said' : kind}`
  return nodeOfUnknownKind(site, site.workspace.commandOf(type) ?? 'DIDE_SHELL', what, kind)
}

/** What a type of task becomes; one that nothing is known of, a node to be written. */
export function converterOf(type: string): TaskConverter {
  return inTable(converters, type) ?? otherTask
}
