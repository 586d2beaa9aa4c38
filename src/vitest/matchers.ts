import { createClient } from '../dataworks/client/data-works-client.ts'
import { deploy } from '../dataworks/deploy/deploy.ts'
import { plan } from '../dataworks/plan/plan.ts'
import type { PlanSource } from '../dataworks/plan/plan-source.ts'
import { listOf, type SettingKindsOf, settingFault, text } from '../diagnostics/arguments.ts'
import { formatDiagnostics } from '../diagnostics/flow-spec-error.ts'
import { showError, showValue } from '../diagnostics/show-value.ts'
import { isRecord, readText } from '../document/json/records.ts'
import { readable } from '../document/reading.ts'
import { startEmulator } from '../emulator/emulator.ts'
import type { RunsSource } from '../schedule/runs/request.ts'
import { runs } from '../schedule/runs/runs.ts'
import { parseWallClock, type WallClock } from '../schedule/runs/wall-clock.ts'
import { millisecondsPerDay } from '../schedule/time-units.ts'
import { diagnosticsOf, type MatcherResult, requireNoMore, unfit } from './judged-source.ts'

/**
 * Matches what the check finds no error in: a builder, a project, a document, or a project that was built. Warnings and
 * notes do not count.
 *
 * @param received - what `expect` was given
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { toBeValidFlowSpec } from 'flowspec/testing/vitest'
 * import { expect } from 'vitest'
 *
 * expect.extend({ toBeValidFlowSpec })
 * expect(workflow('orders').cron('00 02 00 * * ?')).toBeValidFlowSpec()
 * ```
 */
export function toBeValidFlowSpec(received: unknown, ...more: readonly unknown[]): MatcherResult {
  requireNoMore('toBeValidFlowSpec', more)
  const found = readable('toBeValidFlowSpec', received, () => diagnosticsOf(received))
  if (found === undefined) return unfit('toBeValidFlowSpec', received, 'a builder, a project or a document')
  const errors = found.filter(({ severity }) => severity === 'error')
  return {
    pass: errors.length === 0,
    message: () =>
      errors.length === 0 ? 'the check finds no error, and was to find one' : formatDiagnostics(errors).trimEnd(),
  }
}

/** The options of {@link toDeployCleanly}. */
export interface DeployCleanlyOptions {
  /** Outputs of others that exist in the workspace, such as `finance.daily_rates`. */
  readonly outputs?: readonly string[] | undefined
}

const optionKinds: SettingKindsOf<DeployCleanlyOptions> = { outputs: listOf(text) }

const projectId = 10_000
const usualName = 'dw_project'

/** The name of the workspace that something is for. */
function nameOf(received: object): string {
  return (isRecord(received) ? readText(received, 'identifier') : undefined) || usualName
}

function isSource(received: unknown): received is PlanSource {
  return typeof received === 'object' && received !== null
}

/**
 * Matches what an emulator takes as it is: a workflow, a project, a document, or a list of workflows and documents. It is
 * deployed to an emulator of its own, whose workspace is called as the project is, and planned again, which finds nothing to
 * do. To be awaited.
 *
 * @param received - what `expect` was given
 * @param options - what exists in the workspace besides
 * @throws TypeError for options that are none, whatever `.not` says
 *
 * @example
 * ```ts
 * import { external, odpsSql, workflow } from 'flowspec'
 * import { toDeployCleanly } from 'flowspec/testing/vitest'
 * import { expect } from 'vitest'
 *
 * expect.extend({ toDeployCleanly })
 * const load = odpsSql('load').code('select 1').after(external('finance.daily_rates'))
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(load)
 * await expect(orders).toDeployCleanly({ outputs: ['finance.daily_rates'] })
 * ```
 */
export async function toDeployCleanly(
  received: unknown,
  options: DeployCleanlyOptions = {},
  ...more: readonly unknown[]
): Promise<MatcherResult> {
  requireNoMore('toDeployCleanly', more)
  const fault = settingFault('options', options, optionKinds)
  if (fault !== undefined) throw new TypeError(`toDeployCleanly: ${fault.message} ${fault.hint}`)
  if (!isSource(received)) return unfit('toDeployCleanly', received, 'a workflow, a project or a document')
  const identifier = readable('toDeployCleanly', received, () => nameOf(received))
  const { outputs = [] } = options
  const emulator = await startEmulator({
    projects: [{ id: projectId, identifier, outputs }],
    jobDuration: { polls: 0 },
  })
  try {
    const client = createClient({ endpoint: emulator.url, credentials: emulator.credentials })
    await deploy(client, received, { projectId, wait: { interval: 1 } })
    const again = await plan(client, received, { projectId })
    return {
      pass: again.isEmpty,
      message: () =>
        again.isEmpty
          ? 'it deploys cleanly, and was not to'
          : `it was deployed, and the service has it otherwise:\n${again.toText()}`,
    }
  } catch (error) {
    return { pass: false, message: () => `it does not deploy: ${showError(error)}` }
  } finally {
    await emulator.stop()
  }
}

