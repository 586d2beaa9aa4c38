import { textWidth } from '../../diagnostics/text-width.ts'
import { escapeXml } from '../../diagnostics/xml-text.ts'
import { pixels } from '../../graph/svg/screen.ts'
import type { TimelineRow } from './timeline-rows.ts'

const letter = 7
const indent = 14

/** Where a label stands. */
export interface LabelExtent {
  readonly left: number
  readonly right: number
  readonly width: number
  readonly y: number
}

/** How wide the column of the labels is, in pixels; the time zone stands above it. */
export function labelWidth(rows: readonly TimelineRow[], zone: string, widest: number): number {
  const needed = rows.reduce(
    (most, { label, isInner }) => Math.max(most, textWidth(label) * letter + indentOf(isInner)),
    textWidth(zone) * letter,
  )
  return Math.min(widest, needed)
}

function indentOf(isInner: boolean): number {
  return isInner ? indent : 0
}

/** Draws the name of a line, and why it is empty. */
export function drawLabel({ label, isInner, reason }: TimelineRow, { left, right, width, y }: LabelExtent): string {
  const x = left + indentOf(isInner)
  const text = cut(label, Math.floor((width - indentOf(isInner)) / letter))
  const name = text === label ? '' : `<title>${escapeXml(label)}</title>`
  const look = isInner ? 'fs-text' : 'fs-text fs-strong'
  const shown = `<text class="${look}" x="${pixels(x)}" y="${pixels(y + 4)}">${name}${escapeXml(text)}</text>`
  if (reason === undefined) return shown
  return `${shown}<text class="fs-quiet fs-end" x="${pixels(right)}" y="${pixels(y + 4)}">no instances: ${reason}</text>`
}

/** A text that takes so many columns at most, its end left out where it is longer. */
function cut(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text
  let kept = ''
  for (const character of text) {
    if (textWidth(kept + character) >= columns) break
    kept += character
  }
  return `${kept}…`
}
