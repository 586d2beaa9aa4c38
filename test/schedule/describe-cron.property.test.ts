import fc from 'fast-check'
import { type CronSchedule, describeCron, parseCron } from 'flowspec/schedule'
import { expect, it } from 'vitest'
import { CronCalendar } from '../../src/schedule/cron/calendar.ts'
import { writeSet } from '../../src/schedule/dialects/conversion.ts'
import { arbitraryCron } from './arbitrary-cron.ts'

function scheduleOf(cron: string): CronSchedule {
  const result = parseCron(cron)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.schedule
}

/** The same schedule, its fields written from their sets alone. */
function spelledOut(schedule: CronSchedule): string {
  const { minutes, hours, months, daysOfMonth, lastDayOfMonth, daysOfWeek, lastDayOfWeek, nthDayOfWeek } = schedule
  const dates = [...(daysOfMonth.length > 0 ? [writeSet(daysOfMonth)] : []), ...(lastDayOfMonth ? ['L'] : [])].join(',')
  const weekdays = `${writeSet(daysOfWeek)}${lastDayOfWeek ? 'L' : ''}${nthDayOfWeek ? `#${nthDayOfWeek}` : ''}`
  const days = daysOfWeek.length === 7 ? [dates, '?'] : ['?', weekdays]
  return `00 ${writeSet(minutes)} ${writeSet(hours)} ${days[0]} ${writeSet(months)} ${days[1]}`
}

/** All that can be seen of a schedule from outside: the minutes of its days, and its days in some years. */
function firing(cron: string): string {
  const calendar = new CronCalendar(scheduleOf(cron))
  const months = Array.from(
    { length: 8 * 12 },
    (_, index) => [2020 + Math.floor(index / 12), (index % 12) + 1] as const,
  )
  return JSON.stringify([calendar.minutesOfDay, months.map(([year, month]) => calendar.daysOf(year, month))])
}

it('the words of a cron are the same however the same sets are written', () => {
  fc.assert(
    fc.property(arbitraryCron, fc.constantFrom('en', 'zh'), (cron, language) => {
      const words = describeCron(cron, { language })
      expect(words).not.toMatch(/undefined|NaN| {2}/)
      expect(describeCron(spelledOut(scheduleOf(cron)), { language })).toBe(words)
    }),
    { numRuns: 500 },
  )
})

it('the words are never the same for crons that fire at different times', () => {
  const seen = new Map<string, string>()
  fc.assert(
    fc.property(arbitraryCron, fc.constantFrom('en', 'zh'), (cron, language) => {
      fc.pre(!scheduleOf(cron).neverFires)
      const words = describeCron(cron, { language })
      const known = seen.get(words)
      if (known === undefined) seen.set(words, cron)
      else expect(firing(cron)).toBe(firing(known))
    }),
    { numRuns: 1000 },
  )
})
