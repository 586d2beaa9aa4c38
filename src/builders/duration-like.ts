/** Anything that knows its length in milliseconds, such as a luxon `Duration`. */
export interface DurationLike {
  /** Its length in milliseconds. */
  toMillis(): number
}

/** Whether a value knows its length in milliseconds. */
export function isDurationLike(value: unknown): value is DurationLike {
  return typeof value === 'object' && value !== null && 'toMillis' in value && typeof value.toMillis === 'function'
}
