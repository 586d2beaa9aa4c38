import { anything, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import type { DataWorksError } from '../errors/data-works-error.ts'
import { abortedError } from '../errors/transport-error.ts'
import type { Effect } from '../operations/operation.ts'
import { sleep, timeLimit } from '../transport/timing.ts'
import { requireSettings } from './given-arguments.ts'
import { unansweredError } from './unanswered-error.ts'

/** How long something is waited for, as users say it. */
export interface WaitTimes {
  /** The first wait between two questions, in milliseconds; it grows by half each time. */
  readonly interval?: number | undefined
  /** The longest wait between two questions, in milliseconds. */
  readonly maxInterval?: number | undefined
  /** How long to wait in all, in milliseconds. */
  readonly timeout?: number | undefined
}

/** How often something is looked at, and for how long, in milliseconds. */
export type PollPace = { readonly [Time in keyof WaitTimes]-?: number }

const waitKinds: SettingKindsOf<WaitTimes> = { interval: anything, maxInterval: anything, timeout: anything }

/**
 * Reads how something is to be waited for, which is judged before what is waited for is started.
 *
 * @param call - the function that was called
 * @param wait - its option of this name
 * @param usual - what is left out
 * @throws TypeError for a setting that there is not
 * @throws RangeError for a time that is none
 */
export function paceOf(call: string, wait: WaitTimes | undefined = {}, usual: PollPace): PollPace {
  requireSettings(call, 'wait', wait, waitKinds)
  return timesOf(wait, usual, 'wait.')
}

/** The times alone, where they stand among other settings. */
export function timesOf(wait: WaitTimes, usual: PollPace, owner = ''): PollPace {
  return {
    interval: timeLimit(`${owner}interval`, wait.interval, usual.interval),
    maxInterval: timeLimit(`${owner}maxInterval`, wait.maxInterval, usual.maxInterval),
    timeout: timeLimit(`${owner}timeout`, wait.timeout, usual.timeout),
  }
}

/** What a look shows: what is waited for, or that it is not there yet. */
export type Look<Found> =
  | { readonly found: Found }
  | {
      /** What is said, or taken instead, when the time is up. */
      readonly atEnd: () => DataWorksError | { readonly found: Found }
      /** Something just happened, so that the next look is soon again. */
      readonly hasMoved?: boolean
    }

/** What is asked again and again. */
export interface Poll<Found> {
  readonly action: string
  /** What stays open when nobody looks any more: it says whether the error of an abort is ambiguous. */
  readonly effect: Effect
  readonly pace: PollPace
  readonly signal: AbortSignal | undefined
  readonly look: () => Promise<Look<Found>>
}

/**
 * Looks until something is there. The last look is at the end of the time, however long the pauses have grown by then.
 *
 * @throws DataWorksError of kind `aborted` when the signal fires, and what `atEnd` gives when the time is up
 */
export async function poll<Found>({ action, effect, pace, signal: given, look }: Poll<Found>): Promise<Found> {
  const signal = given ?? new AbortController().signal
  const end = performance.now() + pace.timeout
  for (let delay = pace.interval; ; delay = Math.min(delay * 1.5, pace.maxInterval)) {
    if (signal.aborted) throw unansweredError(action, effect, abortedError(signal, true))
    const seen = await look()
    if ('found' in seen) return seen.found
    const left = end - performance.now()
    if (left <= 0) return resultOf(seen.atEnd())
    if (seen.hasMoved === true) delay = pace.interval
    await sleep(Math.min(delay, left), signal)
  }
}

function resultOf<Found>(last: DataWorksError | { readonly found: Found }): Found {
  if ('found' in last) return last.found
  throw last
}
