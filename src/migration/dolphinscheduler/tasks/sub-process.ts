import { fieldText } from '../../reading/lenient.ts'
import type { TaskConverter } from './task-site.ts'

/** `SUB_PROCESS`: a node that runs the other workflow. */
export const subProcessTask: TaskConverter = ({ task, find, note }) => {
  const code = fieldText(task.params, 'processDefinitionCode', 'workflowDefinitionCode', 'processDefinitionId') ?? ''
  const found = find(code)
  if (found !== undefined) return { making: { kind: 'subProcess', target: { kind: 'workflow', workflow: found.key } } }
  const output = `dolphinscheduler.${code.replaceAll(/\W+/g, '_')}`
  note({
    what: `workflow ${code} that it runs`,
    why: `That is not in what was given; the node runs the output '${output}', which there is none of yet.`,
    wayOut: 'Migrate both together, or put the output of the workflow there is into .runs(external(…)).',
  })
  return { making: { kind: 'subProcess', target: { kind: 'external', output } } }
}
