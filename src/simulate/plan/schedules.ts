import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { type Entity, pointerOf } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'
import { wordOf, wordTable } from '../../language/word-of.ts'
import type { RunsTrigger } from '../../schedule/runs/request.ts'
import type { SimulationRequest } from '../simulate-options.ts'
import type { NoInstancesReason } from '../without-instances.ts'
import type { TimeWindow } from './span.ts'
import type { Task } from './task.ts'
import type { Timeline } from './timeline.ts'
import { countRuns, type Excess, planTimeline, type TimelineResult } from './timeline-runs.ts'

/** When tasks have instances, and why some have none. */
export interface Schedules {
  readonly timelines: ReadonlyMap<Task, Timeline>
  readonly reasons: ReadonlyMap<Task, NoInstancesReason>
  /** The earliest beginning and the latest end of the span among the zones; undefined when nothing has a schedule. */
  readonly bounds: { readonly from: number; readonly to: number } | undefined
  /** What there is too much of; then nothing else is complete. */
  readonly tooMany: Excess | undefined
}

/** The part of a span that is worked out at a time, and how much there may be in it. */
export interface PartLimits {
  readonly window?: TimeWindow | undefined
  readonly daysBefore: number
  readonly mostInstances: number
  readonly mostRuns: number
}

/** Works out schedules, each one once however many tasks follow it. */
class Scheduler {
  readonly timelines: Map<Task, Timeline> = new Map()
  readonly reasons: Map<Task, NoInstancesReason> = new Map()
  readonly faults: Diagnostic[] = []
  from: number = Number.POSITIVE_INFINITY
  to: number = Number.NEGATIVE_INFINITY
  /** Whether there are more instances or runs than are allowed; then triggers are only checked. */
  tooMany: Excess | undefined
  readonly #request: SimulationRequest
  readonly #part: PartLimits
  #instances = 0
  #runs = 0
  readonly #planned = new Map<string, TimelineResult>()
  readonly #refused = new Set<Entity['value']>()

  constructor(request: SimulationRequest, part: PartLimits) {
    this.#request = request
    this.#part = part
  }

  /** Whether the tasks have more instances than are allowed, before any is built. */
  countFirst(tasks: readonly Task[]): void {
    const counts = new Map<string, number>()
    const { mostInstances } = this.#part
    let count = 0
    for (const task of tasks) {
      const { trigger } = task.workflow ?? task
      const read = trigger && readTrigger(trigger.value)
      const hasSchedule = withoutSchedule(task, task.workflow ?? task) === undefined
      if (!hasSchedule || read?.ok !== true || read.trigger.calendarId !== undefined) continue
      const key = JSON.stringify([read.trigger, task.instanceMode])
      const known = counts.get(key) ?? countRuns(read.trigger, task.instanceMode, this.#request, mostInstances - count)
      counts.set(key, known)
      count += known
      if (count <= mostInstances) continue
      this.tooMany = 'instances'
      return
    }
  }

  schedule(task: Task): void {
    const holder = task.workflow ?? task
    const reason = withoutSchedule(task, holder)
    if (reason !== undefined) {
      this.reasons.set(task, reason)
      return
    }
    const { trigger } = holder
    const read = trigger && readTrigger(trigger.value)
    if (trigger === undefined || read === undefined) return
    if (!read.ok) this.#refuse(read.diagnostics, trigger, holder)
    else if (read.trigger.calendarId !== undefined) this.reasons.set(task, 'calendar')
    else this.#follow(task, read.trigger, trigger)
  }

  #follow(task: Task, trigger: RunsTrigger, entity: Entity): void {
    const result = this.#plan(trigger, task.instanceMode)
    if (result.kind === 'faulty') this.#refuse(result.diagnostics, entity, task.workflow ?? task)
    else if (result.kind === 'never-fires') this.reasons.set(task, result.kind)
    else if (result.kind === 'timeline') {
      this.#instances += result.timeline.count
      if (this.#instances > this.#part.mostInstances) this.tooMany ??= 'instances'
      this.timelines.set(task, result.timeline)
      this.from = Math.min(this.from, result.span.from)
      this.to = Math.max(this.to, result.span.to)
    }
  }

  #plan(trigger: RunsTrigger, mode: Task['instanceMode']): TimelineResult {
    const key = JSON.stringify([trigger, mode])
    const known = this.#planned.get(key)
    if (known !== undefined) return known
    const isOver = this.tooMany !== undefined
    const planned = planTimeline(trigger, mode, this.#request, {
      window: this.#part.window,
      daysBefore: this.#part.daysBefore,
      mostInside: isOver ? 0 : this.#part.mostInstances - this.#instances,
      mostRuns: isOver ? 0 : this.#part.mostRuns - this.#runs,
    })
    if (planned.kind === 'timeline') this.#runs += planned.timeline.runs.length
    if (planned.kind === 'too-many') this.tooMany ??= planned.what
    this.#planned.set(key, planned)
    return planned
  }

  /** Names the faults of a trigger once, where it stands. */
  #refuse(diagnostics: readonly Diagnostic[], trigger: Entity, { source, kind, name }: Task): void {
    if (this.#refused.has(trigger.value)) return
    this.#refused.add(trigger.value)
    const path = `${source.path}${pointerOf(trigger)}`
    for (const fault of diagnostics)
      this.faults.push({ ...fault, path: `${path}${fault.path}`, subject: { kind, name } })
  }
}

