/** A time as a clock on the wall shows it, without a zone. */
export interface WallClock {
  /** As written: `yyyy-MM-dd HH:mm:ss`. */
  readonly text: string
  /** The milliseconds that a clock on UTC would have counted since 1970: wall clocks in order have these in order. */
  readonly value: number
}

/**
 * The value of a {@link WallClock} with these parts; undefined when there is no such date or time of day. Months count
 * from 1, years from 1 to 9999.
 */
export function wallClockValue(
  [year, month, day]: readonly [number, number, number],
  [hour, minute, second]: readonly [number, number, number],
): number | undefined {
  if (year < 1 || hour > 23 || minute > 59 || second > 59) return undefined
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  // A day or month that is not there has become another one.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.setUTCHours(hour, minute, second)
}
