import { anything, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import { requireSettings } from '../client/given-arguments.ts'
import { timeLimit } from '../transport/timing.ts'
import type { PublishWait } from './publish-options.ts'

/** How often a pipeline run is looked at, and for how long, in milliseconds. */
export interface Pace {
  readonly interval: number
  readonly maxInterval: number
  readonly timeout: number
}

/** A live run was recorded to take 70 seconds; with an approval it takes as long as somebody needs. */
const halfAnHour = 30 * 60 * 1000

/**
 * Fills in what is left out.
 *
 * @throws RangeError when a number is out of its range
 */
export function paceOf(wait: PublishWait = {}): Pace {
  requireSettings('publish', 'wait', wait, waitKinds)
  return {
    interval: timeLimit('wait.interval', wait.interval, 2000),
    maxInterval: timeLimit('wait.maxInterval', wait.maxInterval, 15_000),
    timeout: timeLimit('wait.timeout', wait.timeout, halfAnHour),
  }
}

const waitKinds: SettingKindsOf<PublishWait> = { interval: anything, maxInterval: anything, timeout: anything }
