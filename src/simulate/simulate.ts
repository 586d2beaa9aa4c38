import { checkArgument, checkSettings, object } from '../diagnostics/arguments.ts'
import { compareText } from '../diagnostics/diagnostic-order.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { checkZone, type Zone } from '../schedule/zones/zone.ts'
import { InstanceBuilder } from './instance-builder.ts'
import type { InnerNode } from './plan/inner-nodes.ts'
import { Span } from './plan/span.ts'
import { type Task, workflowName } from './plan/task.ts'
import { daysBefore } from './plan/timeline.ts'
import { linksPerInstance, planPart, prepare, runsInOrder, runsPerInstance } from './scene.ts'
import { type SimulateOptions, simulateKinds, tooMany } from './simulate-options.ts'
import type { SimulatedDocuments } from './simulated-document.ts'
import { type BuiltRun, CompletedSimulation, type Simulation } from './simulation.ts'
import { spreadStates } from './states/run-states.ts'
import type { NoInstancesReason, WithoutInstances } from './without-instances.ts'

/**
 * Works out the instances of a span: what the scheduler would make of the documents, when, with which parameters, and
 * what each instance waits for. Nothing depends on the machine's time zone, on today's date, or on the order of the
 * documents and of what is in them.
 *
 * Weekly, monthly and yearly schedules have a dry run on every other day. Clock changes are treated as `runs` of
 * `flowspec/schedule` does. Which instances depend on which follows the help page "Principles and samples of scheduling
 * configurations in complex dependency scenarios"; which exist after a publication, the page "Instance generation mode".
 * What no documentation says is in {@link inferences}.
 *
 * @param documents - one document or project, or several; dependencies are found across them by output
 * @param options - the span, and what else the instances depend on
 * @returns the instances, frozen, and ways to find them
 * @throws FlowSpecError with every fault of the options, of the documents as far as they cannot be read, and of every
 *   trigger, its path being that of the trigger in what was given; or rule `schema/range` when there are too many, which
 *   `streamInstances` gives one after the other
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { simulate } from 'flowspec/simulate'
 *
 * const report = workflow('report')
 *   .cron('00 30 02 * * ?')
 *   .timezone('America/New_York')
 *   .nodes(shell('count').code('count.sh $1').param('1', '$bizdate'))
 * const day = simulate(report, { from: '2026-03-08', to: '2026-03-08' })
 * for (const { wallClock, state, dryRunReason } of day.instancesOf('count')) {
 *   process.stdout.write(`${wallClock} ${state} ${dryRunReason ?? ''}\n`) // 2026-03-08 03:30:00 dry-run clock-change
 * }
 * ```
 */
export function simulate(documents: SimulatedDocuments, options: SimulateOptions): Simulation {
  checkArgument('simulate', 'documents', documents, object)
  checkSettings('simulate', 'options', options, simulateKinds)
  const scene = prepare(documents, options)
  const { tasks, inner, evaluator, request } = scene
  const { maxInstances } = request
  const mostLinks = maxInstances * linksPerInstance
  const mostRuns = maxInstances * runsPerInstance
  const part = planPart(scene, { daysBefore, mostInstances: maxInstances, mostRuns })
  if (part.tooMany !== undefined) throw tooMany(part.tooMany, part.tooMany === 'instances' ? maxInstances : mostRuns)
  const { planned, schedules } = part
  const { stateOf, notes } = spreadStates(planned, mostLinks)
  const builder = new InstanceBuilder(evaluator, stateOf, mostLinks)
  const runs = runsInOrder(planned).map((run): BuiltRun => ({ ...run, instance: builder.build(run.planned, run.run) }))
  const { from, to } = schedules.bounds ?? new Span(defaultZone(), request.from, request.to)
  const withoutInstances = unscheduled(schedules.reasons, inner)
  return new CompletedSimulation({ from, to, runs, tasks, inner, withoutInstances, notes, evaluator })
}

/** The zone in which dates are read when nothing has a schedule. */
function defaultZone(): Zone {
  const checked = checkZone('Asia/Shanghai')
  if (!checked.ok) throw new FlowSpecError(checked.diagnostics)
  return checked.zone
}

function unscheduled(
  reasons: ReadonlyMap<Task, NoInstancesReason>,
  inner: readonly InnerNode[],
): readonly WithoutInstances[] {
  const tasks = [...reasons].map(([task, reason]) => {
    const { kind, name, label } = task
    return { label, without: { kind, name, workflow: workflowName(task), reason } }
  })
  const parts = inner.map(({ name, holder, workflow }) => {
    const label = workflow === undefined ? name : `${workflow.label}/${name}`
    return {
      label,
      without: { kind: 'node', name, workflow: workflow?.name, reason: 'inside', inside: holder } as const,
    }
  })
  const inOrder = [...tasks, ...parts].sort((left, right) => compareText(left.label, right.label))
  return inOrder.map(({ without }) => Object.freeze(without))
}