/** Why a task has no schedule; undefined when it follows a trigger of the scheduler. */
function withoutSchedule(task: Task, { kind, entity, source, trigger }: Task): NoInstancesReason | undefined {
  const type = kind === 'workflow' ? typeOf(entity, source.index.document) : readText(source.index.document, 'kind')
  const word = wordOf(kinds, type)
  if (word === 'ManualWorkflow' || word === 'ManualNode') return 'manual'
  if (word === 'TriggerWorkflow') return 'triggered'
  if (task.recurrence === 'NoneAuto') return 'not-automatic'
  if (trigger === undefined) return 'no-trigger'
  return reasonOfType(trigger.value['type'])
}

const kinds = /* @__PURE__ */ wordTable(['ManualWorkflow', 'ManualNode', 'TriggerWorkflow'])
const triggerTypes = /* @__PURE__ */ wordTable(['Manual', 'Streaming', 'None', 'Custom'])
const reasonsByType = { Manual: 'manual', Streaming: 'streaming', None: 'not-automatic', Custom: 'custom' } as const

function reasonOfType(type: unknown): NoInstancesReason | undefined {
  const word = wordOf(triggerTypes, type)
  return word === undefined ? undefined : reasonsByType[word]
}

/** The type of a workflow, wherever the document says it. */
function typeOf(workflow: Entity, document: unknown): string | undefined {
  const body = workflow.parent
  return readText(workflow.value, 'type') ?? readText(body?.value, 'type') ?? readText(document, 'kind')
}

/**
 * Finds the schedule that every task follows.
 *
 * @throws FlowSpecError with every fault of every trigger
 */
export function scheduleTasks(tasks: readonly Task[], request: SimulationRequest, part: PartLimits): Schedules {
  const scheduler = new Scheduler(request, part)
  // A part of a span is as short as it has to be.
  if (part.window === undefined && part.mostInstances > 0) scheduler.countFirst(tasks)
  for (const task of tasks) scheduler.schedule(task)
  const { faults, timelines, reasons, from, to } = scheduler
  if (faults.length > 0) throw new FlowSpecError(faults)
  return { timelines, reasons, bounds: from <= to ? { from, to } : undefined, tooMany: scheduler.tooMany }
}

/** A trigger as `runs` takes it, or what keeps it from being one; paths are relative to the trigger. */
type TriggerResult =
  | { readonly ok: true; readonly trigger: RunsTrigger }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

const cycleTypes = /* @__PURE__ */ wordTable(['NotDaily'])
const texts = ['cron', 'timezone', 'startTime', 'endTime', 'cycleType'] as const

/** Reads the schedule of a trigger, whose fields may hold anything; null counts as absent. */
function readTrigger(value: Readonly<Record<string, unknown>>): TriggerResult {
  const faults = texts.filter((field) => !isTextOrAbsent(value[field])).map(wrongType)
  const calendar = value['calendarId'] ?? undefined
  const cron = text(value['cron'])
  if (cron === undefined && faults.every(({ path }) => path !== '/cron')) faults.push(missingCron())
  if (cron === undefined || faults.length > 0) return { ok: false, diagnostics: faults }
  const [timezone, startTime, endTime] = [text(value['timezone']), text(value['startTime']), text(value['endTime'])]
  const cycleType = wordOf(cycleTypes, value['cycleType'])
  // Any id will do: what matters is that there is one.
  const calendarId = calendar === undefined ? undefined : Number(calendar)
  return { ok: true, trigger: { cron, timezone, startTime, endTime, cycleType, calendarId } }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string'
}

function wrongType(field: string): Diagnostic {
  const message = `The ${field} of a trigger is text.`
  return createDiagnostic({ rule: 'schema/type', severity: 'error', message, path: `/${field}` })
}

function missingCron(): Diagnostic {
  const message = 'A trigger of the scheduler has a cron; this one has none, so nothing says when it runs.'
  return createDiagnostic({ rule: 'schedule/missing-cron', severity: 'error', message, path: '' })
}
