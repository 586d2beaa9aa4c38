import type { PageRun, PageWait } from './page-data.ts'

/** A run as a list: a page has tens of thousands of them. */
export type PackedRun = readonly [
  time: number,
  state: number,
  reason: number,
  values: readonly number[],
  waits: readonly (readonly [name: number, time: number, isPrevious: 0 | 1])[],
  lines: PageRun['lines'],
]

const states = ['runs', 'dry-run', 'skipped', 'paused', 'blocked', 'unknown'] as const
const reasons = ['', 'clock-change', 'other-day', 'published-later'] as const

/** A run as a short list. */
export function packRun({ time, state, reason, values, waits, lines }: PageRun): PackedRun {
  return [
    time,
    states.indexOf(state),
    reasons.indexOf(reason),
    values,
    waits.map(({ name, time: at, isPrevious }) => [name, at, isPrevious ? 1 : 0]),
    lines,
  ]
}

/** A run as it was before it was packed. */
export function unpackRun([time, state, reason, values, waits, lines]: PackedRun): PageRun {
  return {
    time,
    state: states[state] ?? 'unknown',
    reason: reasons[reason] ?? '',
    values,
    waits: waits.map(([name, at, isPrevious]): PageWait => ({ name, time: at, isPrevious: isPrevious === 1 })),
    lines,
  }
}
