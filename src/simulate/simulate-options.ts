import { anything, fields, type SettingKindsOf, text } from '../diagnostics/arguments.ts'
import { createDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { showValue } from '../diagnostics/show-value.ts'
import type { InstantLike } from '../schedule/runs/instant.ts'
import { type ReadMoment, readMoment } from './plan/span.ts'

/**
 * A moment, in one of three forms: a date, `yyyy-MM-dd`, or what a clock on the wall shows, `yyyy-MM-dd HH:mm:ss`, both
 * in the time zone of each schedule; or a point in time: ISO 8601 text with an offset, a `Date`, or milliseconds.
 *
 * @example
 * ```ts
 * import type { Moment } from 'flowspec/simulate'
 *
 * const moments: Moment[] = ['2026-03-08', '2026-03-08 02:30:00', '2026-03-08T02:30:00-04:00', new Date()]
 * ```
 */
export type Moment = InstantLike

/**
 * What to simulate.
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { simulate, type SimulateOptions } from 'flowspec/simulate'
 *
 * const march: SimulateOptions = { from: '2026-03-01', to: '2026-03-31', publishedAt: '2026-02-28 15:00:00' }
 * const { instances } = simulate(workflow('orders').cron('00 02 00 * * ?'), march)
 * ```
 */
export interface SimulateOptions {
  /** The beginning of the span, included; a date is the beginning of that day. */
  readonly from: Moment
  /** The end of the span, included; a date is the end of that day. */
  readonly to: Moment
  /**
   * The workspace: builders are built for it, and a dependency on `project.node` finds a node without that output.
   * Default: that of the project, where one is simulated.
   */
  readonly project?: string | undefined
  /**
   * When everything was published, for the first time; a date is the beginning of that day. It decides which instances
   * exist, by the instance mode of each workflow or node. When left out: long before the span.
   */
  readonly publishedAt?: Moment | undefined
  /** The current date, for `$gmtdate` and `$bizmonth`, as `evaluateParameter` takes it. Default: that of each instance. */
  readonly now?: InstantLike | undefined
  /** Values of `${workspace.name}`, by name; they may be expressions. */
  readonly workspace?: Readonly<Record<string, string>> | undefined
  /**
   * How many instances there may be at most; ten times as many runs of schedules with those of the week before are
   * allowed, and twenty times as many dependencies between instances. A span that gives more is refused, before it takes much time or memory;
   * `streamInstances` works out so many at a time. Default: 100,000.
   */
  readonly maxInstances?: number | undefined
}

/** What is to be simulated, checked. */
export interface SimulationRequest extends Pick<SimulateOptions, 'project' | 'now' | 'workspace'> {
  readonly from: ReadMoment
  readonly to: ReadMoment
  readonly publishedAt: ReadMoment | undefined
  readonly maxInstances: number
}

/** Moments and counts are looked at where they are read, which says more of them. */
export const simulateKinds: SettingKindsOf<SimulateOptions> = {
  from: anything,
  to: anything,
  project: text,
  publishedAt: anything,
  now: anything,
  workspace: fields,
  maxInstances: anything,
}

const defaultMaxInstances = 100_000

/** Checks the options, all at once. */
export function readOptions(options: SimulateOptions): SimulationRequest {
  const faults: Diagnostic[] = []
  const from = readMoment(options.from, 'from', faults)
  const to = readMoment(options.to, 'to', faults)
  const publishedAt =
    options.publishedAt === undefined ? undefined : readMoment(options.publishedAt, 'publishedAt', faults)
  const maxInstances = readCount(options.maxInstances ?? defaultMaxInstances, faults)
  if (from !== undefined && to !== undefined && from.kind === to.kind && from.value > to.value) {
    const message = `The span ends, ${showValue(options.to)}, before it begins, ${showValue(options.from)}.`
    faults.push(fault('schedule/date-order', message, '/to', 'Swap from and to.'))
  }
  if (from === undefined || to === undefined || faults.length > 0) throw new FlowSpecError(faults)
  const { project, now, workspace } = options
  return { from, to, publishedAt, maxInstances, project, now, workspace }
}

function readCount(value: unknown, faults: Diagnostic[]): number {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value
  const message = `maxInstances, ${showValue(value)}, is not a whole number from 1.`
  faults.push(fault('schema/value', message, '/maxInstances', 'Leave it out for 100,000.'))
  return 0
}

function fault(rule: 'schedule/date-order' | 'schema/value', message: string, path: string, hint: string): Diagnostic {
  return createDiagnostic({ rule, severity: 'error', message, path, hint })
}

/** The error for a span that gives more than is allowed. */
export function tooMany(what: string, limit: number): FlowSpecError {
  return new FlowSpecError([
    createDiagnostic({
      rule: 'schema/range',
      severity: 'error',
      message: `The span gives more than ${limit.toLocaleString('en-US')} ${what}.`,
      path: '/maxInstances',
      hint: 'Take them one by one from streamInstances, choose a shorter span or fewer documents, or raise maxInstances.',
    }),
  ])
}
