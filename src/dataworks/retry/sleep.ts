import { setTimeout as wait } from 'node:timers/promises'

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
