import type { NodeStrategyInput } from '../../builders/node/strategy.ts'
import type { NoteTaker } from '../note.ts'
import type { SourceFields } from '../reading/source-fields.ts'
import type { NodeDraft, UpstreamDraft } from '../target/draft.ts'
import { joinBefore } from '../target/join-before.ts'
import { beyondReruns, mostRerunMinutes, mostReruns, withoutCode } from '../target/rerun-limits.ts'
import type { AirflowTask } from './model.ts'
import type { ConvertedTask } from './operators/task-site.ts'

const mostRerunSeconds = mostRerunMinutes * 60

/** Whether each retry waits longer than the one before: version 3 writes by how much, and 0 for no. */
function growsDelays(fields: SourceFields): boolean | undefined {
  const isFactor = typeof fields.value('retry_exponential_backoff') === 'number'
  if (!isFactor) return fields.flag('retry_exponential_backoff')
  return (fields.number('retry_exponential_backoff') ?? 0) > 0
}

function rerunsOf({ fields }: AirflowTask, defaults: SourceFields, note: NoteTaker): NodeStrategyInput {
  const times = fields.number('retries') ?? defaults.number('retries') ?? 0
  const seconds = fields.number('retry_delay') ?? defaults.number('retry_delay') ?? 300
  const isGrowing = growsDelays(fields) ?? growsDelays(defaults) ?? false
  const longest = fields.number('max_retry_delay') ?? defaults.number('max_retry_delay')
  if (times <= 0) return { rerunTimes: 0 }
  if (times > mostReruns || seconds > mostRerunSeconds) {
    note(beyondReruns(`${times} retries after ${seconds} seconds each`))
  }
  if (isGrowing) {
    note({
      what: `longer and longer delays of retries${longest === undefined ? '' : `, up to ${longest} seconds`}`,
      why: 'DataWorks waits for the same time before each.',
      wayOut: 'Look at whether that is enough.',
    })
  }
  const milliseconds = Math.min(Math.max(Math.round(seconds), 1), mostRerunSeconds) * 1000
  return { rerunTimes: Math.min(Math.round(times), mostReruns), rerunInterval: milliseconds }
}

function timeoutOf({ fields }: AirflowTask, defaults: SourceFields): NodeStrategyInput {
  const seconds = Math.round(fields.number('execution_timeout') ?? defaults.number('execution_timeout') ?? 0)
  if (seconds <= 0) return {}
  return seconds % 60 === 0
    ? { timeout: { value: seconds / 60, unit: 'MINUTES' } }
    : { timeout: { value: seconds, unit: 'SECONDS' } }
}

/** Tells of retries and timeouts of what runs another workflow, or waits for one. */
function noteWithoutCode({ fields }: AirflowTask, defaults: SourceFields, note: NoteTaker): void {
  const times = fields.number('retries') ?? defaults.number('retries') ?? 0
  const seconds = fields.number('execution_timeout') ?? defaults.number('execution_timeout') ?? 0
  if (times > 0) note(withoutCode(`${times} retries`))
  if (seconds > 0) note(withoutCode(`timeout of ${seconds} seconds`))
}

function isSet(name: string, { fields }: AirflowTask, defaults: SourceFields): boolean {
  return fields.flag(name) ?? defaults.flag(name) ?? false
}

function previousOf(task: AirflowTask, defaults: SourceFields): readonly ('self' | 'children')[] {
  if (isSet('wait_for_downstream', task, defaults)) return ['self', 'children']
  return isSet('depends_on_past', task, defaults) ? ['self'] : []
}

const plainRules: ReadonlySet<string> = new Set([
  'all_success',
  'none_failed',
  'none_failed_min_one_success',
  'none_failed_or_skipped',
  'none_skipped',
  'all_done_setup_success',
])
const failureRules: ReadonlySet<string> = new Set(['all_failed', 'one_failed', 'all_skipped'])

/** A task, and a join before it where its rule asks for one. */
interface RuledNodes {
  readonly after: readonly UpstreamDraft[]
  readonly join: readonly NodeDraft[]
  readonly isSkipped: boolean
}

/**
 * What a task waits for by its trigger rule. A join is put before it where tasks before it may be skipped, or where one of
 * them is enough.
 *
 * @param hasBranches - whether a task of the DAG decides which others run
 */
function ruled({ id, fields, after }: AirflowTask, hasBranches: boolean, note: NoteTaker): RuledNodes {
  const rule = fields.code('trigger_rule') ?? 'all_success'
  const upstreams = after.map((key): UpstreamDraft => ({ kind: 'node', key }))
  const plain = { after: upstreams, join: [], isSkipped: false }
  const isAny = rule === 'one_success' || rule === 'one_done'
  if (after.length === 0 || rule === 'all_success') return plain
  if (failureRules.has(rule)) {
    note({
      what: `trigger rule ${rule}`,
      why: 'What comes after a failed node does not run in DataWorks: the task is skipped.',
      wayOut: 'Let the task before it handle its failure itself, or set an alert for it.',
    })
    return { ...plain, isSkipped: true }
  }
  if (!isAny && !plainRules.has(rule)) {
    note({
      what: `trigger rule ${rule.slice(0, 40)}`,
      why: 'A node of DataWorks runs when all that it comes after has succeeded, and so does this one.',
      wayOut: 'Look at whether it must run after failures, too.',
    })
    return plain
  }
  if (!isAny && !hasBranches) return plain
  if (isAny) {
    note({
      what: `trigger rule ${rule}`,
      why: 'A join looks at the tasks before it when all of them have ended, and not as soon as one has.',
      wayOut: 'Look at whether the task may wait for the others.',
    })
  }
  const join = joinBefore({ key: id, title: id }, upstreams, isAny)
  return { after: [{ kind: 'node', key: join.key }], join: [join], isSkipped: false }
}

const silently: NoteTaker = () => undefined

/** The nodes that a task becomes: its own, behind a join where it needs one. */
export function nodesOf(
  task: AirflowTask,
  converted: ConvertedTask,
  dag: { readonly defaults: SourceFields; readonly hasBranches: boolean },
  note: NoteTaker,
): readonly NodeDraft[] {
  const { after, join, isSkipped } = ruled(task, dag.hasBranches, note)
  const { after: more = [], afterPrevious = [], ...body } = converted
  const isRun = converted.making.kind === 'plain' && converted.making.command !== 'VIRTUAL'
  const isElsewhere = converted.making.kind === 'subProcess' || more.length + afterPrevious.length > 0
  if (!isRun && isElsewhere) noteWithoutCode(task, dag.defaults, note)
  // Of what runs no code they are read all the same: nothing else is to be said of them.
  const settings = { ...rerunsOf(task, dag.defaults, isRun ? note : silently), ...timeoutOf(task, dag.defaults) }
  const strategy = isRun ? settings : {}
  const node: NodeDraft = {
    ...body,
    key: task.id,
    title: task.id,
    description: task.fields.text('doc_md', 'doc', '_task_display_name'),
    strategy: isSkipped ? { ...strategy, recurrence: 'Skip' } : strategy,
    after: [...after, ...more],
    afterPrevious: [...previousOf(task, dag.defaults), ...afterPrevious],
  }
  return [...join, node]
}
