import { CronExpressionParser } from 'cron-parser'
import fc from 'fast-check'
import { type CronSchedule, parseCron, type RunsTrigger, runs } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'
import libraries from '../../src/schedule/libraries.cjs'
import { arbitraryCron } from './arbitrary-cron.ts'
import { cases, patience } from './thorough.ts'

const minute = 60_000
const hour = 3_600_000
const day = 24 * hour
const firstInstant = Date.UTC(1971, 0, 1)
const lastInstant = Date.UTC(2060, 0, 1)

const arbitraryInstant = fc.integer({ min: firstInstant, max: lastInstant })
const arbitraryZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC', 'GMT+8')

function scheduleOf(cron: string): CronSchedule {
  const result = parseCron(cron)
  if (!result.ok) throw new Error(`${cron}: ${JSON.stringify(result.diagnostics)}`)
  return result.schedule
}

/** Whether the sets hold the minute, the hour, the month and the weekday of a wall clock, and its day or the last. */
function names(sets: CronSchedule, wallClock: string): boolean {
  const clock = new Date(`${wallClock.replace(' ', 'T')}Z`)
  const isLast = new Date(clock.getTime() + day).getUTCDate() === 1
  return (
    sets.minutes.includes(clock.getUTCMinutes()) &&
    sets.hours.includes(clock.getUTCHours()) &&
    sets.months.includes(clock.getUTCMonth() + 1) &&
    sets.daysOfWeek.includes(clock.getUTCDay() === 0 ? 7 : clock.getUTCDay()) &&
    (sets.daysOfMonth.includes(clock.getUTCDate()) || (sets.lastDayOfMonth && isLast))
  )
}

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'0123456789*?,-/L#WH@ ：？\t',
    'MON',
    'jan',
    '00 ',
    ' * ',
    '\u0130',
    '\uD800',
    '9'.repeat(40),
  )
  const cronLike = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))
  const sixLike = fc.array(fc.array(pieces, { maxLength: 4 }), { minLength: 5, maxLength: 7 })

  it.each([
    ['text', fc.string({ unit: 'binary', maxLength: 300 })],
    ['text like a cron', cronLike],
    ['fields like those of a cron', sixLike.map((fields) => fields.map((parts) => parts.join('')).join(' '))],
  ])(
    'is either a schedule or has faults inside it, never a throw: %s',
    (_, texts) => {
      fc.assert(
        fc.property(texts, (text) => {
          const result = parseCron(text)
          const errors = result.diagnostics.filter(({ severity }) => severity === 'error')
          expect(errors.length > 0).toBe(!result.ok)
          for (const { column, length, message } of result.diagnostics) {
            expect(column).toBeGreaterThanOrEqual(1)
            expect(column - 1 + length).toBeLessThanOrEqual(text.length)
            expect(message).not.toContain('undefined')
          }
        }),
        { numRuns: cases(100_000, 2000) },
      )
    },
    patience,
  )
})

