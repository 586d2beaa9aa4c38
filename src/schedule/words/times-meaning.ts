import { minutesPerDay, minutesPerHour } from '../time-units.ts'

/** At which times of a day something runs, as people would group them; times are minutes since midnight. */
export type TimesMeaning =
  | { readonly kind: 'listed'; readonly times: readonly number[] }
  | {
      readonly kind: 'even'
      /** Minutes between two runs. */
      readonly step: number
      readonly first: number
      readonly last: number
      /** Whether the distance from the last run to the first one of the next day is the same. */
      readonly goesRound: boolean
    }
  | { readonly kind: 'grid'; readonly minutes: readonly number[]; readonly hours: readonly number[] }

/** Evenly spaced times are told as such from here on; fewer are easier read as a list. */
const fewestEven = 5
const fewestRound = 3

const longestList = 12

/** Finds out how people would say at which minutes of which hours something runs. */
export function timesMeaning(minutes: readonly number[], hours: readonly number[]): TimesMeaning {
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * minutesPerHour + minute))
  return (
    evenTimes(times) ?? (times.length <= longestList ? { kind: 'listed', times } : { kind: 'grid', minutes, hours })
  )
}

function evenTimes(times: readonly number[]): TimesMeaning | undefined {
  const [first = 0, second = 0] = times
  const last = times.at(-1) ?? first
  const step = second - first
  if (times.some((time, index) => time !== first + index * step)) return undefined
  const goesRound = last + step === first + minutesPerDay
  const fewest = goesRound && first === 0 ? fewestRound : fewestEven
  return times.length < fewest ? undefined : { kind: 'even', step, first, last, goesRound }
}
