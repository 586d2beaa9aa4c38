import { isEmpty } from '../../../document/json/records.ts'
import { type NoteTaker, namesOf } from '../../note.ts'
import type { SourceFields } from '../../reading/source-fields.ts'
import { placeholderNode } from '../../target/placeholder.ts'
import { converterOf } from './operators.ts'
import { type ConvertedTask, commandForOperator, type TaskSite } from './task-site.ts'

/** What a task that runs once for each item of a list is expanded over, as the versions call it. */
const expansions = ['mapped_kwargs', 'expand_input', 'op_kwargs_expand_input', 'mapped_op_kwargs'] as const

function isMapped({ task: { fields } }: TaskSite): boolean {
  return fields.flag('_is_mapped') === true || expansions.some((name) => !isEmpty(fields.value(name)))
}

/** A task that runs once for each item of a list that is there only when it runs. */
function mappedNode(site: TaskSite): ConvertedTask {
  const { operator } = site.task
  return placeholderNode(site, commandForOperator(site, /Python/.test(operator) ? 'PYTHON' : 'DIDE_SHELL'), {
    what: `task that is mapped (${operator.slice(0, 80)})`,
    why: 'It runs once for each item of a list, and the number of nodes of DataWorks is fixed.',
    wayOut: 'Write a forEach that runs over the output of an assignment node, or a loop in the code.',
  })
}

function noteTeardown({ task: { fields }, note }: TaskSite): void {
  if (fields.flag('is_teardown', '_is_teardown') !== true) return
  note({
    what: 'teardown',
    why: 'It runs after failures too; what comes after a failed node does not run in DataWorks.',
    wayOut: 'Let the tasks before it clean up after themselves.',
  })
}

/** What is called when tasks end, of which only that there is something is serialized. */
const callbacks = [
  'has_on_failure_callback',
  'has_on_retry_callback',
  'has_on_success_callback',
  'has_on_execute_callback',
  'has_on_skipped_callback',
] as const

/** Tells that a DAG or a task calls functions when it ends. */
export function noteCallbacks(fields: SourceFields, note: NoteTaker): void {
  const set = callbacks.filter((name) => fields.flag(name) === true)
  if (set.length === 0) return
  note({
    what: namesOf(set.map((name) => name.replace('has_', ''))),
    why: 'The serialized DAG has no code of functions, and nodes of DataWorks call none when they end.',
    wayOut: 'Create an alert rule, or a node that comes after.',
  })
}

/** What becomes of a task. */
export function convertTask(site: TaskSite): ConvertedTask {
  noteTeardown(site)
  noteCallbacks(site.task.fields, site.note)
  if (isMapped(site)) return mappedNode(site)
  return converterOf(site.task.operator)(site)
}
