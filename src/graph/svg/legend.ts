import { fontSizes } from '../layout/box-look.ts'
import type { LineKind, Tone } from '../layout/diagram.ts'
import { textExtent } from '../layout/text-extent.ts'
import { toneNames } from './node-tone.ts'
import type { Looks } from './picture-theme.ts'
import { pixels } from './screen.ts'

/** What the lines of a picture mean. */
export type LineNames = Readonly<Partial<Record<LineKind, string>>>

/** One entry of the legend. */
interface LegendEntry {
  readonly text: string
  readonly width: number
  readonly draw: (x: number, y: number) => string
}

const rowHeight = 22
const gap = 18

function toneEntry([tone, text]: readonly [Tone, string]): LegendEntry {
  const draw = (x: number, y: number): string =>
    `<path class="fs-bar fs-${tone}" d="M${pixels(x)} ${pixels(y - 5)}h10v10h-10z"/>`
  return { text, width: 16, draw }
}

function lineEntry(kind: LineKind, text: string): LegendEntry {
  const draw = (x: number, y: number): string =>
    `<path class="fs-line fs-${kind}" d="M${pixels(x)} ${pixels(y)}h20"/><path class="fs-head fs-${kind}" d="M${pixels(x + 26)} ${pixels(y)}l-7 -3.6v7.2z"/>`
  return { text, width: 32, draw }
}

/** What the colours and lines of a picture mean, of those that it has. */
export interface Legend {
  readonly width: number
  readonly height: number
  draw(left: number, top: number): string
}

/** The legend of a picture, in as many rows as its width asks for. */
export function legendOf({ tones, kinds }: Looks, widest: number, lineNames: LineNames): Legend {
  const entries = [
    ...(['normal', 'cross', 'previous', 'loose'] as const)
      .filter((kind) => kinds.has(kind))
      .map((kind) => lineEntry(kind, lineNames[kind] ?? kind)),
    ...[...toneNames].filter(([tone]) => tones.has(tone)).map(toneEntry),
  ]
  const places: { readonly x: number; readonly row: number; readonly entry: LegendEntry }[] = []
  let [x, row, width] = [0, 0, 0]
  for (const entry of entries) {
    const needed = entry.width + textExtent(entry.text, fontSizes.detail)
    if (x > 0 && x + needed > widest) [x, row] = [0, row + 1]
    places.push({ x, row, entry })
    width = Math.max(width, x + needed)
    x += needed + gap
  }
  return {
    width,
    height: entries.length === 0 ? 0 : (row + 1) * rowHeight,
    draw: (left, top) =>
      places
        .map(({ x: offset, row: at, entry }) => {
          const [start, middle] = [left + offset, top + at * rowHeight + rowHeight / 2]
          return `${entry.draw(start, middle)}<text class="fs-detail" x="${pixels(start + entry.width)}" y="${pixels(middle + 3.5)}">${entry.text}</text>`
        })
        .join('\n'),
  }
}
