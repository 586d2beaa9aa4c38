import type { NodeStrategyInput } from '../../builders/node/strategy.ts'
import { type NoteTaker, namesOf, type Remark } from '../note.ts'
import { noteUnread } from '../reading/unasked-fields.ts'
import type { NodeDraft, UpstreamDraft } from '../target/draft.ts'
import { joinBefore } from '../target/join-before.ts'
import { beyondReruns, mostRerunMinutes, mostReruns, withoutCode } from '../target/rerun-limits.ts'
import type { Merge, SwitchArms } from './merges.ts'
import type { DolphinProcess, DolphinTask } from './model.ts'
import { quietOfParams } from './quiet-fields.ts'
import { branchOf } from './tasks/conditions.ts'
import type { ConvertedTask, TaskSite } from './tasks/task-site.ts'
import { converterOf } from './tasks/task-types.ts'
import { usualPriority } from './words.ts'

const millisecondsPerMinute = 60_000

function rerunsOf({ retryTimes, retryMinutes }: DolphinTask, note: NoteTaker): NodeStrategyInput {
  if (retryTimes <= 0) return { rerunTimes: 0 }
  if (retryTimes > mostReruns || retryMinutes > mostRerunMinutes) {
    note(beyondReruns(`${retryTimes} reruns after ${retryMinutes} minutes each`))
  }
  const minutes = Math.min(Math.max(retryMinutes, 1), mostRerunMinutes)
  return { rerunTimes: Math.min(retryTimes, mostReruns), rerunInterval: minutes * millisecondsPerMinute }
}

function timeoutOf({ timeout, failsByTimeout }: DolphinTask, note: NoteTaker): NodeStrategyInput {
  if (timeout === undefined || timeout <= 0) return {}
  if (failsByTimeout) return { timeout: { value: timeout, unit: 'MINUTES' } }
  note({
    what: `alert after ${timeout} minutes`,
    why: 'A timeout of DataWorks ends the node; alerts are set up in its monitoring.',
    wayOut: 'Create an alert rule for the node.',
  })
  return {}
}

/** Tells of reruns and timeouts of what runs another workflow, or waits for one. */
function noteWithoutCode(task: DolphinTask, { making }: ConvertedTask, note: NoteTaker): void {
  if (making.kind !== 'subProcess' && making.kind !== 'plain') return
  if (making.kind === 'subProcess' && task.retryTimes > 0) note(withoutCode(`${task.retryTimes} reruns`))
  if (timeoutOf(task, note).timeout !== undefined) note(withoutCode(`timeout of ${task.timeout} minutes`))
}

function noteUnusual({ delayMinutes, unusual }: DolphinTask, note: NoteTaker): void {
  if (delayMinutes > 0) {
    note({
      what: `delay of ${delayMinutes} minutes`,
      why: 'A node of a workflow begins when what it comes after has finished.',
      wayOut: 'Delay the workflow, .delaySeconds(…), or wait in the code.',
    })
  }
  for (const what of unusual) {
    note({ what, why: 'Nodes of DataWorks have no such setting.', wayOut: 'Look at its resource group.' })
  }
}

/** Whether any task of a process has another priority than the usual one; else all may have that of DataWorks. */
export function hasPriorities({ tasks }: DolphinProcess): boolean {
  return tasks.some(({ priority }) => priority !== usualPriority)
}

/** What comes right after tasks of several types comes after a part of them. */
export interface Ways {
  readonly arms: SwitchArms
  readonly merges: ReadonlyMap<string, Merge>
  /** The tasks that run when others failed. */
  readonly failed: ReadonlySet<string>
  /** Whether priorities are written. */
  readonly hasPriorities: boolean
}

/** The tasks of the branches for failures. */
export function failedTasks({ tasks }: DolphinProcess): ReadonlySet<string> {
  return new Set(
    tasks.filter(({ type }) => type === 'CONDITIONS').flatMap(({ params }) => branchOf(params, 'failedNode')),
  )
}

