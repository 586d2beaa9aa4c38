import { monthLength } from './month-length.ts'
import type { CronFieldSets } from './read-fields.ts'

/** What decides in which years there are days to fire on. */
type Dates = Pick<CronFieldSets, 'dayOfMonth' | 'months'>

/** In which years a cron fires at all: a day such as the 31st of April is in none. */
export type FiringYears = 'every' | 'leap' | 'none'

const leapYear = 2000
const ordinaryYear = 2001

/** In which years a cron fires, by its days of the month and its months. */
export function firingYears(sets: Dates): FiringYears {
  if (firesIn(ordinaryYear, sets)) return 'every'
  return firesIn(leapYear, sets) ? 'leap' : 'none'
}

function firesIn(year: number, { dayOfMonth, months }: Dates): boolean {
  const first = dayOfMonth.days[0]
  if (dayOfMonth.last) return true
  return first !== undefined && months.some((month) => first <= monthLength(year, month))
}
