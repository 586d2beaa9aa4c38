import { setTimeout as wait } from 'node:timers/promises'
import { showValue } from '../../diagnostics/show-value.ts'

/** The longest time a timer can run, about 24.8 days. */
const longest = 2_147_483_647

/**
 * Reads an option that is a time in milliseconds.
 *
 * @throws RangeError when it is not a positive whole number that a timer can hold
 */
export function timeLimit(name: string, given: number | undefined, preset: number): number {
  const value = given ?? preset
  if (!Number.isInteger(value) || value < 1 || value > longest) {
    throw new RangeError(`${name} must be a whole number of milliseconds from 1 to ${longest}, not ${showValue(value)}`)
  }
  return value
}

/** Waits for a promise until a signal fires, then rejects with the signal's reason; the promise itself goes on. */
export async function raceSignal<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  try {
    // Both are raced even when the signal has fired already: a promise nobody waits for may not fail unheard.
    return await Promise.race([aborted, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/**
 * Waits, until the signal fires at most.
 *
 * @returns whether the whole time passed
 */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await wait(milliseconds, undefined, { signal })
    return true
  } catch (error) {
    if (signal.aborted) return false
    throw error
  }
}
