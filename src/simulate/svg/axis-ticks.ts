import { resolveWallClock } from '../../schedule/runs/resolved-wall-clock.ts'
import { millisecondsPerDay, millisecondsPerMinute, monthsPerYear } from '../../schedule/time-units.ts'
import type { Zone } from '../../schedule/zones/zone.ts'
import { clockAt, wallClockText } from '../plan/span.ts'
import type { TimeScale } from './time-scale.ts'

/** A mark on the axis. */
export interface AxisTick {
  readonly instant: number
  readonly label: string
  /** A second line: the date, where a day begins. */
  readonly date: string | undefined
}

interface TickStep {
  /** Roughly how long it is, in milliseconds. */
  readonly length: number
  /** The marks from before a time to after another, as a clock on UTC would count them. */
  walls(from: number, to: number): Iterable<number>
  texts(wall: number): Pick<AxisTick, 'label' | 'date'>
}

const pixelsPerTick = 76
const mondayBase = 4

const steps: readonly TickStep[] = [
  ...[1, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => evenStep(minutes * millisecondsPerMinute, 0)),
  ...[1, 2].map((days) => evenStep(days * millisecondsPerDay, 0)),
  ...[7, 14].map((days) => evenStep(days * millisecondsPerDay, mondayBase * millisecondsPerDay)),
  ...[1, 3, 6, 12, 24, 60, 120, 600, 1200, 6000].map(monthStep),
]

/** Marks at equal distances, counted from 1970-01-01 or another base. */
function evenStep(length: number, base: number): TickStep {
  return {
    length,
    *walls(from, to) {
      for (let wall = Math.floor((from - base) / length) * length + base; wall <= to; wall += length) yield wall
    },
    texts: (wall) => {
      const [date = '', time = ''] = wallClockText(wall).split(' ')
      if (length >= millisecondsPerDay) return { label: date.slice(5), date: undefined }
      return { label: time.slice(0, 5), date: wall % millisecondsPerDay === 0 ? date : undefined }
    },
  }
}

/** Marks at the beginnings of months. */
function monthStep(months: number): TickStep {
  return {
    length: months * 30 * millisecondsPerDay,
    *walls(from, to) {
      const begin = new Date(from)
      const first = Math.floor((begin.getUTCFullYear() * monthsPerYear + begin.getUTCMonth()) / months) * months
      for (let index = first; ; index += months) {
        const wall = Date.UTC(Math.floor(index / monthsPerYear), index % monthsPerYear, 1)
        if (wall > to) return
        yield wall
      }
    },
    texts: (wall) => {
      const text = wallClockText(wall)
      return { label: months % monthsPerYear === 0 ? text.slice(0, 4) : text.slice(0, 7), date: undefined }
    },
  }
}

/** Marks that leave room for their labels; a time that a clock change skips has none. */
export function axisTicks(zone: Zone, { from, to, left, right }: TimeScale): readonly AxisTick[] {
  const most = Math.max(2, Math.floor((right - left) / pixelsPerTick))
  const step = steps.find(({ length }) => (to - from) / length <= most) ?? steps.at(-1)
  const ticks: AxisTick[] = []
  for (const wall of step?.walls(clockAt(zone, from), clockAt(zone, to)) ?? []) {
    const { instant, kind } = resolveWallClock(wall, zone)
    if (kind === 'skipped' || instant < from || instant > to) continue
    ticks.push({ instant, ...(step?.texts(wall) ?? { label: '', date: undefined }) })
  }
  return ticks.map((tick, index) =>
    index === 0 && tick.label.includes(':') ? { ...tick, date: dateAt(zone, tick) } : tick,
  )
}

function dateAt(zone: Zone, { instant }: AxisTick): string {
  return wallClockText(clockAt(zone, instant)).slice(0, 10)
}
