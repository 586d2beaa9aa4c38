import { fieldText } from '../../reading/lenient.ts'
import { runElsewhere } from '../../target/not-given.ts'
import type { TaskConverter } from './task-site.ts'

/** `SUB_PROCESS`: a node that runs the other workflow. */
export const subProcessTask: TaskConverter = ({ task, find, note }) => {
  const code = fieldText(task.params, 'processDefinitionCode', 'workflowDefinitionCode', 'processDefinitionId') ?? ''
  const found = find(code)
  if (found !== undefined) return { making: { kind: 'subProcess', target: { kind: 'workflow', workflow: found.key } } }
  return { making: { kind: 'subProcess', target: runElsewhere('dolphinscheduler', 'workflow', code, note) } }
}