/** The files that a task lists, beside the program of a job, which is told of where its call is written. */
function noteFiles({ params, type }: DolphinTask, note: NoteTaker): void {
  if (type === 'SPARK' || type === 'MR') return
  const files = params
    .records('resourceList')
    .map((one) => one.text('resourceName', 'res', 'fullName', 'name', 'id') ?? 'without a name')
  if (files.length === 0) return
  note({
    what: `files ${namesOf(files)}`,
    why: 'The export has no content of files, and the task finds them in its folder.',
    wayOut: 'Upload them as resources of the workspace, and refer to them: .resources(file).',
  })
}

/** What becomes of a task, before it is known what the tasks beside it become. */
export function convertTask(site: TaskSite): ConvertedTask {
  noteUnusual(site.task, site.note)
  noteFiles(site.task, site.note)
  const converted = converterOf(site.task.type)(site)
  if (converted.isPlaceholder === true) return converted
  noteUnread(site.task.params, quietOfParams, site.task.type.slice(0, 60), site.note)
  return converted
}

/** What is said of a task behind a switch that none of its conditions leads to. */
function afterNoArm(title: string): Remark {
  return {
    what: `dependency on the switch ${title}`,
    why: 'None of its conditions leads to the task: it runs after the switch, whatever that decides.',
    wayOut: 'Look at whether it shall run, and add an arm for it.',
  }
}

/** What is said where ways meet of which a switch takes some. */
const metWays: Readonly<Record<Merge['kind'], Remark>> = {
  arm: {
    what: 'ways of a switch that meet',
    why: 'One is the arm of a switch and others are not: the node would run only if all of them did.',
    wayOut: 'Put a virtual node behind the arm, and let a join wait for that and the others.',
  },
  join: {
    what: 'ways of a switch that meet behind another switch',
    why: 'The join before the task lets it run where none of them was taken, too.',
    wayOut: "Add an arm to the join that waits for the inner switch, with { status: 'Success' }.",
  },
}

/** The join before a task where ways meet of which a switch takes some. */
function joinsOf({ task, note }: TaskSite, after: readonly UpstreamDraft[], { merges }: Ways): readonly NodeDraft[] {
  const merge = merges.get(task.key)
  if (merge === undefined) return []
  if (merge.kind === 'arm' || merge.isWithinArm) note(metWays[merge.kind])
  return merge.kind === 'join' ? [joinBefore({ key: task.key, title: task.name }, after, false)] : []
}

/** The node of a task, behind a join where it needs one. */
export function nodesOf(site: TaskSite, converted: ConvertedTask, ways: Ways): readonly NodeDraft[] {
  const { task, tasks, note } = site
  const recurrence = task.recurrence === 'Normal' && ways.failed.has(task.key) ? 'Skip' : task.recurrence
  const own: NodeStrategyInput = recurrence === 'Normal' ? {} : { recurrence }
  const priority = ways.hasPriorities ? { priority: task.priority } : {}
  const strategy = { ...priority, ...rerunsOf(task, note), ...timeoutOf(task, note), ...own }
  const after = task.after.map((key): UpstreamDraft => {
    const arms = ways.arms.get(key)
    const arm = arms?.get(task.key)
    if (arms !== undefined && arm === undefined) note(afterNoArm(tasks.titleOf(key) ?? key))
    return arm === undefined ? { kind: 'node', key } : { kind: 'arm', key, arm }
  })
  const joins = joinsOf(site, after, ways)
  const waited = joins.length === 0 ? after : joins.map(({ key }): UpstreamDraft => ({ kind: 'node', key }))
  const { after: more = [], ...body } = converted
  const isRun = converted.making.kind === 'plain' && converted.making.command !== 'VIRTUAL'
  if (!isRun && converted.isPlaceholder !== true) noteWithoutCode(task, converted, note)
  const node: NodeDraft = {
    ...body,
    key: task.key,
    title: task.name,
    description: task.description,
    strategy: isRun || own.recurrence !== undefined ? strategy : priority,
    after: [...waited, ...more],
  }
  return [...joins, node]
}
