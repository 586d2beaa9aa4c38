import { escapeXml } from '../../diagnostics/xml-text.ts'
import { pixels } from '../../graph/svg/screen.ts'
import { resolveWallClock } from '../../schedule/runs/resolved-wall-clock.ts'
import { millisecondsPerDay, minutesPerHour } from '../../schedule/time-units.ts'
import type { Zone } from '../../schedule/zones/zone.ts'
import { clockAt, dayOf } from '../plan/span.ts'
import { axisTicks } from './axis-ticks.ts'
import type { TimeScale } from './time-scale.ts'

/** From where to where the lines of the axis go. */
interface AxisExtent {
  readonly top: number
  readonly bottom: number
}

/** Every second day has a ground of its own, as long as days can be told apart. */
const mostDays = 62

/** Draws the days, the marks of the time, and the changes of the clock. */
export function drawAxis(zone: Zone, scale: TimeScale, { top, bottom }: AxisExtent): string {
  const height = bottom - top
  const ticks = axisTicks(zone, scale).map(({ instant, label, date }) => {
    const x = pixels(scale.x(instant))
    const day = date === undefined ? '' : `<text class="fs-quiet fs-middle" x="${x}" y="${top - 26}">${date}</text>`
    return `<path class="fs-line" d="M${x} ${top - 4}v${height + 4}"/><text class="fs-quiet fs-middle" x="${x}" y="${top - 11}">${label}</text>${day}`
  })
  const changes = clockChanges(zone, scale.from, scale.to).map(({ instant, minutes }) => {
    const x = scale.x(instant)
    const label = `<text class="fs-change-text fs-middle" x="${pixels(x)}" y="${bottom + 13}">clock ${changeText(minutes)}</text>`
    return `<path class="fs-change" d="M${pixels(x)} ${top - 4}v${height + 4}"/>${label}`
  })
  const name = `<text class="fs-quiet" x="20" y="${top - 11}">${escapeXml(zone.name)}</text>`
  return [...dayGrounds(zone, scale, { top, bottom }), name, ...ticks, ...changes].join('\n')
}

function changeText(minutes: number): string {
  const sign = minutes < 0 ? '−' : '+'
  const amount = Math.abs(minutes)
  return amount % minutesPerHour === 0 ? `${sign}${amount / minutesPerHour} h` : `${sign}${amount} min`
}

function dayGrounds(zone: Zone, scale: TimeScale, { top, bottom }: AxisExtent): readonly string[] {
  const first = dayOf(clockAt(zone, scale.from))
  const last = dayOf(clockAt(zone, scale.to))
  if (last - first > mostDays) return []
  const grounds: string[] = []
  for (let day = first + (first % 2 === 0 ? 0 : 1); day <= last; day += 2) {
    const from = scale.x(Math.max(scale.from, beginOf(zone, day)))
    const to = scale.x(Math.min(scale.to, beginOf(zone, day + 1)))
    grounds.push(
      `<rect class="fs-day" x="${pixels(from)}" y="${top - 4}" width="${pixels(to - from)}" height="${bottom - top + 4}"/>`,
    )
  }
  return grounds
}

function beginOf(zone: Zone, day: number): number {
  return resolveWallClock(day * millisecondsPerDay, zone).instant
}

/** A change of a zone's clock. */
interface ClockChange {
  readonly instant: number
  /** By how many minutes the clock is put forward; negative when it is put back. */
  readonly minutes: number
}

/** Longer spans have so many changes that marks of them would hide the rest. */
const mostDaysWithChanges = 750

/** The changes of a zone's clock in a span. */
function clockChanges(zone: Zone, from: number, to: number): readonly ClockChange[] {
  if (to - from > mostDaysWithChanges * millisecondsPerDay) return []
  const changes: ClockChange[] = []
  for (let begin = from; begin < to; begin += millisecondsPerDay) {
    const end = Math.min(begin + millisecondsPerDay, to)
    const minutes = zone.offsetAt(end) - zone.offsetAt(begin)
    if (minutes !== 0) changes.push({ instant: changeBetween(zone, begin, end), minutes })
  }
  return changes
}

/** The first instant with the later offset. */
function changeBetween(zone: Zone, from: number, to: number): number {
  const before = zone.offsetAt(from)
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (zone.offsetAt(middle) === before) low = middle
    else high = middle
  }
  return high
}
