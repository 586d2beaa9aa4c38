import { runs, type ScheduledRun } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'
import libraries from '../../src/schedule/libraries.cjs'
import { isThorough, patience } from './thorough.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const zones: readonly string[] = [...Intl.supportedValuesOf('timeZone'), 'UTC', 'US/Pacific', 'Etc/GMT-8']

/** The date and time of the milliseconds that a clock on UTC would have counted. */
function textOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replace('T', ' ')
}

/** The instants at which a zone's clock shows a time, told from luxon's offsets alone. */
function instantsOf(wall: number, zone: string): readonly number[] {
  const source = libraries.luxon.IANAZone.create(zone)
  const offsets = new Set([-26, -13, 0, 13, 26].map((hours) => source.offset(wall + hours * hour)))
  return [...offsets]
    .filter((offset) => source.offset(wall - offset * minute) === offset)
    .map((offset) => wall - offset * minute)
}

/** The days about which a zone's offset changes, as the milliseconds of their beginnings by UTC. */
function changingDays(zone: string, from: number, to: number): ReadonlySet<number> {
  const source = libraries.luxon.IANAZone.create(zone)
  const step = isThorough ? 1 : 5
  const days = new Set<number>()
  for (let at = from - step * day; at <= to; at += step * day) {
    if (source.offset(at) === source.offset(at + step * day)) continue
    for (let near = at - 2 * day; near <= at + (step + 2) * day; near += day) days.add(near)
  }
  return days
}

/** Runs of a daily schedule by the date on which the clock shows them. */
type RunsByDate = ReadonlyMap<string, ScheduledRun>

function byDate(all: readonly ScheduledRun[]): RunsByDate {
  return new Map(all.map((run) => [run.wallClock.slice(0, 10), run]))
}

/** Whether a zone skips a whole day about a time: a run that moves so far meets the run of the next day, which stands. */
function skipsDay(wall: number, zone: string): boolean {
  const source = libraries.luxon.IANAZone.create(zone)
  return (source.offset(wall + 2 * day) - source.offset(wall - 2 * day)) * minute >= day
}

/** What is wrong with the run planned for a time about which the clock may be changed. */
function faultAtChange(wall: number, zone: string, real: RunsByDate, dry: RunsByDate): string | undefined {
  const planned = textOf(wall)
  const shown = instantsOf(wall, zone)
  const run = real.get(planned.slice(0, 10))
  if (shown.length > 0) {
    if (run?.wallClock !== planned) return `is at ${run?.wallClock}`
    if (run.overlap !== (shown.length === 2)) return `is shown ${shown.length} times, overlap: ${run.overlap}`
    return Date.parse(run.at) === Math.max(...shown) ? undefined : `is at ${run.at}`
  }
  if (run !== undefined) return `is at ${run.wallClock} and no dry run`
  // Late in the evening, the run moves on to the next date.
  const isMarked = dry.has(planned.slice(0, 10)) || dry.has(textOf(wall + day / 2).slice(0, 10))
  return isMarked || skipsDay(wall, zone) ? undefined : 'is skipped by the clock, but not marked'
}

function dailyFaults(zone: string, year: number, at: number): readonly string[] {
  const [first, last] = [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)]
  const changing = changingDays(zone, first, last)
  const range = { from: first - day, to: last + 2 * day }
  const given = [...runs({ cron: `00 30 ${at} * * ?`, timezone: zone }, range)]
  const real = byDate(given.filter(({ dryRun }) => !dryRun))
  const dry = byDate(given.filter(({ dryRun }) => dryRun))
  const faults: string[] = []
  for (let midnight = first; midnight <= last; midnight += day) {
    const wall = midnight + at * hour + 30 * minute
    const planned = textOf(wall)
    const run = real.get(planned.slice(0, 10))
    const isPlain = run?.wallClock === planned && !run.overlap
    const fault = changing.has(midnight) ? faultAtChange(wall, zone, real, dry) : isPlain ? undefined : 'is not there'
    if (fault !== undefined) faults.push(`${zone}: the run of ${planned} ${fault}`)
  }
  if (dry.size > changing.size) faults.push(`${zone}: ${dry.size} dry runs`)
  return faults
}

/** What is wrong with the runs of two years: they come in order, and neither none nor more than there can be. */
function twoYearsFault(zone: string, cron: string): string | undefined {
  const range = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2026, 0, 1) }
  let previous = ''
  let count = 0
  for (const { wallClock } of runs({ cron, timezone: zone }, range)) {
    // Of a time shown twice only one runs, so even what the clock shows only ever grows.
    if (wallClock <= previous) return `${zone} ${cron}: ${wallClock} after ${previous}`
    previous = wallClock
    count++
  }
  return count === 0 || count > 731 * 96 ? `${zone} ${cron}: ${count} runs` : undefined
}

describe(`in each of the ${zones.length} time zones of the machine`, () => {
  const years = isThorough ? [1979, 1995, 2011, 2018, 2024, 2025, 2026] : [2024, 2025]
  const hours = isThorough ? [0, 1, 2, 3, 12, 23] : [2]

  it(
    'a daily schedule runs at its hour all year, save where the clock skips it, and there it is marked',
    () => {
      const faults = years.flatMap((year) =>
        hours.flatMap((at) => zones.flatMap((zone) => dailyFaults(zone, year, at))),
      )
      expect(faults).toEqual([])
    },
    patience,
  )

  const crons = isThorough
    ? ['00 */15 * * * ?', '00 30 00 L * ?', '00 00 02 ? * 7#1']
    : ['00 45 23 L * ?', '00 30 0-2 ? * 7']

  it.each(crons)(
    'the runs of two years come to an end, in order: %s',
    (cron) => {
      const faults = zones.map((zone) => twoYearsFault(zone, cron)).filter((fault) => fault !== undefined)
      expect(faults).toEqual([])
    },
    patience,
  )
})

/** Every half hour that a zone's clock shows between two instants, in order, found by looking at every minute. */
function halfHoursShown(zone: string, from: number, to: number): readonly number[] {
  const source = libraries.luxon.IANAZone.create(zone)
  const shown = new Set<number>()
  for (let instant = from + minute / 2; instant <= to; instant += minute / 2) {
    const wall = instant + source.offset(instant) * minute
    if (wall % (30 * minute) === 0) shown.add(wall)
  }
  return [...shown].sort((left, right) => left - right)
}

describe('where clocks are changed in odd ways', () => {
  it.each([
    ['Australia/Lord_Howe', '2025-04-06'],
    ['Australia/Lord_Howe', '2025-10-05'],
    ['Pacific/Apia', '2011-12-30'],
    ['Africa/Casablanca', '2026-02-15'],
    ['Africa/Casablanca', '2026-03-22'],
    ['America/Sao_Paulo', '2018-11-04'],
    ['America/Sao_Paulo', '2018-02-18'],
    ['Asia/Gaza', '2011-08-01'],
    ['Antarctica/Troll', '2016-03-27'],
    ['Asia/Pyongyang', '2018-05-05'],
    ['America/Caracas', '2016-05-01'],
    ['Africa/Monrovia', '1972-01-07'],
    ['Pacific/Kwajalein', '1993-08-21'],
  ])('%s about %s: what runs every half hour runs at each that the clock shows, and only then', (timezone, date) => {
    const [from, to] = [Date.parse(date) - 2 * day, Date.parse(date) + 2 * day]
    const given = [...runs({ cron: '00 */30 * * * ?', timezone }, { from, to })]
    expect(given.map(({ wallClock }) => wallClock)).toEqual(halfHoursShown(timezone, from, to).map(textOf))
  })
})
