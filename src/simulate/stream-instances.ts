import { checkArgument, checkSettings, object } from '../diagnostics/arguments.ts'
import { millisecondsPerDay, millisecondsPerMinute, minutesPerHour } from '../schedule/time-units.ts'
import type { Instance } from './instance.ts'
import { InstanceBuilder } from './instance-builder.ts'
import type { ReadMoment, TimeWindow } from './plan/span.ts'
import { daysBefore, lookBackDays } from './plan/timeline.ts'
import {
  linksPerInstance,
  type PlannedPart,
  planPart,
  prepare,
  runsInOrder,
  runsPerInstance,
  type Scene,
} from './scene.ts'
import { type SimulateOptions, simulateKinds, tooMany } from './simulate-options.ts'
import type { SimulatedDocuments } from './simulated-document.ts'
import type { CarriedStates } from './states/carried-states.ts'
import { spreadStates } from './states/run-states.ts'

/**
 * The instances of a span, one after the other as they are asked for: those that `simulate` gives, in the same order, for
 * projects and spans that are too large to be held at once. What is kept at a time are the instances of a part of the
 * span and the runs of the days just before it.
 *
 * @param documents - one document, a project, or several; dependencies are found across them by output
 * @param options - as `simulate` takes them; `maxInstances` is how many are worked out at a time
 * @returns an iterator that can be looped over once
 * @throws FlowSpecError at once, as `simulate` does; rule `schema/range` while it is looped over, when a single minute has
 *   more instances than `maxInstances`
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { streamInstances } from 'flowspec/simulate'
 *
 * const flows = ['orders', 'items'].map((name) => workflow(name).cron('00 00 00-23/1 * * ?').nodes(shell('load').code('ls')))
 * const states = new Map<string, number>()
 * for (const { state } of streamInstances(flows, { from: '2026-01-01', to: '2026-01-31' })) {
 *   states.set(state, (states.get(state) ?? 0) + 1)
 * }
 * ```
 */
export function streamInstances(
  documents: SimulatedDocuments,
  options: SimulateOptions,
): Generator<Instance, void, undefined> {
  checkArgument('streamInstances', 'documents', documents, object)
  checkSettings('streamInstances', 'options', options, simulateKinds)
  const scene = prepare(documents, options)
  // Tells every fault of every trigger now, without working out any run.
  planPart(scene, { daysBefore: 0, mostInstances: 0, mostRuns: 0 })
  return instancesOf(scene)
}

function* instancesOf(scene: Scene): Generator<Instance, void, undefined> {
  const mostLinks = scene.request.maxInstances * linksPerInstance
  let carried: CarriedStates | undefined
  for (const { planned } of partsOf(scene)) {
    const states = spreadStates(planned, mostLinks, carried)
    const builder = new InstanceBuilder(scene.evaluator, states.stateOf, mostLinks)
    for (const { planned: task, run } of runsInOrder(planned)) yield builder.build(task, run)
    carried = states.carry()
  }
}

const shortest = millisecondsPerMinute
const longest = 512 * millisecondsPerDay

/** The span in parts that follow one another, long where there are few instances and short where there are many. */
function* partsOf(scene: Scene): Generator<PlannedPart, void, undefined> {
  const { maxInstances, from, to } = scene.request
  const mostRuns = maxInstances * runsPerInstance
  const end = latestInstant(to)
  let start = earliestInstant(from)
  let length = millisecondsPerDay
  let before = daysBefore
  while (start <= end) {
    const window: TimeWindow = { from: start, until: Math.min(start + length, end + 1) }
    const part = planPart(scene, { window, daysBefore: before, mostInstances: maxInstances, mostRuns })
    if (part.tooMany === undefined) {
      yield part
      start = window.until
      before = lookBackDays
      const count = part.planned.reduce((sum, { timeline }) => sum + timeline.count, 0)
      if (count < maxInstances / 8) length = Math.min(longest, length * 2)
    } else if (length > shortest) length = Math.max(shortest, Math.floor(length / 4 / shortest) * shortest)
    else throw tooMany(`${part.tooMany} about a minute`, part.tooMany === 'instances' ? maxInstances : mostRuns)
  }
}

/** How far the clocks of zones are from UTC at most. */
const furthest = 15 * minutesPerHour * millisecondsPerMinute
const firstRun = -2 * millisecondsPerDay
const lastRun = /* @__PURE__ */ Date.UTC(10_000, 0, 2)

function earliestInstant({ kind, value }: ReadMoment): number {
  return Math.max(firstRun, kind === 'instant' ? value : value - furthest)
}

function latestInstant({ kind, value }: ReadMoment): number {
  const instant = kind === 'instant' ? value : value + furthest + (kind === 'day' ? millisecondsPerDay : 0)
  return Math.min(lastRun, instant)
}
