import { type ArgumentKind, checkArgument, checkSettings, fields } from '../../diagnostics/arguments.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import type { Hint } from '../../diagnostics/hint.ts'
import { planRuns, type RunPlan } from './plan.ts'
import { type RunsRange, type RunsSource, rangeKinds } from './request.ts'
import { describeRun, type ScheduledRun } from './run.ts'
import { walkRuns } from './walk.ts'

/**
 * The runs of a schedule, in order, worked out one at a time as they are asked for. The result depends on neither the
 * machine's time zone nor today's date.
 *
 * Clock changes follow the help page on daylight saving time: of a time that the clock shows twice, only the second
 * runs. A time that the clock skips has no run in an hourly or minutely schedule; in a daily, weekly, monthly or yearly
 * one the run moves on by what is skipped and is a dry run. Where that falls on a run of its own, it is left out. That
 * both ends of startTime and endTime are included, and how far a run moves when not an hour is skipped, is inferred:
 * the documentation does not say.
 *
 * A weekly, monthly or yearly node has an instance on every day, which on days that its cron does not name is a dry run;
 * `everyDay` gives those as well. `simulate` of `flowspec/simulate` does the same for whole documents.
 *
 * @param trigger - the cron, its time zone, and the window in which it runs; a schedule such as `daily('02:00')` has them
 * @param range - after which instant, and up to which instant or how many
 * @returns an iterator that can be looped over once; without `to`, `count` or an endTime it goes on to the year 9999.
 *   It is empty when the cron never fires
 * @throws FlowSpecError with every fault of the trigger and the range; paths are relative to them, such as `/cron`. A
 *   custom calendar is one: which days it has cannot be known here
 *
 * @example
 * ```ts
 * import { runs } from 'flowspec/schedule'
 *
 * const trigger = { cron: '00 02 00 * * ?', timezone: 'Asia/Shanghai' }
 * for (const run of runs(trigger, { from: new Date(), count: 5 })) {
 *   process.stdout.write(`${run.at} for ${run.businessDate}\n`)
 * }
 * ```
 */
export function runs(
  trigger:
    | RunsSource
    | Hint<'of a document, the trigger of one of its workflows, or simulate(document, …); nodes run with their workflow'>,
  range: RunsRange,
): Generator<ScheduledRun, void, undefined> {
  checkSource(trigger)
  checkSettings('runs', 'range', range, rangeKinds)
  const plan = planRuns('toTrigger' in trigger ? trigger.toTrigger() : trigger, range)
  if (plan.ok) return describeRuns(plan.plan)
  throw new FlowSpecError(plan.diagnostics)
}

const triggerKind: ArgumentKind = {
  ...fields,
  takes: "the fields of a trigger, a workflow, or a schedule such as daily('02:00')",
}

/** What people give in place of a trigger, and what they can write. */
const others: readonly (readonly [key: string, takes: string])[] = [
  [
    'spec',
    'the trigger of one of its workflows, or ask simulate(document, …) of flowspec/simulate, which knows all of them',
  ],
  [
    'workflow',
    'the trigger of one of its workflows: .workflow(name), or ask simulate(document, …) of flowspec/simulate',
  ],
  ['environments', 'the trigger of a workflow, or ask simulate(project, …) of flowspec/simulate'],
  ['build', 'a workflow, or what .schedule(…) of the node takes'],
  ['documents', 'the trigger of a workflow, or ask simulate(project, …) of flowspec/simulate'],
  ['afterPrevious', 'the workflow of the node, with which it runs, or what its .schedule(…) takes'],
]

function checkSource(trigger: object): asserts trigger is RunsSource {
  checkArgument('runs', 'trigger', trigger, triggerKind)
  if ('toTrigger' in trigger) return
  const other = others.find(([key]) => key in trigger)
  if (other !== undefined) checkArgument('runs', 'trigger', trigger, { takes: other[1], holds: () => false })
}

function* describeRuns(plan: RunPlan): Generator<ScheduledRun, void, undefined> {
  for (const run of walkRuns(plan)) yield describeRun(run)
}
