import { checkArgument, text } from '../arguments.ts'
import { callOf } from '../call.ts'
import { WorkflowImpl } from './workflow.ts'
import type { ManualWorkflow, TriggerWorkflow, Workflow } from './workflow-builder.ts'

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
  checkArgument('workflow', 'name', name, text)
  return new WorkflowImpl('CycleWorkflow', { kind: 'CycleWorkflow', name, call: callOf(workflow) })
}

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
  checkArgument('manualWorkflow', 'name', name, text)
  return new WorkflowImpl('ManualWorkflow', { kind: 'ManualWorkflow', name, call: callOf(manualWorkflow) })
}

/**
 * Starts a workflow that runs when a trigger of the workspace fires (kind TriggerWorkflow), such as a message in a queue
 * or a new file. It has no schedule; its `recurrenceType` is `NoneAuto` unless its strategy says otherwise. The source
 * is the reference model of the language.
 *
 * @param name - name of the workflow, unique in the workspace; its path ends with it
 * @returns a builder, to which `.trigger(…)` gives the name of the trigger
 *
 * @example
 * ```ts
 * import { shell, triggerWorkflow } from 'flowspec'
 *
 * const document = triggerWorkflow('on_order').trigger('orders_topic').nodes(shell('take').code('./take.sh')).build()
 * ```
 */
export function triggerWorkflow(name: string): TriggerWorkflow<never> {
  checkArgument('triggerWorkflow', 'name', name, text)
  return new WorkflowImpl('TriggerWorkflow', { kind: 'TriggerWorkflow', name, call: callOf(triggerWorkflow) })
}
