import { expiredTimestamp, malformedTimestamp } from '../errors/error-catalogue.ts'

/** How far the caller's clock may be off, in milliseconds. */
export const clockTolerance: number = 15 * 60 * 1000

const timestampForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

/** Refuses an `x-acs-date` that is malformed or more than 15 minutes away from now. */
export function checkTimestamp(text: string, now: number): void {
  const time = timestampForm.test(text) ? Date.parse(text) : Number.NaN
  // Dates that do not exist, such as 30 February, come back as another text.
  if (Number.isNaN(time) || new Date(time).toISOString() !== text.replace('Z', '.000Z')) throw malformedTimestamp()
  if (Math.abs(now - time) > clockTolerance) throw expiredTimestamp()
}