/** The times that a test asks for, in their order. */
interface WantedTimes {
  readonly first: WallClock
  readonly last: WallClock
  readonly texts: readonly string[]
}

/**
 * The times that a test asks for.
 *
 * @throws TypeError when there are none, one of them is none, or they are out of order
 */
function readTimes(times: unknown): WantedTimes {
  const given = readable('toRunAt', times, (): readonly unknown[] => (Array.isArray(times) ? [...times] : [times]))
  const read = given.map((time) => parseWallClock(time, 'times'))
  const wanted = read.flatMap((time) => (time.ok ? [time.wallClock] : []))
  const bad = read.findIndex(({ ok }) => !ok)
  const late = wanted.findIndex(({ value }, at) => value < (wanted[at - 1]?.value ?? value))
  const takes = "Give times such as '2026-03-01 00:02:00'"
  if (bad >= 0) throw new TypeError(`toRunAt: times has ${showValue(given[bad])}, which is no time. ${takes}.`)
  if (late >= 0)
    throw new TypeError(`toRunAt: times has ${showValue(given[late])} after a later one. ${takes}, in order.`)
  const [first, last] = [wanted[0], wanted.at(-1)]
  if (first === undefined || last === undefined) throw new TypeError(`toRunAt: times is an empty list. ${takes}.`)
  return { first, last, texts: wanted.map(({ text: time }) => time) }
}

function isRunsSource(received: unknown): received is RunsSource {
  return isRecord(received) && ('toTrigger' in received || 'cron' in received)
}

/** The runs of a schedule from one time of its clock to another, both included, as times of that clock. */
function runTimes(source: RunsSource, { first, last }: WantedTimes): readonly string[] {
  // Two days around cover every time zone.
  const span = { from: first.value - 2 * millisecondsPerDay, to: last.value + 2 * millisecondsPerDay }
  const found: string[] = []
  for (const { wallClock } of runs(source, span))
    if (wallClock >= first.text && wallClock <= last.text) found.push(wallClock)
  return found
}

/**
 * Matches what runs at given times of its own clock, `yyyy-MM-dd HH:mm:ss`: a workflow, a schedule, or a trigger. Of a list the
 * times are all runs from the first to the last: one between them that is not in it does not match.
 *
 * @param received - what `expect` was given
 * @param times - a time, or times in their order
 * @throws TypeError for times that are none, whatever `.not` says
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { toRunAt } from 'flowspec/testing/vitest'
 * import { expect } from 'vitest'
 *
 * expect.extend({ toRunAt })
 * expect(workflow('orders').cron('00 02 00 * * ?')).toRunAt(['2026-03-01 00:02:00', '2026-03-02 00:02:00'])
 * ```
 */
export function toRunAt(
  received: unknown,
  times: string | readonly string[],
  ...more: readonly unknown[]
): MatcherResult {
  requireNoMore('toRunAt', more)
  const wanted = readTimes(times)
  readable('toRunAt', received, () => isRunsSource(received))
  if (!isRunsSource(received)) return unfit('toRunAt', received, 'a workflow, a schedule, or { cron, timezone }')
  const { first, last, texts } = wanted
  try {
    const found = runTimes(received, wanted)
    const pass = found.length === texts.length && found.every((time, at) => time === texts[at])
    const shown = found.length === 0 ? 'never' : `at ${found.slice(0, 20).join(', ')}`
    return {
      pass,
      message: () =>
        `it runs ${shown} from ${first.text} to ${last.text}, and was ${pass ? 'not ' : ''}to run at ${texts.join(', ')}`,
    }
  } catch (error) {
    return { pass: false, message: () => `toRunAt: ${showError(error)}` }
  }
}

/**
 * All matchers, for `expect.extend(flowSpecMatchers)`.
 *
 * @example
 * ```ts
 * import { flowSpecMatchers } from 'flowspec/testing/vitest'
 * import { expect } from 'vitest'
 *
 * // In the file that `setupFiles` of Vitest's configuration names.
 * expect.extend(flowSpecMatchers)
 * ```
 */
export const flowSpecMatchers: {
  readonly toBeValidFlowSpec: typeof toBeValidFlowSpec
  readonly toDeployCleanly: typeof toDeployCleanly
  readonly toRunAt: typeof toRunAt
} = { toBeValidFlowSpec, toDeployCleanly, toRunAt }
