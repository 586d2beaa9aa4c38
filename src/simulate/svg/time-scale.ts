import type { Simulation } from '../simulation.ts'

/** Where instants are in the picture. */
export interface TimeScale {
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
  /** Where an instant is, in pixels from the left. */
  x(instant: number): number
}

/** A scale for the span of a simulation, from one x to another. */
export function timeScale({ from, to }: Pick<Simulation, 'from' | 'to'>, left: number, right: number): TimeScale {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  const length = last - first
  return {
    from: first,
    to: last,
    left,
    right,
    x: (instant) => (length <= 0 ? (left + right) / 2 : left + ((instant - first) / length) * (right - left)),
  }
}