describe('the runs of any schedule', () => {
  it('are strictly increasing, after from, and at times the cron names', () => {
    fc.assert(
      fc.property(arbitraryCron, arbitraryZone, arbitraryInstant, (cron, timezone, from) => {
        const schedule = scheduleOf(cron)
        const given = [...runs({ cron, timezone }, { from, count: 6 })]
        expect(given.length).toBe(schedule.neverFires ? 0 : 6)
        let previous = from
        for (const { at, wallClock, businessDate, dryRun } of given) {
          const instant = parseOffsetDate(at)
          expect(instant).toBeGreaterThan(previous)
          previous = instant
          expect(at.slice(0, 19).replace('T', ' ')).toBe(wallClock)
          expect(Date.parse(wallClock.slice(0, 10)) - Date.parse(businessDate)).toBe(day)
          if (!dryRun) expect(schedule).toSatisfy((sets: CronSchedule) => names(sets, wallClock))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('are the same counted and cut out of a longer span', () => {
    fc.assert(
      fc.property(arbitraryCron, arbitraryZone, arbitraryInstant, fc.nat(12), (cron, timezone, from, count) => {
        const trigger: RunsTrigger = { cron, timezone }
        const counted = [...runs(trigger, { from, count: count + 1 })]
        const to = counted.at(-1)?.at ?? from
        expect([...runs(trigger, { from, to })]).toEqual(counted)
        expect([...runs(trigger, { from, count })]).toEqual(counted.slice(0, count))
        const second = counted[1]
        if (second !== undefined) expect([...runs(trigger, { from: second.at, to })]).toEqual(counted.slice(2))
      }),
      { numRuns: 300 },
    )
  })

  it(
    'are those that the search of cron-parser finds where no clock changes',
    () => {
      // No clock of these zones is changed in this century, and cron-parser follows another rule where one is.
      const zone = fc.constantFrom('UTC', 'UTC', 'UTC', 'Asia/Shanghai', 'Asia/Kolkata', 'America/Phoenix')
      const instant = fc.integer({ min: Date.UTC(2001, 0, 1), max: lastInstant })
      fc.assert(
        fc.property(arbitraryCron, zone, instant, (cron, timezone, from) => {
          fc.pre(!scheduleOf(cron).neverFires)
          const search = CronExpressionParser.parse(cron, { tz: timezone, currentDate: new Date(from) })
          const found = Array.from({ length: 3 }, () => search.next().getTime())
          const given = [...runs({ cron, timezone }, { from, count: 3 })].map((run) => Date.parse(run.at))
          expect(given).toEqual(found)
        }),
        { numRuns: cases(10_000, 120) },
      )
    },
    patience,
  )
})

/** The instant of text that may have an offset with seconds, as Africa/Monrovia had until 1972. */
function parseOffsetDate(text: string): number {
  const seconds = /^(.*)([+-])(\d\d):(\d\d):(\d\d)$/.exec(text)
  if (seconds === null) return Date.parse(text)
  const [, local, sign, hours, minutes, rest] = seconds
  const offset = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(rest)) * 1000
  return Date.parse(`${local}Z`) - (sign === '-' ? -offset : offset)
}

interface Minute {
  readonly instant: number
  /** What a clock of the zone shows then. */
  readonly clock: Date
}

/** Every minute of real time for some days about an instant, with what the zone's clock shows. */
function minutesAbout(instant: number, zone: string): readonly Minute[] {
  const source = libraries.luxon.IANAZone.create(zone)
  return Array.from({ length: (7 * day) / minute }, (_, index) => {
    const at = instant - 3 * day + index * minute
    return { instant: at, clock: new Date(at + source.offset(at) * minute) }
  })
}

/** Of every wall clock that fires, the last instant that shows it. */
function lastShown(cron: string, all: readonly Minute[]): readonly number[] {
  const { minutes, hours } = scheduleOf(cron)
  const shown = new Map<number, number>()
  for (const { instant, clock } of all) {
    const isMeant = minutes.includes(clock.getUTCMinutes()) && hours.includes(clock.getUTCHours())
    if (isMeant) shown.set(clock.getTime(), instant)
  }
  return [...shown.values()]
}

describe('the runs about a clock change', () => {
  it.each([
    ['America/New_York', '2025-03-09T07:00:00Z'],
    ['America/New_York', '2025-11-02T06:00:00Z'],
    ['Europe/London', '2025-10-26T01:00:00Z'],
    ['Australia/Lord_Howe', '2025-10-04T15:30:00Z'],
    ['Australia/Lord_Howe', '2025-04-05T15:00:00Z'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['Africa/Casablanca', '2025-02-23T02:00:00Z'],
    ['Antarctica/Casey', '2010-03-04T15:00:00Z'],
  ])('of an hourly schedule in %s at %s are those a walk over every minute finds', (timezone, changed) => {
    const change = Date.parse(changed)
    const all = minutesAbout(change, timezone)
    for (const cron of ['00 */20 * * * ?', '00 15,45 1-3 * * ?', '00 00 0,23 * * ?']) {
      const expected = lastShown(cron, all)
      for (const before of [5, 1, 0.5, 0, -0.5]) {
        const from = change - before * hour
        const to = from + 30 * hour
        const given = [...runs({ cron, timezone }, { from, to })].map((run) => Date.parse(run.at))
        expect(given).toEqual(expected.filter((instant) => instant > from && instant <= to))
      }
    }
  })
})
