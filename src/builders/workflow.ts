import type { Workflow } from './workflow-builder.ts'
import { WorkflowImpl } from './workflow-impl.ts'

/**
 * Starts a scheduled workflow (kind CycleWorkflow).
 *
 * @param name - name of the workflow, unique in the workspace; its path ends with it
 * @returns a builder; nothing is checked until `build()` or `check()`
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 *
 * const document = workflow('hello')
 *   .cron('00 30 05 * * ?')
 *   .timezone('Asia/Shanghai')
 *   .nodes(shell('say').code('echo hello'))
 *   .build()
 * ```
 */
export function workflow(name: string): Workflow<never> {
  return new WorkflowImpl<never, 'CycleWorkflow'>('CycleWorkflow', name, { kind: 'CycleWorkflow', name })
}
