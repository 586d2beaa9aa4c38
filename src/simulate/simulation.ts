import { type ArgumentKind, checkArgument, text } from '../diagnostics/arguments.ts'
import { createDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { showValue } from '../diagnostics/show-value.ts'
import { addToGroup } from '../document/index/first-by-key.ts'
import { isRecord, readText } from '../document/json/records.ts'
import type { Instance } from './instance.ts'
import { renderInstanceCode } from './instance-code.ts'
import type { ParameterEvaluator } from './parameter-evaluator.ts'
import type { InnerNode } from './plan/inner-nodes.ts'
import type { PlannedTask } from './plan/planned-task.ts'
import { readMoment, wallClockText } from './plan/span.ts'
import type { Task } from './plan/task.ts'
import type { TimelineRun } from './plan/timeline.ts'
import type { Moment } from './simulate-options.ts'
import type { WithoutInstances } from './without-instances.ts'

/**
 * The instances of a span, and ways to find them.
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { simulate, type Simulation } from 'flowspec/simulate'
 *
 * const day: Simulation = simulate(workflow('orders').cron('00 30 02 * * ?').timezone('America/New_York'), {
 *   from: '2026-03-08',
 *   to: '2026-03-08',
 * })
 * for (const { at, state } of day.at('2026-03-08 02:30:00')) process.stdout.write(`${at} ${state}\n`)
 * ```
 */
export interface Simulation {
  /** The beginning of the span, as ISO 8601 text in UTC; of a date, the earliest among the zones of the schedules. */
  readonly from: string
  /** The end of the span, in the same form; of a date, the latest. */
  readonly to: string
  /** All instances, by schedule time, then by workflow and name. */
  readonly instances: readonly Instance[]
  /** What has none, and why. */
  readonly withoutInstances: readonly WithoutInstances[]
  /**
   * What keeps instances from ever running, whatever is done at run time: tasks that wait for one another, rule
   * `graph/cycle`. Their instances are `blocked`.
   */
  readonly notes: readonly Diagnostic[]
  /**
   * The instances of a workflow or node.
   *
   * @param name - `node` or `workflow/node`, the id of a node, or the name of a workflow. Where several have the name,
   *   the instances of all
   * @throws FlowSpecError, rule `reference/unknown-node`, when nothing has that name, or what has it is inside of another
   *   node, whose instances it is a part of
   */
  instancesOf(name: string): readonly Instance[]
  /**
   * The instances at a schedule time.
   *
   * @param time - what the clock shows in the zone of each schedule, `yyyy-MM-dd HH:mm:ss`, or a point in time. A time
   *   that a clock change skips finds the instances whose cron names it, though they are moved on
   * @throws FlowSpecError for what is neither
   */
  at(time: Moment): readonly Instance[]
  /** The instance with an id, such as that of an upstream instance; undefined when it is not in the span. */
  instance(id: string): Instance | undefined
  /** The code that an instance runs, the known values of its parameters filled in; undefined when it has none. */
  codeOf(instance: Instance): string | undefined
}

/** A run and the instance that was made of it. */
export interface BuiltRun {
  readonly planned: PlannedTask
  readonly run: TimelineRun
  readonly instance: Instance
}

/** What a simulation came to. */
interface SimulationParts {
  readonly from: number
  readonly to: number
  readonly runs: readonly BuiltRun[]
  /** All workflows and nodes, those without instances included. */
  readonly tasks: readonly Task[]
  readonly inner: readonly InnerNode[]
  readonly withoutInstances: readonly WithoutInstances[]
  readonly notes: readonly Diagnostic[]
  readonly evaluator: ParameterEvaluator
}

const noInstances: readonly Instance[] = Object.freeze([])

/** The result of a simulation; what finds instances is made when somebody asks. */
export class CompletedSimulation implements Simulation {
  readonly from: string
  readonly to: string
  readonly instances: readonly Instance[]
  readonly withoutInstances: readonly WithoutInstances[]
  readonly notes: readonly Diagnostic[]
  readonly #parts: SimulationParts
  #byName: ReadonlyMap<string, readonly Instance[]> | undefined
  #byTime: ReadonlyMap<string | number, readonly Instance[]> | undefined
  #byId: ReadonlyMap<string, BuiltRun> | undefined

  constructor(parts: SimulationParts) {
    this.from = new Date(parts.from).toISOString()
    this.to = new Date(parts.to).toISOString()
    this.instances = Object.freeze(parts.runs.map(({ instance }) => instance))
    this.withoutInstances = Object.freeze(parts.withoutInstances)
    this.notes = Object.freeze(parts.notes)
    this.#parts = parts
  }

  instancesOf(name: string): readonly Instance[] {
    checkArgument('instancesOf', 'name', name, text)
    this.#byName ??= instancesByName(this.#parts)
    const found = this.#byName.get(name)
    if (found !== undefined) return found
    const inner = this.#parts.inner.find((node) => innerNames(node).includes(name))
    throw inner === undefined ? unknownName(name, this.#byName.keys()) : innerName(name, inner)
  }

  at(time: Moment): readonly Instance[] {
    checkArgument('at', 'time', time, moment)
    this.#byTime ??= instancesByTime(this.#parts.runs)
    return this.#byTime.get(timeKey(time)) ?? noInstances
  }

  instance(id: string): Instance | undefined {
    checkArgument('instance', 'id', id, text)
    return this.#run(id)?.instance
  }

  codeOf(instance: Instance): string | undefined {
    checkArgument('codeOf', 'instance', instance, instanceKind)
    const built = this.#run(instance.id)
    if (built === undefined) return undefined
    const { planned, run } = built
    const { evaluator } = this.#parts
    return renderInstanceCode(planned.task, instance, {
      evaluate: (text) => evaluator.expression(text, planned, run),
      names: evaluator.namesOf(planned.task),
    })
  }

  #run(id: string): BuiltRun | undefined {
    this.#byId ??= new Map(this.#parts.runs.map((built) => [built.instance.id, built]))
    return this.#byId.get(id)
  }
}

/** The instances under each name that a task has, several of which may share it; of those without any, none. */
function instancesByName({ runs, tasks }: SimulationParts): ReadonlyMap<string, readonly Instance[]> {
  const names = new Map(tasks.map((task) => [task, namesOf(task)]))
  const byName = new Map<string, Instance[]>()
  for (const each of names.values()) for (const name of each) byName.set(name, [])
  for (const { planned, instance } of runs) {
    for (const name of names.get(planned.task) ?? []) byName.get(name)?.push(instance)
  }
  for (const instances of byName.values()) Object.freeze(instances)
  return byName
}

function namesOf({ label, name, entity }: Task): ReadonlySet<string> {
  return new Set([label, name, readText(entity.value, 'id') ?? name])
}

/** Instances by what the clock shows, by the time that the cron names, and by instant. */
function instancesByTime(runs: readonly BuiltRun[]): ReadonlyMap<string | number, readonly Instance[]> {
  const byTime = new Map<string | number, Instance[]>()
  for (const { run, instance } of runs) {
    const times = new Set([instance.wallClock, instance.cronTime, run.instant])
    for (const time of times) addToGroup(byTime, time, instance)
  }
  for (const instances of byTime.values()) Object.freeze(instances)
  return byTime
}

function timeKey(time: Moment): string | number {
  const faults: Diagnostic[] = []
  const read = readMoment(time, 'time', faults)
  if (read === undefined) throw new FlowSpecError(faults)
  if (read.kind === 'instant') return read.value
  if (read.kind === 'wall') return wallClockText(read.value)
  const message = `${showValue(time)} is a day, and instances are at a time of the day.`
  const hint = 'Write a date and a time, as in "2026-01-31 02:00:00".'
  throw new FlowSpecError([
    createDiagnostic({ rule: 'schedule/date-syntax', severity: 'error', message, path: '/time', hint }),
  ])
}

/** What a node inside of another may be called by, as others are. */
function innerNames({ name, id, workflow }: InnerNode): readonly (string | undefined)[] {
  return [name, id, workflow === undefined ? name : `${workflow.label}/${name}`]
}

function innerName(name: string, { holder }: InnerNode): FlowSpecError {
  const message = `${showValue(name)} stands inside ${showValue(holder)} and has no instances of its own.`
  const hint = `It runs as a part of each instance of the node around it: instancesOf(${showValue(holder)}).`
  return new FlowSpecError([
    createDiagnostic({ rule: 'reference/unknown-node', severity: 'error', message, path: '', hint }),
  ])
}

function unknownName(name: string, names: Iterable<string>): FlowSpecError {
  const near = didYouMean(name, names)
  const hint = near === undefined ? 'Write node, workflow/node or workflow.' : `Did you mean ${showValue(near)}?`
  const message = `No workflow or node is called ${showValue(name)}.`
  return new FlowSpecError([
    createDiagnostic({ rule: 'reference/unknown-node', severity: 'error', message, path: '', hint }),
  ])
}

/** What is drawn and written as a table. */
export const simulationKind: ArgumentKind = {
  takes: 'what simulate() gives',
  holds: (value) => isRecord(value) && Array.isArray(value['instances']) && Array.isArray(value['withoutInstances']),
}

const instanceKind: ArgumentKind = {
  takes: 'an instance of the simulation',
  holds: (value) => readText(value, 'id') !== undefined,
}

const moment: ArgumentKind = {
  takes: 'a time of the clock, yyyy-MM-dd HH:mm:ss, or a point in time',
  holds: (value) => typeof value === 'string' || typeof value === 'number' || value instanceof Date,
}
