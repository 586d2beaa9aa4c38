import type { TriggerWorkflow } from './workflow-builder.ts'
import { WorkflowImpl } from './workflow-impl.ts'

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
  return new WorkflowImpl<never, 'TriggerWorkflow'>('TriggerWorkflow', name, { kind: 'TriggerWorkflow', name })
}
