import type { DaysMeaning, TimesMeaning } from './meaning.ts'

/** A language in which the meaning of a cron is told. */
export interface CronWords {
  /** The times of a day. */
  times(times: TimesMeaning): string
  /** The days, with the months they are in; undefined for every month. */
  days(days: DaysMeaning, months: readonly number[] | undefined): string
  /** Times and days in one sentence. */
  sentence(times: string, days: string, kind: TimesMeaning['kind']): string
  /** The sentence of times that go round the clock every day, so that the days need no word. */
  always(times: string): string
  leapYears(sentence: string): string
  never(sentence: string): string
}
