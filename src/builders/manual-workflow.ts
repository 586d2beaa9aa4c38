import type { ManualWorkflow } from './workflow-builder.ts'
import { WorkflowImpl } from './workflow-impl.ts'

/**
 * Starts a workflow that runs when a person or a program starts it (kind ManualWorkflow). It has no schedule.
 *
 * @param name - name of the workflow, unique in the workspace; its path ends with it
 * @returns a builder; nothing is checked until `build()` or `check()`
 *
 * @example
 * ```ts
 * import { manualWorkflow, shell } from 'flowspec'
 *
 * const document = manualWorkflow('repair').nodes(shell('fix').code('./fix.sh')).build()
 * ```
 */
export function manualWorkflow(name: string): ManualWorkflow<never> {
  return new WorkflowImpl<never, 'ManualWorkflow'>('ManualWorkflow', name, { kind: 'ManualWorkflow', name })
}
