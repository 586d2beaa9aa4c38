import type { Instance, InstanceState } from '../instance.ts'
import { drawMark } from './draw-mark.ts'
import { pixels } from './time-scale.ts'

const words: Readonly<Record<InstanceState, string>> = {
  runs: 'runs',
  'dry-run': 'dry run',
  skipped: 'skipped',
  paused: 'paused',
  blocked: 'blocked',
  unknown: 'unknown until run time',
}

const states: readonly InstanceState[] = ['runs', 'dry-run', 'skipped', 'paused', 'blocked', 'unknown']
const gap = 26
const letter = 6.6

/** Says what the marks mean: of those states that are there. */
export function drawLegend(instances: readonly Instance[], left: number, y: number): string {
  const used = new Set(instances.map(({ state }) => state))
  let x = left
  const parts: string[] = []
  for (const state of states) {
    if (!used.has(state)) continue
    parts.push(drawMark(state, { x: x + 6, y }, ''))
    parts.push(`<text class="fs-quiet" x="${pixels(x + 18)}" y="${pixels(y + 4)}">${words[state]}</text>`)
    x += 18 + words[state].length * letter + gap
  }
  return parts.join('')
}
