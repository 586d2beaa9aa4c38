import type { SourceFields } from '../../reading/source-fields.ts'
import { runElsewhere } from '../../target/not-given.ts'
import type { TaskConverter } from './task-site.ts'

/** Whether a task runs another process. */
export function isSubProcess(type: string): boolean {
  return type === 'SUB_PROCESS' || type === 'SUB_WORKFLOW'
}

/** What the process that a task runs is known by, as the versions spell it. */
export function runCodeOf(params: SourceFields): string | undefined {
  return params.code('processDefinitionCode', 'workflowDefinitionCode', 'processDefinitionId')
}

/** `SUB_PROCESS`: a node that runs the other workflow. */
export const subProcessTask: TaskConverter = ({ task, find, note }) => {
  const code = runCodeOf(task.params) ?? 'unknown'
  const found = find(code)
  if (found !== undefined) return { making: { kind: 'subProcess', target: { kind: 'workflow', workflow: found.key } } }
  return {
    making: {
      kind: 'subProcess',
      target: runElsewhere({ scheduler: 'dolphinscheduler', titles: [code] }, 'workflow', note),
    },
  }
}
