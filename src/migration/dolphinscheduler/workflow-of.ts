import type { StrategyInput } from '../../builders/node/strategy.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import { fromQuartzCron } from '../../schedule/dialects/quartz.ts'
import { type Notes, type NoteTaker, namesOf, placeOf } from '../note.ts'
import { KnownTasks } from '../reading/known-tasks.ts'
import { carrySchedule } from '../schedule/source-schedule.ts'
import type { ScheduleDraft, WorkflowDraft } from '../target/draft.ts'
import type { TargetWorkspace } from '../target/target-workspace.ts'
import { mergesIn } from './merges.ts'
import type { DolphinProcess } from './model.ts'
import { convertTask, failedTasks, hasPriorities, nodesOf } from './node-of.ts'
import type { ProcessTable } from './process-table.ts'
import { ProcessScope, TaskScope } from './scope.ts'
import { usualPriority } from './words.ts'

function scheduleOf(
  { schedule, keys }: DolphinProcess,
  table: ProcessTable,
  note: NoteTaker,
): ScheduleDraft | undefined {
  if (schedule !== undefined) return carrySchedule(schedule, fromQuartzCron, note)
  if (!keys.some((key) => table.isRun(key))) {
    note({
      what: 'no schedule',
      why: 'It becomes a workflow that is run by hand.',
      wayOut: 'Export the schedule with it, or write one: workflow(name).cron(…).',
    })
  }
  return undefined
}

function strategyOf({ schedule }: DolphinProcess, isScheduled: boolean, note: NoteTaker): StrategyInput {
  const failure = schedule?.failureStrategy
  const priority = schedule === undefined || schedule.priority === usualPriority ? undefined : schedule.priority
  const strategy: StrategyInput = {
    ...(priority === undefined ? {} : { priority }),
    ...(failure === undefined ? {} : { failureStrategy: failure }),
  }
  if (schedule !== undefined && schedule.warning !== 'NONE') {
    note({
      what: `alert on ${schedule.warning.slice(0, 20)}`,
      why: 'Alerts are set up in the monitoring of DataWorks.',
      wayOut: 'Create an alert rule for the workflow.',
    })
  }
  if (schedule === undefined || schedule.isOnline || !isScheduled) return strategy
  note({
    what: 'schedule that is offline',
    why: 'The workflow is paused: its instances do not run.',
    wayOut: "Take .strategy({ recurrenceType: 'Pause' }) out when it shall run.",
  })
  return { ...strategy, recurrenceType: 'Pause' }
}

/** What tasks have in common that is not carried, told once for all of them. */
function noteGroups({ tasks, timeout, execution }: DolphinProcess, note: NoteTaker): void {
  const workers = new Map<string, string[]>()
  const environments = new Map<string, string[]>()
  for (const { name, workerGroup, environment } of tasks) {
    if (workerGroup !== undefined && workerGroup !== 'default') addToGroup(workers, workerGroup, name)
    if (environment !== undefined) addToGroup(environments, environment, name)
  }
  for (const [group, names] of workers) {
    note({
      what: `worker group '${group}' of ${namesOf(names)}`,
      why: 'Nodes of DataWorks run in resource groups.',
      wayOut: 'Say which: .defaults({ resourceGroup }) of the workflow, or .resourceGroup(…) of the nodes.',
    })
  }
  for (const [environment, names] of environments) {
    note({
      what: `environment ${environment} of ${namesOf(names)}`,
      why: 'The export has the number of an environment and not its variables.',
      wayOut: 'Set the variables in the code, or use an image of the resource group that has them.',
    })
  }
  if (timeout > 0) {
    note({
      what: `alert after ${timeout} minutes`,
      why: 'Alerts are set up in the monitoring of DataWorks.',
      wayOut: 'Create a baseline or an alert rule for the workflow.',
    })
  }
  if (execution === undefined) return
  note({
    what: `execution ${execution.slice(0, 60)}`,
    why: 'Instances of DataWorks run at the same time unless they wait for their own last cycle.',
    wayOut: "Add .afterPrevious('self') to the workflow.",
  })
}

/** The workflow of a process. */
export function workflowOf(
  process: DolphinProcess,
  table: ProcessTable,
  workspace: TargetWorkspace,
  notes: Notes,
): WorkflowDraft {
  const note: NoteTaker = (remark) => notes.add(process.name, remark)
  const scope = new ProcessScope(process, note)
  const tasks = new KnownTasks(new Map(process.tasks.map(({ key, name }) => [key, name])))
  const sites = process.tasks.map((task) => {
    const noteTask: NoteTaker = (remark) => notes.add(placeOf(process.name, task.name), remark)
    const find = (key: string, named?: string) => table.find(key, named)
    return { task, process, scope: new TaskScope(task, scope, noteTask), workspace, find, tasks, note: noteTask }
  })
  const converted = sites.map((site) => ({ site, made: convertTask(site) }))
  const arms = new Map(
    converted.flatMap(({ site, made: { making } }) =>
      making.kind === 'branch'
        ? [[site.task.key, new Map(making.arms.map(({ key, arm }) => [key, arm]))] as const]
        : [],
    ),
  )
  const merges = mergesIn(process.tasks, arms)
  const ways = { arms, merges, failed: failedTasks(process), hasPriorities: hasPriorities(process) }
  const schedule = scheduleOf(process, table, note)
  noteGroups(process, note)
  return {
    key: table.keyOf(process),
    title: process.name,
    ...(process.project === undefined ? {} : { folders: [process.project] }),
    description: process.description,
    schedule,
    strategy: strategyOf(process, schedule !== undefined, note),
    parameters: scope.parameters(),
    nodes: converted.flatMap(({ site, made }) => nodesOf(site, made, ways)),
  }
}
